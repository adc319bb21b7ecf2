package jp.bansho.jlis.inquiry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All SQL over `inquiry.batch`.
final class BatchTable {

    private BatchTable() {}

    /// What is kept of a batch.
    ///
    /// @param answer null once it was erased
    @SuppressWarnings("ArrayRecordComponent")
    record Kept(byte[] fingerprint, int rows, int keyVersion, byte @Nullable [] answer) {}

    /// Makes everybody who asks the same wait until this transaction ends.
    static void alone(Connection connection, BatchKey key) throws SQLException {
        try (var select = connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            select.setString(1, key.written());
            select.execute();
        }
    }

    static Optional<Kept> find(Connection connection, BatchKey key) throws SQLException {
        var sql = """
                select fingerprint, rows, coalesce(key_version, 0), answer
                  from inquiry.batch
                 where asker = ? and job = ? and batch = ?
                """;
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, key.asker());
            select.setString(2, key.job());
            select.setInt(3, key.batch());
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Kept(row.getBytes(1), row.getInt(2), row.getInt(3), row.getBytes(4)))
                        : Optional.empty();
            }
        }
    }

    static void keep(Connection connection, BatchKey key, Instant now, AnswerCounts counts, Kept kept)
            throws SQLException {
        var sql = """
                insert into inquiry.batch (asker, job, batch, answered, inquiries, found, no_hit, several, in_error,
                                           rows, fingerprint, key_version, answer)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (var insert = connection.prepareStatement(sql)) {
            insert.setString(1, key.asker());
            insert.setString(2, key.job());
            insert.setInt(3, key.batch());
            insert.setObject(4, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            insert.setInt(5, counts.inquiries());
            insert.setInt(6, counts.found());
            insert.setInt(7, counts.noHit());
            insert.setInt(8, counts.several());
            insert.setInt(9, counts.inError());
            insert.setInt(10, kept.rows());
            insert.setBytes(11, kept.fingerprint());
            insert.setInt(12, kept.keyVersion());
            insert.setBytes(13, kept.answer());
            insert.executeUpdate();
        }
    }

    /// Whether an answer is kept that was given before that moment.
    static boolean overdue(Connection connection, Instant before) throws SQLException {
        var sql = "select exists (select from inquiry.batch where answered < ? and key_version is not null)";
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /// Erases answers that were given before that moment.
    static int erase(Connection connection, Instant before) throws SQLException {
        var sql = """
                update inquiry.batch
                   set answer = null, key_version = null
                 where answered < ? and answer is not null
                """;
        try (var update = connection.prepareStatement(sql)) {
            update.setObject(1, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
            return update.executeUpdate();
        }
    }

    static InquiryCounts counts(Connection connection) throws SQLException {
        var sql = """
                select count(*), coalesce(sum(inquiries), 0), coalesce(sum(found), 0), coalesce(sum(no_hit), 0),
                       coalesce(sum(several), 0), coalesce(sum(in_error), 0), count(key_version)
                  from inquiry.batch
                """;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return new InquiryCounts(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7));
        }
    }
}
