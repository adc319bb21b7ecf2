package jp.bansho.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;
import jp.bansho.testing.Database;
import jp.bansho.testing.PostgresServer;

/// A real PostgreSQL with all its promises on, to be killed and started again on the same data folder.
final class Postgres implements AutoCloseable {

    private static final Map<String, String> SETTINGS =
            Map.of("shared_buffers", "64MB", "max_wal_size", "512MB", "restart_after_crash", "on");

    private final Path data;
    private PostgresServer server;

    private Postgres(Path data) {
        this.data = data;
        this.server = PostgresServer.embedded(data, SETTINGS);
    }

    static Postgres start(Path data) {
        return new Postgres(data);
    }

    Database newDatabase(String prefix) {
        return server.newDatabase(prefix);
    }

    /// A database of this server that nobody needs any more; a backup takes them all.
    void drop(Database database) throws SQLException {
        administrator()
                .execute("drop database "
                        + database.url().substring(database.url().lastIndexOf('/') + 1) + " with (force)");
    }

    Database administrator() {
        return server.administrator();
    }

    Path data() {
        return data;
    }

    /// `kill -9` of the postmaster and of all its processes, as the end of the machine they run on would.
    void kill() throws IOException {
        var postmaster = postmaster();
        var children = postmaster.children().toList();
        postmaster.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().join();
        children.forEach(child -> child.onExit().join());
    }

    /// Starts it again where it was; it recovers from its write-ahead log.
    void restart() {
        server.close();
        server = PostgresServer.embedded(data, SETTINGS);
    }

    /// `kill -9` of one process that works for the machine; the postmaster then starts all of them anew.
    ///
    /// @return false if none works for it
    boolean killBackend(Database database, RandomGenerator random) throws SQLException {
        long victim;
        try (var connection = database.connect()) {
            var found = Sql.rows(connection, """
                    select pid from pg_stat_activity
                     where datname = current_database() and application_name like 'bansho%' and pid <> pg_backend_pid()
                    """);
            if (found.isEmpty()) {
                return false;
            }
            victim = Long.parseLong(found.get(random.nextInt(found.size())));
        }
        var process = ProcessHandle.of(victim);
        if (process.isEmpty() || !process.get().destroyForcibly()) {
            return false;
        }
        process.get().onExit().join();
        return true;
    }

    /// Whether it takes connections again within half a minute.
    boolean isBack(Database database) {
        return Wait.until(Duration.ofSeconds(30), () -> {
            try (Connection connection = database.connect()) {
                return Sql.number(connection, "select 1") == 1;
            }
        });
    }

    private ProcessHandle postmaster() throws IOException {
        var pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    @Override
    public void close() {
        server.close();
    }
}
