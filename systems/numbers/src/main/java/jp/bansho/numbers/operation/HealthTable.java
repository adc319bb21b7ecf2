package jp.bansho.numbers.operation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/// All SQL about how the machine runs: counts and moments, nobody's rows.
final class HealthTable {

    private HealthTable() {}

    static long databaseBytes(Connection connection) throws SQLException {
        return whole(connection, "select pg_database_size(current_database())");
    }

    static long headSeq(Connection connection) throws SQLException {
        return whole(connection, "select seq from audit.head");
    }

    /// The last record that a head was exported.
    static Optional<Instant> lastExport(Connection connection) throws SQLException {
        return moment(
                connection, "select at from audit.record where event = 'head-exported' order by seq desc limit 1");
    }

    static long recordsSinceExport(Connection connection) throws SQLException {
        return whole(connection, """
                select (select seq from audit.head)
                     - coalesce((select seq from audit.record where event = 'head-exported' order by seq desc limit 1), 0)
                """);
    }

    static long jobs(Connection connection, String state) throws SQLException {
        try (var statement = connection.prepareStatement("select count(*) from job.job where state = ?")) {
            statement.setString(1, state);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static Optional<Instant> oldestRunning(Connection connection) throws SQLException {
        return moment(connection, "select min(started_at) from job.job where state = 'running'");
    }

    static Optional<Instant> lastLogCheck(Connection connection) throws SQLException {
        return moment(connection, "select max(ran_at) from inspection.run");
    }

    static long openFindings(Connection connection) throws SQLException {
        return whole(connection, "select count(*) from inspection.finding where state = 'open'");
    }

    /// Erasures whose keys are not destroyed or whose certificate is missing, committed before a moment.
    static long stoppedErasures(Connection connection, Instant before) throws SQLException {
        var sql = "select count(*) from retention.run where state in ('erased', 'destroyed') and erased_at < ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(before));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static long openWork(Connection connection) throws SQLException {
        return whole(connection, "select count(*) from intake.work_item where state = 'open'");
    }

    static boolean indexWhole(Connection connection) throws SQLException {
        return whole(connection, """
                select case when exists (select from vault.index_alive) then 1 else 0 end
                """) == 1;
    }

    static long keyVersions(Connection connection) throws SQLException {
        return whole(connection, "select count(*) from vault.key_check");
    }

    private static long whole(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Optional<Instant> moment(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            if (!row.next()) {
                return Optional.empty();
            }
            var at = row.getTimestamp(1);
            return at == null ? Optional.empty() : Optional.of(at.toInstant());
        }
    }
}
