package jp.bansho.numbers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import jp.bansho.machine.DatabaseSetup;
import jp.bansho.machine.HeadKeeper;
import jp.bansho.machine.Home;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.installation.Installation;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.intake.IntakeOrder;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.job.JobSheet;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Scope;
import jp.bansho.terminal.TerminalServer;
import jp.bansho.terminal.TerminalSettings;
import jp.bansho.testing.Database;
import jp.bansho.testing.PostgresServer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// A whole number machine of its own: a fresh database, a home folder, the running application. Associations 11 and 28.
///
/// Any number of them live side by side in one JVM; the fixed password keeps them from locking each other out, because
/// the login role belongs to the whole server.
public final class TestMachine implements AutoCloseable {

    /// Association 28, most tests' own.
    public static final int HYOGO = 28;

    /// Association 11, the other one.
    public static final int SAITAMA = 11;

    private static final ReentrantLock SERVER_WIDE = new ReentrantLock();

    private Database database;
    private final Path folder;
    private final Home home;
    private ConfigurableApplicationContext context;

    private TestMachine(Database database, Path folder, Home home, ConfigurableApplicationContext context) {
        this.database = database;
        this.folder = folder;
        this.home = home;
        this.context = context;
    }

    /// Installs and starts a machine on the shared server.
    public static TestMachine start() {
        return on(PostgresServer.shared());
    }

    /// Installs and starts a machine on that server.
    public static TestMachine on(PostgresServer server) {
        return on(server, home -> run(home));
    }

    /// Installs and starts a machine that serves terminals on a free port, under a clock of the test's own.
    ///
    /// @param settings changes the home folder before the start
    public static TestMachine serving(Clock clock, Consumer<Home> settings) {
        return on(PostgresServer.shared(), home -> {
            settings.accept(home);
            return serve(home, clock);
        });
    }

    private static TestMachine on(PostgresServer server, Function<Home, ConfigurableApplicationContext> start) {
        try {
            var folder = Files.createTempDirectory("number-machine");
            var home = new Home(folder.resolve("home"));
            var database = server.newDatabase("numbers");
            install(database, home, folder);
            return new TestMachine(database, folder, home, start.apply(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Installs in that home and database, or brings the installation up to date.
    public static void install(Database database, Home home, Path folder) throws IOException {
        install(database, home, folder, "onlyfortests");
    }

    /// As [#install], with a password of the login role for an installation that must not succeed.
    public static void install(Database database, Home home, Path folder, String password) throws IOException {
        var associations = Files.writeString(folder.resolve("associations.properties"), """
                11.name=埼玉県市町村職員共済組合（架空）
                11.user-number-pattern=11[0-9]{8}
                11.own-number-pattern=K[0-9]{7}
                11.certificate-number-pattern=11[0-9]{13}
                11.payroll-number-pattern=[0-9]{8}
                28.name=兵庫県市町村職員共済組合（架空）
                28.user-number-pattern=28[0-9]{8}
                28.own-number-pattern=K[0-9]{7}
                28.certificate-number-pattern=28[0-9]{13}
                28.payroll-number-pattern=[0-9]{8}
                """, StandardCharsets.UTF_8);
        Files.createDirectories(
                home.folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        if (!Files.exists(home.database())) {
            Files.writeString(home.database(), "password = " + password + "\n");
        }
        SERVER_WIDE.lock();
        try {
            new Installation(home)
                    .setUp(new DatabaseSetup(database.url(), database.user(), database.password()), associations);
        } finally {
            SERVER_WIDE.unlock();
        }
    }

    /// Starts the application on a home folder, as the command line does; the caller closes it.
    public static ConfigurableApplicationContext run(Home home) {
        var application = application(home);
        application.setWebApplicationType(WebApplicationType.NONE);
        return opened(application);
    }

    private static ConfigurableApplicationContext serve(Home home, Clock clock) {
        var application = application(home);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        var properties =
                TerminalServer.properties(home, TerminalSettings.of(home).onPort(0));
        application.addInitializers(
                context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("terminal", properties)),
                context -> ((GenericApplicationContext) context)
                        .registerBean(
                                "clockOfTest", Clock.class, () -> clock, definition -> definition.setPrimary(true)));
        return opened(application);
    }

    private static SpringApplication application(Home home) {
        var application = new SpringApplication(NumbersMachine.class);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("homeOfTest", Home.class, () -> home, definition -> definition.setPrimary(true)));
        return application;
    }

    private static ConfigurableApplicationContext opened(SpringApplication application) {
        var context = application.run();
        try {
            context.getBean(HeadKeeper.class);
            return context;
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /// Stops the application, exporting the head of the record as a command does at its end.
    public void stop() {
        try {
            if (context.isActive()) {
                part(HeadKeeper.class).exportAndRecord();
            }
        } finally {
            context.close();
        }
    }

    /// Stops the application without a last word, as a crash would.
    public void kill() {
        context.close();
    }

    /// Starts the application again after [#stop].
    public void again() {
        context = run(home);
    }

    /// Starts the application again with the same database on a server that has another address now.
    public void movedTo(PostgresServer server) throws IOException {
        database = server.administrator()
                .named(database.url().substring(database.url().lastIndexOf('/') + 1));
        install(database, home, folder);
        again();
    }

    /// A part of the running application.
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /// The address of the terminal server.
    public String origin() {
        return "https://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    public Home home() {
        return home;
    }

    public Database database() {
        return database;
    }

    /// A folder for a test's files; gone with the machine.
    public Path folder() {
        return folder;
    }

    /// Somebody of that role; a person of an association works for 28.
    public Actor actor(Role role) {
        return switch (role) {
            case ASSOCIATION -> clerk(HYOGO);
            case FEDERATION -> new Actor("f.renmei", role, 0);
            case OPERATOR -> new Actor("o.unei", role, 0);
        };
    }

    /// Somebody who works for that association.
    public Actor clerk(int association) {
        return new Actor("a.kumiai" + association, Role.ASSOCIATION, association);
    }

    /// A connection of the administrator of the database, who passes by every rule.
    public Connection superuser() throws SQLException {
        return database.connect();
    }

    /// A connection with the application's own login and no scope yet.
    public Connection application() throws SQLException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(home.database(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DriverManager.getConnection(
                properties.getProperty("url"), properties.getProperty("user"), properties.getProperty("password"));
    }

    /// A connection with the application's own login, in an open transaction in that scope.
    public Connection scoped(Scope scope) throws SQLException {
        var connection = application();
        connection.setAutoCommit(false);
        Transactions.enter(connection, scope);
        return connection;
    }

    /// As [#scoped], for one association.
    public Connection associationConnection(int code) throws SQLException {
        return scoped(new Scope.Association(code));
    }

    /// Registers a file as somebody of that association.
    public JobSheet take(JobKind kind, int association, Path file) {
        var purpose = kind == JobKind.DEPENDANTS ? Purpose.DEPENDANTS_DECLARATION : Purpose.NUMBER_REGISTRATION;
        var order = new IntakeOrder(kind, clerk(association), purpose, association, file, false);
        return part(Intake.class).run(order, Progress.SILENT);
    }

    /// Registers recipients `from` to `to` (exclusive) of [InventedFiles] in that association.
    public JobSheet register(int association, int from, int to) {
        var name = "identity-results-%02d-%d-%d.csv".formatted(association, from, to);
        return take(JobKind.RESULTS, association, InventedFiles.results(folder.resolve(name), association, from, to));
    }

    /// The handle of a person by user number.
    public long subject(String userNumber) throws SQLException {
        try (var connection = superuser();
                var statement = connection.prepareStatement("select id from linkage.subject where user_number = ?")) {
            statement.setString(1, userNumber);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("nobody has the user number " + userNumber);
                }
                return row.getLong(1);
            }
        }
    }

    /// Stops the application and removes the files; the database goes with its server.
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
}
