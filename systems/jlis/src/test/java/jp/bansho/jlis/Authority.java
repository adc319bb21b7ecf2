package jp.bansho.jlis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.jlis.command.JlisSetup;
import jp.bansho.jlis.line.LineServer;
import jp.bansho.jlis.line.LineSettings;
import jp.bansho.jlis.residents.Residents;
import jp.bansho.jlis.residents.ResidentsEvent.RegisterLoaded;
import jp.bansho.jlis.store.Scope;
import jp.bansho.machine.DatabaseSetup;
import jp.bansho.machine.HeadKeeper;
import jp.bansho.machine.Home;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.machine.Transactions.Work;
import jp.bansho.testing.Database;
import jp.bansho.testing.PostgresServer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// A whole machine of the authority: a fresh database, a home folder, the running application.
public final class Authority implements AutoCloseable {

    /// Who acts in tests.
    public static final Stamp REGISTRAR = new Stamp("jlis", "r.tanto", "registrar", null, null, null, null);

    /// When the tests take place, as far as the machine knows.
    public static final Clock NOW = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private final Home home;
    private final Database database;
    private ConfigurableApplicationContext context;

    private Authority(Path folder, Home home, Database database, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.home = home;
        this.database = database;
        this.context = context;
    }

    /// Sets one up and starts it, on the shared server.
    public static Authority start() {
        return on(PostgresServer.shared());
    }

    /// Sets one up and starts it.
    public static Authority on(PostgresServer server) {
        try {
            var folder = Files.createTempDirectory("authority");
            var home = new Home(folder.resolve("home"));
            Files.createDirectories(
                    home.folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            // the login role belongs to the whole server: one password for all machines of the tests
            Files.writeString(home.database(), "password = onlyfortests\n");
            var database = server.newDatabase("jlis");
            JlisSetup.all(home, new DatabaseSetup(database.url(), database.user(), database.password()));
            return new Authority(folder, home, database, run(home, Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConfigurableApplicationContext run(Home home, Map<String, Object> server) {
        var application = new SpringApplication(JlisMachine.class);
        application.setWebApplicationType(server.isEmpty() ? WebApplicationType.NONE : WebApplicationType.SERVLET);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.addInitializers(
                started -> ((GenericApplicationContext) started)
                        .registerBean("homeOfTest", Home.class, () -> home, bean -> bean.setPrimary(true)),
                started -> ((GenericApplicationContext) started)
                        .registerBean("clockOfTest", Clock.class, () -> NOW, bean -> bean.setPrimary(true)),
                started -> started.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("server", server)));
        var context = application.run();
        context.getBean(HeadKeeper.class);
        return context;
    }

    /// Starts the line on a free port; before, the machine is stopped as by a kill, without a last word.
    ///
    /// @return its address
    public String serve() {
        context.close();
        context = run(home, LineServer.properties(home, LineSettings.of(home).onPort(0)));
        return "https://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /// Fills the register.
    public void load(Town town) {
        var file = town.write(folder.resolve("residents.csv"));
        recorded(connection -> {
            var loaded = part(Residents.class).load(connection, file, Progress.SILENT);
            var event = new RegisterLoaded(loaded.residents(), loaded.dead(), loaded.left());
            return new Recorded<>(loaded, List.of(new Entry(REGISTRAR, event)));
        });
    }

    /// A bulk act of the registrar.
    public <T> T recorded(Work<Recorded<T>> work) {
        return recorded(Scope.REGISTRAR, work);
    }

    /// A bulk act.
    public <T> T recorded(Scope scope, Work<Recorded<T>> work) {
        var transactions = part(Transactions.class);
        try (var connection = transactions.connection()) {
            return transactions.bulk(connection, scope, work);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What the administrator of the database reads.
    public List<String> rows(String sql) throws SQLException {
        try (var connection = superuser()) {
            return Sql.rows(connection, sql);
        }
    }

    /// What the administrator of the database reads: bytes of one column, without nulls.
    public List<byte[]> bytes(String sql) throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var found = new ArrayList<byte[]>();
            while (row.next()) {
                var bytes = row.getBytes(1);
                if (bytes != null) {
                    found.add(bytes);
                }
            }
            return found;
        }
    }

    /// What the administrator of the database does.
    public void run(String sql) throws SQLException {
        database.execute(sql);
    }

    /// A connection of the administrator of the database, who passes by every rule.
    public Connection superuser() throws SQLException {
        return database.connect();
    }

    /// A part of the running application.
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public Home home() {
        return home;
    }

    /// A folder for a test's files; gone with the machine.
    public Path folder() {
        return folder;
    }

    /// Writes rows into a file of the test's folder.
    public Path file(String name, String... rows) {
        return Town.write(folder.resolve(name), List.of(rows));
    }

    /// All that is in the home's files, for a search.
    public List<Path> homeFiles() throws IOException {
        try (var files = Files.walk(home.folder())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Override
    public void close() {
        context.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lines of an answer or a file.
    public static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
}
