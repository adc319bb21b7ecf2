package jp.bansho.juki.inquiry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.juki.staff.Pair;
import org.jspecify.annotations.Nullable;

/// All SQL of this desk.
final class JobTable {

    private static final String COLUMNS = """
            id, association, purpose, parcel, asked_for, key_version, state, inquiries, batches, hits, rows,
            out_parcel, out_folder, out_use_by
            """;

    private JobTable() {}

    static int nextKeyVersion(Connection connection, int association) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select coalesce(max(key_version), 0) + 1 from juki.job where association = ?")) {
            statement.setInt(1, association);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    static long add(
            Connection connection,
            int association,
            String purpose,
            String parcel,
            String hash,
            String askedFor,
            int keyVersion,
            long inquiries,
            int batches)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into juki.job (association, purpose, parcel, manifest_hash, asked_for, key_version, state, inquiries, batches)
                values (?, ?, ?, ?, ?, ?, 'taken-in', ?, ?) returning id
                """)) {
            statement.setInt(1, association);
            statement.setString(2, purpose);
            statement.setString(3, parcel);
            statement.setString(4, hash);
            statement.setString(5, askedFor);
            statement.setInt(6, keyVersion);
            statement.setLong(7, inquiries);
            statement.setInt(8, batches);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static void addBatch(Connection connection, long job, int number, int lines, byte[] sealed) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into juki.batch (job, number, lines, inquiries) values (?, ?, ?, ?)")) {
            statement.setLong(1, job);
            statement.setInt(2, number);
            statement.setInt(3, lines);
            statement.setBytes(4, sealed);
            statement.executeUpdate();
        }
    }

    static int answered(Connection connection, long job) throws SQLException {
        try (var statement =
                connection.prepareStatement("select count(*) from juki.batch where job = ? and answer is not null")) {
            statement.setLong(1, job);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    static List<Integer> unanswered(Connection connection, long job) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select number from juki.batch where job = ? and answer is null order by number")) {
            statement.setLong(1, job);
            try (var row = statement.executeQuery()) {
                var numbers = new ArrayList<Integer>();
                while (row.next()) {
                    numbers.add(row.getInt(1));
                }
                return numbers;
            }
        }
    }

    static byte[] inquiries(Connection connection, long job, int batch) throws SQLException {
        try (var statement =
                connection.prepareStatement("select inquiries from juki.batch where job = ? and number = ?")) {
            statement.setLong(1, job);
            statement.setInt(2, batch);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }

    /// Keeps an answer; one that is there already stays.
    static void answered(Connection connection, long job, int batch, byte[] sealed, AnswerCheck.Tally tally)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                update juki.batch set answer = ?, rows = ?, hits = ? where job = ? and number = ? and answer is null
                """)) {
            statement.setBytes(1, sealed);
            statement.setInt(2, tally.rows());
            statement.setInt(3, tally.hits());
            statement.setLong(4, job);
            statement.setInt(5, batch);
            statement.executeUpdate();
        }
    }

    static void allAnswered(Connection connection, long job) throws SQLException {
        try (var statement = connection.prepareStatement("""
                update juki.job j set state = 'answered', rows = b.rows, hits = b.hits
                  from (select sum(rows) as rows, sum(hits) as hits from juki.batch where job = ?) b
                 where j.id = ? and j.state = 'taken-in'
                   and not exists (select from juki.batch where job = j.id and answer is null)
                """)) {
            statement.setLong(1, job);
            statement.setLong(2, job);
            statement.executeUpdate();
        }
    }

    static void step(
            Connection connection,
            long job,
            Instant at,
            String step,
            @Nullable Integer batch,
            @Nullable Long count,
            Pair pair)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into juki.step (job, at, step, batch, count, doer, witness) values (?, ?, ?, ?, ?, ?, ?)
                """)) {
            statement.setLong(1, job);
            statement.setTimestamp(2, Timestamp.from(at));
            statement.setString(3, step);
            statement.setObject(4, batch);
            statement.setObject(5, count);
            statement.setString(6, pair.doer());
            statement.setString(7, pair.witness());
            statement.executeUpdate();
        }
    }

    static Optional<Job> byId(Connection connection, long id) throws SQLException {
        return list(connection, "where id = ?", statement -> statement.setLong(1, id)).stream()
                .findFirst();
    }

    static Optional<Job> byParcel(Connection connection, String parcel) throws SQLException {
        return list(connection, "where parcel = ?", statement -> statement.setString(1, parcel)).stream()
                .findFirst();
    }

    static List<Job> newest(Connection connection, int most) throws SQLException {
        return list(connection, "order by id desc limit ?", statement -> statement.setInt(1, most));
    }

    static List<Job> unfinished(Connection connection) throws SQLException {
        return list(connection, "where state <> 'wiped' order by id", _ -> {});
    }

    @FunctionalInterface
    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    private static List<Job> list(Connection connection, String which, Binding binding) throws SQLException {
        try (var statement = connection.prepareStatement("select " + COLUMNS + " from juki.job " + which)) {
            binding.to(statement);
            try (var row = statement.executeQuery()) {
                var jobs = new ArrayList<Job>();
                while (row.next()) {
                    jobs.add(job(row));
                }
                return jobs;
            }
        }
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                JobState.of(row.getString(7)),
                row.getLong(8),
                row.getInt(9),
                row.getLong(10),
                row.getLong(11),
                row.getString(12),
                row.getString(13),
                row.getObject(14, LocalDate.class));
    }
}
