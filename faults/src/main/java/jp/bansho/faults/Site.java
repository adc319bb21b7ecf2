package jp.bansho.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jp.bansho.machine.Home;
import jp.bansho.population.Options;
import jp.bansho.population.Population;
import jp.bansho.population.Progress;
import jp.bansho.testing.Database;

/// One installation under attack: its home, its database, the invented people whose files it is given.
final class Site {

    static final int HERE = 28;
    static final int ELSEWHERE = 11;
    static final int TAX_YEAR = 2025;

    private static final AtomicInteger STARTED = new AtomicInteger();

    final Path folder;
    final Home home;
    final Postgres postgres;
    final Database database;
    final Path archive;
    final Path town;
    private final Map<String, String> environment = new HashMap<>();
    private int batchSize = 50;

    private Site(Path folder, Postgres postgres, Path archive) {
        this.folder = folder;
        this.home = new Home(folder.resolve("home"));
        this.postgres = postgres;
        this.archive = archive;
        this.town = folder.resolve("town");
        this.database = postgres.newDatabase("faults_" + STARTED.incrementAndGet());
    }

    /// A new home folder and database with files to register; not installed yet.
    static Site make(Path folder, Postgres postgres, Path archive, long people, long seed) throws IOException {
        Files.createDirectories(folder);
        var site = new Site(folder, postgres, archive);
        Population.make(new Options(people, seed, site.town, 2, false, TAX_YEAR), Progress.none());
        return site;
    }

    /// Rows of a batch from now on.
    void batchSize(int rows) {
        batchSize = rows;
    }

    /// A variable of the environment of all children from now on.
    void environment(String name, String value) {
        environment.put(name, value);
    }

    String[] initCommand() {
        return new String[] {
            "numbers",
            "init",
            "--associations",
            town.resolve("associations.properties").toString()
        };
    }

    /// Installs, undisturbed.
    void install() throws IOException {
        var child = start(initCommand());
        if (child.end(180) != 0) {
            throw new IOException("the installation failed: " + child.said());
        }
    }

    Child start(String... arguments) throws IOException {
        return start(List.of(), List.of(), arguments);
    }

    /// @param shell what runs before the child in its process
    /// @param settings further switches of its Java
    Child start(List<String> shell, List<String> settings, String... arguments) throws IOException {
        var all = new ArrayList<>(shell);
        var own = new ArrayList<>(settings);
        own.add("-Dbansho.numbers.intake.batch-size=" + batchSize);
        own.add("-Dbansho.numbers.rotation.batch-size=" + batchSize);
        all.addAll(Child.java(archive, own, "jp.bansho.numbers.command.Bansho"));
        all.addAll(List.of(arguments));
        return started(all);
    }

    /// A command of somebody who runs the machine.
    Child operator(String... arguments) throws IOException {
        var staff = home.folder().resolve("staff.properties");
        var line = "o.fault = operator";
        if (!Files.readString(staff).contains(line)) {
            Files.writeString(staff, "\n" + line + "\n", StandardOpenOption.APPEND);
        }
        var all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--as";
        all[arguments.length + 1] = "o.fault";
        return start(all);
    }

    /// An act of people at their screens, in a process of its own.
    Child desk(List<String> arguments) throws IOException {
        var all = Child.desk(archive, List.of());
        all.addAll(arguments);
        return started(all);
    }

    /// As [#desk], undisturbed.
    Child deskDone(List<String> arguments) throws IOException {
        var child = desk(arguments);
        if (child.end(180) != 0) {
            throw new IOException(arguments.getFirst() + " at the desk failed: " + child.said());
        }
        return child;
    }

    private Child started(List<String> all) throws IOException {
        var number = STARTED.incrementAndGet();
        var out = folder.resolve("child-" + number + ".out");
        var err = folder.resolve("child-" + number + ".err");
        var builder = new ProcessBuilder(all).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("BANSHO_HOME", home.folder().toString());
        builder.environment().put("BANSHO_DB_URL", database.url());
        builder.environment().put("BANSHO_DB_USER", database.user());
        builder.environment().put("BANSHO_DB_PASSWORD", database.password());
        builder.environment().remove("BANSHO_KEY_FILE");
        builder.environment().putAll(environment);
        return new Child(builder.start(), out, err);
    }

    /// A command from start to end.
    Child run(String... arguments) throws IOException {
        var child = start(arguments);
        child.end(180);
        return child;
    }

    Connection connect() throws SQLException {
        return database.connect();
    }

    long number(String sql) throws SQLException {
        try (var connection = connect()) {
            return Sql.number(connection, sql);
        }
    }

    List<String> lines(String file) throws IOException {
        return List.of(
                Files.readString(town.resolve(file), StandardCharsets.UTF_8).split("\r\n", 0));
    }
}
