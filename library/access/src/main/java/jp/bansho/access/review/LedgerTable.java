package jp.bansho.access.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jp.bansho.access.Sql;

/// All SQL about the ledger.
final class LedgerTable {

    private LedgerTable() {}

    static void replace(Connection connection, int organisation, List<LedgerFile.Row> rows, Instant now)
            throws SQLException {
        Sql.update(connection, "delete from access.ledger where organisation = ?", organisation);
        var sql = """
                insert into access.ledger (organisation, staff_number, name, department, noted_at) values (?, ?, ?, ?, ?)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                statement.setInt(1, organisation);
                statement.setString(2, row.staffNumber());
                statement.setString(3, row.name());
                statement.setString(4, row.department());
                statement.setObject(5, now.atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
