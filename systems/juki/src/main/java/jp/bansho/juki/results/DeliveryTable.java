package jp.bansho.juki.results;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import jp.bansho.juki.inquiry.Job;
import org.jspecify.annotations.Nullable;

/// All SQL of this desk.
final class DeliveryTable {

    private DeliveryTable() {}

    static byte[] answer(Connection connection, long job, int batch) throws SQLException {
        try (var statement =
                connection.prepareStatement("select answer from juki.batch where job = ? and number = ?")) {
            statement.setLong(1, job);
            statement.setInt(2, batch);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }

    static void begun(Connection connection, long job, String parcel, String folder, LocalDate useBy)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "update juki.job set out_parcel = ?, out_folder = ?, out_use_by = ? where id = ? and state = 'answered'")) {
            statement.setString(1, parcel);
            statement.setString(2, folder);
            statement.setObject(3, useBy);
            statement.setLong(4, job);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("the job changed meanwhile");
            }
        }
    }

    static void delivered(Connection connection, long job, String hash) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update juki.job set state = 'delivered', out_hash = ? where id = ? and state = 'answered'")) {
            statement.setString(1, hash);
            statement.setLong(2, job);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("the job changed meanwhile");
            }
        }
        try (var statement = connection.prepareStatement("delete from juki.batch where job = ?")) {
            statement.setLong(1, job);
            statement.executeUpdate();
        }
    }

    static void wiped(Connection connection, long job, String before, String after) throws SQLException {
        try (var statement = connection.prepareStatement("""
                update juki.job set state = 'wiped', key_before = ?, key_after = ? where id = ? and state = 'delivered'
                """)) {
            statement.setString(1, before);
            statement.setString(2, after);
            statement.setLong(3, job);
            statement.executeUpdate();
        }
    }

    /// Writes the execution log 実行記録: `at,step,batch,count,doer,witness`, one header line.
    ///
    /// @return its rows
    static long log(Connection connection, Job job, OutputStream out) throws SQLException, IOException {
        var sql = """
                select to_char(at at time zone 'Asia/Tokyo', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), step, batch, count, doer, witness
                  from juki.step where job = ? order by id
                """;
        out.write("at,step,batch,count,doer,witness\r\n".getBytes(StandardCharsets.UTF_8));
        var rows = 1L;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, job.id());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var line = String.join(
                            ",",
                            row.getString(1),
                            row.getString(2),
                            text(row.getString(3)),
                            text(row.getString(4)),
                            row.getString(5),
                            text(row.getString(6)));
                    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
                    rows++;
                }
            }
        }
        return rows;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /// Hands dead rows back to the file system as far as PostgreSQL does; nothing depends on it.
    static void vacuum(Connection connection) throws SQLException {
        for (var statement : List.of("set role bansho_juki", "vacuum juki.batch", "reset role")) {
            try (var running = connection.createStatement()) {
                running.execute(statement);
            }
        }
    }

    static UncheckedIOException broken(IOException cause) {
        return new UncheckedIOException("the parcel could not be written", cause);
    }
}
