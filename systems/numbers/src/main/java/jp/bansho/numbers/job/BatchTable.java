package jp.bansho.numbers.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/// The SQL of batches: the cursor that makes a repeat harmless, and one outcome byte for each line.
final class BatchTable {

    private BatchTable() {}

    static void add(Connection connection, long job, Batch batch, Instant now) throws SQLException {
        var sql = """
                insert into job.batch (job, number, first_line, lines, next_offset, outcomes, committed_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, job);
            statement.setInt(2, batch.number());
            statement.setLong(3, batch.firstLine());
            statement.setInt(4, batch.outcomes().length());
            statement.setLong(5, batch.nextOffset());
            statement.setBytes(6, batch.outcomes().bytes());
            statement.setTimestamp(7, Timestamp.from(now));
            statement.executeUpdate();
        }
    }

    static void clear(Connection connection, long job) throws SQLException {
        try (var statement = connection.prepareStatement("delete from job.batch where job = ?")) {
            statement.setLong(1, job);
            statement.executeUpdate();
        }
    }

    static Cursor cursor(Connection connection, long job) throws SQLException {
        var sql = """
                select number + 1, first_line + lines, next_offset
                  from job.batch
                 where job = ?
                 order by number desc
                 limit 1
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, job);
            try (var row = statement.executeQuery()) {
                return row.next() ? new Cursor(row.getInt(1), row.getLong(2), row.getLong(3)) : Cursor.START;
            }
        }
    }

    static long[] counts(Connection connection, long job) throws SQLException {
        var counts = new long[256];
        try (var statement = connection.prepareStatement("select outcomes from job.batch where job = ?")) {
            statement.setFetchSize(16);
            statement.setLong(1, job);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    for (var outcome : row.getBytes(1)) {
                        counts[outcome & 0xff]++;
                    }
                }
            }
        }
        return counts;
    }
}
