package jp.bansho.numbers.recovery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;
import jp.bansho.numbers.recovery.RestoreOrder.Administrator;

/// A PostgreSQL that is started on a restored folder, on a free port of the loopback address, only for as long as it
/// takes to recover and to look at the result.
final class RecoveringServer implements AutoCloseable {

    private static final int STEP_MILLISECONDS = 100;
    private static final int STOP_SECONDS = 120;

    private final Process process;
    private final int port;
    private final Path log;

    private RecoveringServer(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static RecoveringServer start(Path programs, Path data, Path log) throws IOException {
        var postgres = programs.resolve("postgres");
        if (!Files.isExecutable(postgres)) {
            throw new RecoveryRefused(Reason.NO_BINARIES, programs.toString());
        }
        var port = freePort();
        var command = new ArrayList<String>();
        if (Integer.valueOf(0).equals(Files.getAttribute(data, "unix:uid"))) {
            // PostgreSQL does not run as root; in a user namespace of its own it is nobody, with the files of root
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                postgres.toAbsolutePath().toString(),
                "-D",
                data.toAbsolutePath().toString()));
        for (var setting : List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "hot_standby=off",
                "archive_mode=off",
                "synchronous_standby_names=",
                "logging_collector=off",
                "log_destination=stderr",
                "lc_messages=C")) {
            command.addAll(List.of("-c", setting));
        }
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new RecoveringServer(process, port, log);
    }

    /// Waits until it has recovered, however long that takes.
    ///
    /// @throws RecoveryRefused if it gives up, or does not let the administrator in
    Connection recovered(String database, Administrator login) {
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        while (true) {
            if (ended()) {
                throw failure();
            }
            try {
                var connection =
                        DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
                requireAdministrator(connection);
                return connection;
            } catch (SQLException e) {
                if (String.valueOf(e.getSQLState()).startsWith("28")) {
                    throw new RecoveryRefused(Reason.NO_ADMINISTRATOR, "SQLSTATE " + e.getSQLState());
                }
                // not there yet
            }
        }
    }

    private static void requireAdministrator(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select rolsuper from pg_roles where rolname = current_user")) {
            if (!row.next() || !row.getBoolean(1)) {
                connection.close();
                throw new RecoveryRefused(Reason.NO_ADMINISTRATOR, "superuser");
            }
        }
    }

    private boolean ended() {
        try {
            return process.waitFor(STEP_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RecoveryRefused(Reason.RECOVERY_FAILED, log.toString());
        }
    }

    private RecoveryRefused failure() {
        try {
            var said = Files.readString(log, StandardCharsets.ISO_8859_1);
            if (said.contains("recovery ended before configured recovery target was reached")) {
                return new RecoveryRefused(Reason.TOO_LATE, "");
            }
        } catch (IOException e) {
            return new RecoveryRefused(
                    Reason.RECOVERY_FAILED, log + ": " + e.getClass().getSimpleName());
        }
        return new RecoveryRefused(Reason.RECOVERY_FAILED, log.toString());
    }

    /// Stops it cleanly, so that everything is on the disk.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
