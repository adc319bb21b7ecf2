package jp.bansho.numbers.linkage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import jp.bansho.machine.CopyRows;

/// How people are read from and written to `linkage.subject`.
///
/// Rows arrive by COPY in a temporary table and go on by INSERT: COPY alone would pass by the row-level security.
final class PersonRows {

    private static final String STAGE = """
            create temporary table if not exists staged_person (
                id bigint, association smallint, kind smallint, pension_use boolean, tax_use boolean, user_number text,
                own_number text, certificate_number text, basic_pension_number text, payroll_number text,
                family_mark bigint, address_mark bigint
            ) on commit delete rows
            """;

    private PersonRows() {}

    static Person read(ResultSet row) throws SQLException {
        return new Person(
                row.getLong(1),
                row.getInt(2),
                Kind.of(row.getInt(3)),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }

    /// Once in a transaction, before any change.
    static void add(Connection connection, List<Person> people, List<Marks> marks) throws SQLException {
        stage(connection, people, marks);
        execute(connection, """
                insert into linkage.subject (id, association, kind, pension_use, tax_use, user_number, own_number,
                                             certificate_number, basic_pension_number, payroll_number,
                                             family_mark, address_mark)
                select id, association, kind, pension_use, tax_use, user_number, own_number,
                       certificate_number, basic_pension_number, payroll_number, family_mark, address_mark
                  from staged_person
                """);
    }

    static void change(Connection connection, List<Person> people) throws SQLException {
        execute(connection, STAGE);
        execute(connection, "truncate staged_person");
        stage(connection, people, Collections.nCopies(people.size(), Marks.NONE));
        execute(connection, """
                update linkage.subject s
                   set kind = p.kind, pension_use = p.pension_use, tax_use = p.tax_use, own_number = p.own_number,
                       certificate_number = p.certificate_number, basic_pension_number = p.basic_pension_number,
                       payroll_number = p.payroll_number
                  from staged_person p
                 where s.id = p.id
                """);
    }

    private static void stage(Connection connection, List<Person> people, List<Marks> marks) throws SQLException {
        execute(connection, STAGE);
        try (var rows = CopyRows.into(connection, "copy staged_person from stdin (format binary)")) {
            for (var i = 0; i < people.size(); i++) {
                var person = people.get(i);
                rows.row(12)
                        .put(person.id())
                        .putShort(person.association())
                        .putShort(person.kind().code())
                        .put(person.pensionUse())
                        .put(person.taxUse())
                        .put(person.userNumber())
                        .put(person.ownNumber())
                        .put(person.certificateNumber())
                        .put(person.basicPensionNumber())
                        .put(person.payrollNumber())
                        .put(marks.get(i).family())
                        .put(marks.get(i).address());
            }
            rows.end();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
