package jp.bansho.numbers.linkage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// How people are written to `linkage.subject` one by one.
final class SinglePeople {

    private SinglePeople() {}

    static void add(Connection connection, Person person) throws SQLException {
        var sql = """
                insert into linkage.subject (user_number, own_number, certificate_number, basic_pension_number,
                                             payroll_number, pension_use, tax_use, id, association, kind)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            fill(statement, person);
            statement.setInt(9, person.association());
            statement.setInt(10, person.kind().code());
            statement.executeUpdate();
        }
    }

    static void change(Connection connection, Person person) throws SQLException {
        var sql = """
                update linkage.subject
                   set user_number = ?, own_number = ?, certificate_number = ?, basic_pension_number = ?,
                       payroll_number = ?, pension_use = ?, tax_use = ?
                 where id = ? and state = 1
                """;
        try (var statement = connection.prepareStatement(sql)) {
            fill(statement, person);
            requireOne(statement.executeUpdate());
        }
    }

    static void end(Connection connection, long id) throws SQLException {
        try (var statement =
                connection.prepareStatement("update linkage.subject set state = 2 where id = ? and state = 1")) {
            statement.setLong(1, id);
            requireOne(statement.executeUpdate());
        }
    }

    private static void fill(PreparedStatement statement, Person person) throws SQLException {
        statement.setString(1, person.userNumber());
        statement.setString(2, person.ownNumber());
        statement.setString(3, person.certificateNumber());
        statement.setString(4, person.basicPensionNumber());
        statement.setString(5, person.payrollNumber());
        statement.setBoolean(6, person.pensionUse());
        statement.setBoolean(7, person.taxUse());
        statement.setLong(8, person.id());
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("a person to be changed is not in use");
        }
    }
}
