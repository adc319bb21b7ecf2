package jp.bansho.numbers.installation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The member associations as the database knows them; a set-up adds new ones and brings the others up to date.
final class Associations {

    private Associations() {}

    static void write(Connection connection, List<AssociationFile.Row> rows) throws SQLException {
        var sql = """
                insert into linkage.association (code, name, user_number_pattern, certificate_number_pattern,
                                                 payroll_number_pattern, own_number_pattern)
                values (?, ?, ?, ?, ?, ?)
                on conflict (code) do update
                   set name = excluded.name, user_number_pattern = excluded.user_number_pattern,
                       certificate_number_pattern = excluded.certificate_number_pattern,
                       payroll_number_pattern = excluded.payroll_number_pattern,
                       own_number_pattern = excluded.own_number_pattern
                """;
        try (var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                statement.setInt(1, row.code());
                statement.setString(2, row.name());
                statement.setString(3, row.userNumber());
                statement.setString(4, row.certificate());
                statement.setString(5, row.payroll());
                statement.setString(6, row.own());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
