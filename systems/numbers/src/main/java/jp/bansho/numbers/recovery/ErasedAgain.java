package jp.bansho.numbers.recovery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Deletes, after a restore, the rows of people whose pads are gone: they were erased after the restored moment, their
/// numbers cannot be read, and nothing else about them may come back either (R3).
final class ErasedAgain {

    /// The numbers first; then everything of whoever has none left.
    private static final List<String> STEPS = List.of(
            """
            create temporary table gone_person on commit drop as
            select s.id, s.user_number from linkage.subject s
             where s.association = %1$d
               and exists (select from vault.sealed_number n join gone_pad g on g.pad = n.pad
                            where n.subject = s.id and n.association = %1$d)
               and not exists (select from vault.sealed_number n left join gone_pad g on g.pad = n.pad
                                where n.subject = s.id and g.pad is null)
            """, """
            delete from vault.sealed_number n using gone_pad g where n.pad = g.pad and n.association = %1$d
            """, """
            delete from intake.finding f using gone_person p
             where f.echo_key = p.user_number and f.association = %1$d
            """, """
            delete from intake.work_item w using gone_person p
             where w.association = %1$d and (w.subject = p.id or w.subject is null and w.echo_key = p.user_number)
            """, """
            update intake.work_item w set other_subject = null from gone_person p where w.other_subject = p.id
            """, """
            update taxfile.missing m set user_number = null from gone_person p where m.user_number = p.user_number
            """, "delete from linkage.subject s using gone_person p where s.id = p.id");

    /// Facts of the retention desk, where there is one.
    private static final List<String> FACTS = List.of("retention.death", "retention.deadline", "retention.hold");

    private ErasedAgain() {}

    /// Deletes.
    ///
    /// @return how many people
    static long delete(Connection connection, int association) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(STEPS.getFirst().formatted(association));
            for (var table : FACTS) {
                if (there(connection, table)) {
                    statement.execute("delete from " + table + " where subject in (select id from gone_person)");
                }
            }
            for (var step : STEPS.subList(1, STEPS.size())) {
                statement.execute(step.formatted(association));
            }
            try (var row = statement.executeQuery("select count(*) from gone_person")) {
                row.next();
                var people = row.getLong(1);
                statement.execute("drop table gone_person; drop table gone_pad");
                return people;
            }
        }
    }

    private static boolean there(Connection connection, String table) throws SQLException {
        try (var select = connection.prepareStatement("select to_regclass(?) is not null")) {
            select.setString(1, table);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
