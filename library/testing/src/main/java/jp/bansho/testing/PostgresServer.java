package jp.bansho.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One PostgreSQL: the server that `BANSHO_DB_URL` names, or an embedded one from Maven Central's binaries.
///
/// The embedded server runs as root as well as for a plain user. It listens on the loopback address alone and keeps
/// PostgreSQL's own promises: `fsync` and `synchronous_commit` stay on, so what is measured on it is honest.
public final class PostgresServer implements AutoCloseable {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final Database administrator;
    private final @Nullable EmbeddedPostgres embedded;

    private PostgresServer(Database administrator, @Nullable EmbeddedPostgres embedded) {
        this.administrator = administrator;
        this.embedded = embedded;
    }

    /// The one server of this JVM; it stops with the JVM.
    public static PostgresServer shared() {
        return Shared.SERVER;
    }

    /// The server of the environment, or a new embedded one in `directory`, made there if the folder is new.
    ///
    /// @param directory PostgreSQL's data folder; null for a temporary one that is removed at the end
    /// @param settings  `postgresql.conf` settings of the embedded server; left alone on a server by URL
    public static PostgresServer open(@Nullable Path directory, Map<String, String> settings) {
        var url = System.getenv("BANSHO_DB_URL");
        if (url != null && !url.isBlank()) {
            return new PostgresServer(
                    new Database(url, environment("BANSHO_DB_USER"), environment("BANSHO_DB_PASSWORD")), null);
        }
        return embedded(directory, settings);
    }

    /// An embedded server, whatever the environment says: for tests that kill or cripple it.
    public static PostgresServer embedded(@Nullable Path directory, Map<String, String> settings) {
        try {
            var builder = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(90))
                    .setCleanDataDirectory(directory == null)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100");
            settings.forEach(builder::setServerConfig);
            if (directory != null) {
                Files.createDirectories(directory);
                builder.setDataDirectory(directory);
                rememberedPort(directory).ifPresent(builder::setPort);
            }
            var postgres = builder.start();
            if (directory != null) {
                Files.writeString(portFile(directory), Integer.toString(postgres.getPort()), StandardCharsets.US_ASCII);
            }
            return new PostgresServer(
                    new Database(postgres.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", ""), "postgres", ""),
                    postgres);
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
        }
    }

    /// Where the programs of the server that runs, or last ran, in that data folder are.
    public static Path programs(Path directory) {
        try {
            var started = Files.readString(directory.resolve("postmaster.opts"), StandardCharsets.UTF_8);
            return Path.of(started.substring(0, started.indexOf(' '))).resolveSibling("");
        } catch (IOException e) {
            throw new UncheckedIOException("no server ran there", e);
        }
    }

    /// The administrator's entrance to the server's own database.
    public Database administrator() {
        return administrator;
    }

    /// Makes an empty database of its own name, so that tests never meet.
    public Database newDatabase(String prefix) {
        var name = prefix + "_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
        try {
            administrator.execute("drop database if exists " + name + " with (force)");
            administrator.execute("create database " + name + " encoding 'UTF8' template template0");
        } catch (SQLException e) {
            throw new IllegalStateException("no database could be made on " + administrator, e);
        }
        return administrator.named(name);
    }

    @Override
    public void close() {
        if (embedded == null) {
            return;
        }
        try {
            embedded.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not stop", e);
        }
    }

    /// A data folder that is started again listens where it listened before, so that who knew its address still does.
    private static OptionalInt rememberedPort(Path directory) throws IOException {
        var file = portFile(directory);
        if (!Files.exists(file)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(
                Files.readString(file, StandardCharsets.US_ASCII).strip()));
    }

    private static Path portFile(Path directory) {
        return directory.resolveSibling(directory.getFileName() + ".port");
    }

    private static String environment(String name) {
        var value = System.getenv(name);
        return value == null ? "" : value;
    }

    private static final class Shared {
        static final PostgresServer SERVER = open(null, Map.of("max_wal_size", "2GB", "shared_buffers", "256MB"));
    }
}
