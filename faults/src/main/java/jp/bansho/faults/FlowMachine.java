package jp.bansho.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.bansho.machine.Home;
import jp.bansho.media.ParcelKeys;
import jp.bansho.testing.Database;

/// One of the four machines of flow 1: its own jars, its own home, its own database.
final class FlowMachine {

    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final String SMALL = "15";

    final String name;
    final Home home;
    private final Path folder;
    private final Path archives;
    private final String main;
    private final Database database;

    /// @param main class of its command line
    FlowMachine(String name, String main, Path folder, Path archives, Postgres postgres) throws IOException {
        this.name = name;
        this.main = main;
        this.folder = folder;
        this.archives = archives;
        this.home = new Home(folder.resolve(name + "-home"));
        this.database = postgres.newDatabase("flow_" + name);
        Files.createDirectories(
                home.folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        // all machines of a run share one server, and with it the login role
        Files.writeString(home.database(), "password = onlyforfaults\n");
    }

    /// Its people; nobody else is there before.
    void staff(String role) throws IOException {
        var lines = Stream.of("taro", "hanako", "jiro").map(who -> who + " = " + role + "\n");
        Files.writeString(
                home.staff(),
                lines.collect(Collectors.joining()),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    ParcelKeys keys() {
        return new ParcelKeys(home.media());
    }

    /// A command that must do its work, undisturbed.
    Child done(String... words) throws IOException {
        var child = start(words);
        var code = child.end(300);
        if (code != 0 && code != 3) {
            throw new IOException(name + " " + String.join(" ", words) + ": " + code + " " + child.said());
        }
        return child;
    }

    Child start(String... words) throws IOException {
        var settings = List.of("-Dbansho.numbers.intake.batch-size=" + SMALL);
        var line = Child.java(archives.resolve(name + ".jsa"), settings, main, classPath());
        if (!name.equals("juki") && !name.equals("jlis")) {
            line.add(name);
        }
        line.addAll(List.of(words));
        var number = STARTED.incrementAndGet();
        var out = folder.resolve(name + "-" + number + ".out");
        var err = folder.resolve(name + "-" + number + ".err");
        var builder = new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("BANSHO_HOME", home.folder().toString());
        builder.environment().put("BANSHO_DB_URL", database.url());
        builder.environment().put("BANSHO_DB_USER", database.user());
        builder.environment().put("BANSHO_DB_PASSWORD", database.password());
        builder.environment().put("BANSHO_JUKI_BATCH_SIZE", SMALL);
        builder.environment().remove("BANSHO_KEY_FILE");
        return new Child(builder.start(), out, err);
    }

    /// The machine's own jars and nothing else, as it is delivered.
    private String classPath() {
        var target = Path.of(System.getProperty("bansho.root", "."), "systems", name, "target");
        try (var own = Files.list(target);
                var libraries = Files.list(target.resolve("lib"))) {
            return Stream.concat(own.sorted(), libraries.sorted())
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .collect(Collectors.joining(":"));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is not packaged: run the build first", e);
        }
    }

    Connection connect() throws SQLException {
        return database.connect();
    }

    long number(String sql) throws SQLException {
        try (var connection = connect()) {
            return Sql.number(connection, sql);
        }
    }

    String text(String sql) throws SQLException {
        try (var connection = connect()) {
            return Sql.rows(connection, sql).stream().findFirst().orElse("");
        }
    }
}
