package jp.bansho.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jp.bansho.population.Options;
import jp.bansho.population.Population;
import jp.bansho.population.Progress;
import jp.bansho.testing.Database;
import jp.bansho.testing.PostgresServer;

/// Where everything is measured: one PostgreSQL, one installation of the number machine, one folder for files.
public final class Site implements AutoCloseable {

    /// Association 28 is measured; 11 is already there where a database is said to be filled.
    static final int MEASURED = 28;

    static final int OTHER = 11;
    static final List<Integer> ALL = List.of(11, 28, 40);
    /// The tax year of all slips.
    public static final int TAX_YEAR = 2025;

    private static final String EMPTY = """
            truncate linkage.subject, vault.sealed_number, vault.pad_block, vault.number_index, job.job, job.batch,
                     intake.finding, intake.work_item, taxfile.missing, taxfile.violation
            """;

    private final long began = System.nanoTime();
    private final Path folder;
    private final PostgresServer server;
    private final Database database;
    private final Meter meter;

    /// A new server and installation.
    ///
    /// @param folder an empty folder on a disk like the one of a real database; removed at the end
    public Site(Path folder) throws IOException, java.sql.SQLException {
        this.folder = folder;
        say("starting PostgreSQL / PostgreSQL を起動");
        server = PostgresServer.embedded(
                folder.resolve("postgresql"), Map.of("shared_buffers", "2GB", "max_wal_size", "8GB"));
        database = server.newDatabase("bench");
        meter = new Meter(postmaster(database));
        install();
    }

    /// The process of a database's server on this machine.
    public static long postmaster(Database database) throws IOException, java.sql.SQLException {
        var data = Path.of(Sql.text(database, "show data_directory"));
        return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.US_ASCII)
                .getFirst()
                .strip());
    }

    private void install() throws IOException {
        var associations = population("associations", 100, 8, 1, false);
        var command = WorkerProcess.java("jp.bansho.numbers.command.Bansho", System.getProperty("java.class.path"));
        command.addAll(List.of(
                "numbers",
                "init",
                "--associations",
                associations.resolve("associations.properties").toString()));
        var builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("installed.txt").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("BANSHO_HOME", home().toString());
        builder.environment().put("BANSHO_DB_URL", database.url());
        builder.environment().put("BANSHO_DB_USER", database.user());
        builder.environment().put("BANSHO_DB_PASSWORD", database.password());
        builder.environment().remove("BANSHO_KEY_FILE");
        var process = builder.start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("the installation failed; its reason stands above");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// The home of the number machine.
    public Path home() {
        return folder.resolve("home");
    }

    /// A place for a file.
    public Path file(String name) {
        return folder.resolve(name);
    }

    /// The number machine's database.
    public Database database() {
        return database;
    }

    Database newDatabase(String name) {
        return server.newDatabase(name);
    }

    Meter meter() {
        return meter;
    }

    /// The server's version in words.
    public String postgres() throws java.sql.SQLException {
        return Sql.text(database, "select split_part(current_setting('server_version'), ' ', 1)");
    }

    /// Makes an invented population, once.
    public Path population(String name, long people, int associations, long seed, boolean faults) throws IOException {
        var made = folder.resolve("population-" + name);
        if (!Files.exists(made)) {
            say("inventing %,d people / %,d 人を作成".formatted(people, people));
            Population.make(new Options(people, seed, made, associations, faults, TAX_YEAR), Progress.none());
        }
        return made;
    }

    /// Empties the number machine's tables; the audit record stays.
    public void empty() throws java.sql.SQLException {
        Sql.run(database, EMPTY);
    }

    /// Somebody with an account, for orders that take two people.
    ///
    /// @return the person's number
    public static long hire(Database database, String account, String role, String department, int organisation)
            throws java.sql.SQLException {
        return Sql.number(database, """
                with someone as (
                    insert into access.person (organisation, staff_number, name, name_key)
                    values (%1$d, '%2$s', '%2$s', '%2$s') returning id)
                insert into access.account (id, organisation, person, role, department, valid_from, valid_until, state, created_at)
                select '%2$s', %1$d, id, '%3$s', '%4$s', date '2020-04-01', date '2099-03-31', 'active', now() from someone
                returning person
                """.formatted(organisation, account, role, department));
    }

    /// Says how far the run is.
    public void say(String what) {
        System.err.printf(Locale.ROOT, "[%5.0f s] %s%n", (System.nanoTime() - began) / 1e9, what);
    }

    /// Removes a folder and what is in it.
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var inside = Files.walk(folder)) {
            for (var each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        remove(folder);
    }
}
