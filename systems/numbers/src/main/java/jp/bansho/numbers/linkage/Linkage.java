package jp.bansho.numbers.linkage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.bansho.identifiers.IdentifierPattern;
import jp.bansho.machine.CopyReader;
import jp.bansho.numbers.staff.StaffRefused;
import org.springframework.stereotype.Component;

/// The linkage desk's front door. All methods work on the caller's connection, inside the caller's scope and
/// transaction, so that a person and the number come into being together or not at all.
@Component
public class Linkage {

    private static final String COLUMNS = "id, association, kind, pension_use, tax_use, user_number, own_number,"
            + " certificate_number, basic_pension_number, payroll_number";

    /// The associations (構成組合) of this federation, by code.
    public Map<Integer, Association> associations(Connection connection) throws SQLException {
        var sql = """
                select code, name, user_number_pattern, certificate_number_pattern, payroll_number_pattern, own_number_pattern
                  from linkage.association
                 order by code
                """;
        var found = new HashMap<Integer, Association>();
        try (var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            while (row.next()) {
                found.put(
                        row.getInt(1),
                        new Association(
                                row.getInt(1),
                                row.getString(2),
                                IdentifierPattern.ofUserNumbers(row.getString(3)),
                                IdentifierPattern.ofCertificateNumbers(row.getString(4)),
                                IdentifierPattern.ofPayrollNumbers(row.getString(5)),
                                IdentifierPattern.ofAssociationNumbers(row.getString(6))));
            }
        }
        return found;
    }

    /// One association.
    ///
    /// @throws StaffRefused if the federation has none of that code
    public Association association(Connection connection, int code) throws SQLException {
        return Optional.ofNullable(associations(connection).get(code))
                .orElseThrow(() -> new StaffRefused("there is no association " + code, "構成組合 " + code + " は登録されていません"));
    }

    /// Hands out handles for new people.
    public SubjectHandles handles(Connection connection) {
        return new SubjectHandles(connection);
    }

    /// The people of the scope in use with these user numbers; unknown ones are simply not in the answer.
    public Map<String, Person> byUserNumber(Connection connection, Collection<String> userNumbers) throws SQLException {
        // Sorted keys walk the index once; the association stands first in it.
        var sql = "select " + COLUMNS + """
                 from linkage.subject
                where association = linkage.current_association() and state = 1 and user_number = any(?::text[])
                """;
        var found = new HashMap<String, Person>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", userNumbers.stream().sorted().toArray()));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var person = PersonRows.read(row);
                    found.put(person.userNumber(), person);
                }
            }
        }
        return found;
    }

    /// The people of the scope in use with that identifier; identifiers other than the user number need not be unique.
    public List<Person> find(Connection connection, Identifier identifier, String value) throws SQLException {
        var sql = "select " + COLUMNS
                + " from linkage.subject where association = linkage.current_association() and state = 1 and "
                + identifier.column() + " = ? order by id limit 100";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Person>();
                while (row.next()) {
                    found.add(PersonRows.read(row));
                }
                return found;
            }
        }
    }

    /// The person of that handle, if the scope may see it.
    public Optional<Person> byId(Connection connection, long id) throws SQLException {
        try (var statement = connection.prepareStatement("select " + COLUMNS + " from linkage.subject where id = ?")) {
            statement.setLong(1, id);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(PersonRows.read(row)) : Optional.empty();
            }
        }
    }

    /// The person of that handle if it is in use, and nobody else's to change until the transaction ends.
    public Optional<Person> lock(Connection connection, long id) throws SQLException {
        var sql = "select " + COLUMNS + " from linkage.subject where id = ? and state = 1 for update";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(PersonRows.read(row)) : Optional.empty();
            }
        }
    }

    /// True if the person was not taken out of use.
    public boolean inUse(Connection connection, long id) throws SQLException {
        try (var statement = connection.prepareStatement("select from linkage.subject where id = ? and state = 1")) {
            statement.setLong(1, id);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /// Adds one new person; may be done several times in one transaction. A user number that exists already fails it.
    public void add(Connection connection, Person person) throws SQLException {
        SinglePeople.add(connection, person);
    }

    /// Brings one person up to date, the user number too; the kind stays.
    public void change(Connection connection, Person person) throws SQLException {
        SinglePeople.change(connection, person);
    }

    /// Takes a person out of use. The row stays until the erasure desk destroys it.
    public void end(Connection connection, long id) throws SQLException {
        SinglePeople.end(connection, id);
    }

    /// Adds new people. A user number that exists already fails the whole transaction.
    ///
    /// @param marks of the same people in the same order
    public void add(Connection connection, List<Person> people, List<Marks> marks) throws SQLException {
        if (!people.isEmpty()) {
            PersonRows.add(connection, people, marks);
        }
    }

    /// Brings people that exist up to date: kind, uses and identifiers as given. The user number stays.
    public void change(Connection connection, List<Person> people) throws SQLException {
        if (!people.isEmpty()) {
            PersonRows.change(connection, people);
        }
    }

    /// How many people a scope may see, and between which handles they lie.
    public record Extent(long people, long first, long last) {

        /// True if the handle lies in it.
        public boolean holds(long id) {
            return id >= first && id <= last;
        }
    }

    /// The extent of the scope at this moment.
    public Extent extent(Connection connection) throws SQLException {
        var sql = "select count(*), coalesce(min(id), 1), coalesce(max(id), 0) from linkage.subject";
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return new Extent(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    /// Streams handle and user number of everybody in use the scope may see, in no particular order.
    public void stream(Connection connection, LinkReader reader) throws SQLException {
        var sql = "copy (select id, user_number from linkage.subject where state = 1) to stdout (format binary)";
        var userNumber = new byte[16];
        try (var rows = CopyReader.from(connection, sql)) {
            while (rows.next()) {
                var id = rows.getLong();
                reader.person(id, userNumber, rows.getAscii(userNumber));
            }
        }
    }

    /// Takes one person of a stream; the array is reused.
    @FunctionalInterface
    public interface LinkReader {
        /// Takes one person.
        ///
        /// @param length how many bytes of the array the user number has
        void person(long id, byte[] userNumber, int length) throws SQLException;
    }
}
