package jp.bansho.pension;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import jp.bansho.machine.DatabaseSetup;
import jp.bansho.machine.HeadKeeper;
import jp.bansho.machine.Home;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Refused;
import jp.bansho.machine.Transactions;
import jp.bansho.media.CertifiedKey;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.PracticeCertificate;
import jp.bansho.pension.cutting.Cut;
import jp.bansho.pension.cutting.CutOrder;
import jp.bansho.pension.cutting.CutPurpose;
import jp.bansho.pension.cutting.Cuts;
import jp.bansho.pension.installation.Installation;
import jp.bansho.pension.members.Loaded;
import jp.bansho.pension.members.Members;
import jp.bansho.pension.outbox.Party;
import jp.bansho.pension.payments.Payments;
import jp.bansho.pension.staff.Clerk;
import jp.bansho.pension.staff.Clerk.Post;
import jp.bansho.pension.store.Scope;
import jp.bansho.testing.Database;
import jp.bansho.testing.PostgresServer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// A whole pension machine of its own: a fresh database, a home folder, the running application,
/// a recipient's key, and an empty outbox. Associations 11, 28 and 40. The clock stands still at
/// noon of 5 November 2025.
public final class PensionSite implements AutoCloseable {

    public static final int HYOGO = 28;
    public static final LocalDate TODAY = LocalDate.of(2025, 11, 5);
    public static final Instant NOW = Instant.parse("2025-11-05T03:00:00Z");

    /// The organisation's clerk, its second person, and others.
    public static final Clerk CLERK = new Clerk("a.tanto", Post.ASSOCIATION, HYOGO);

    public static final Clerk CHIEF = new Clerk("a.kacho", Post.ASSOCIATION, HYOGO);
    public static final Clerk STRANGER = new Clerk("b.tanto", Post.ASSOCIATION, 11);
    public static final Clerk OPERATOR = new Clerk("o.unei", Post.OPERATOR, 0);
    public static final Clerk FEDERATION = new Clerk("f.renmei", Post.FEDERATION, 0);
    public static final Clerk FEDERATION_CHIEF = new Clerk("f.kacho", Post.FEDERATION, 0);

    /// The tax year of the invented population.
    public static final int TAX_YEAR = 2025;

    private static final Object SERVER_WIDE = new Object();

    private final Database database;
    private final Path folder;
    private final Home home;
    private final CertifiedKey juki;
    private final CertifiedKey numbers;
    private final ConfigurableApplicationContext context;

    private PensionSite(
            Database database,
            Path folder,
            Home home,
            CertifiedKey juki,
            CertifiedKey numbers,
            ConfigurableApplicationContext context) {
        this.database = database;
        this.folder = folder;
        this.home = home;
        this.juki = juki;
        this.numbers = numbers;
        this.context = context;
    }

    /// Installs and starts a machine on the shared server.
    public static PensionSite start() {
        try {
            var folder = Files.createTempDirectory("pension-machine");
            var home = new Home(folder.resolve("home"));
            var database = PostgresServer.shared().newDatabase("pension");
            install(database, home, folder);
            Files.createDirectory(folder.resolve("outbox"));
            var juki = receiver("juki");
            var keys = new ParcelKeys(home.media());
            keys.make("pension", NOW.minus(1, ChronoUnit.HOURS), NOW.plus(730, ChronoUnit.DAYS));
            keys.sealFor("juki", Files.writeString(folder.resolve("juki.pem"), ParcelKeys.pem(juki.certificate())));
            var numbers = receiver("numbers");
            keys.sealFor(
                    "numbers", Files.writeString(folder.resolve("numbers.pem"), ParcelKeys.pem(numbers.certificate())));
            return new PensionSite(database, folder, home, juki, numbers, run(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A key that parcels can be sealed for.
    public static CertifiedKey receiver(String organisation) {
        return PracticeCertificate.make(
                PracticeCertificate.Kind.P_256,
                PracticeCertificate.Use.RECEIVE,
                organisation,
                NOW.minus(1, ChronoUnit.DAYS),
                NOW.plus(3650, ChronoUnit.DAYS),
                new SecureRandom());
    }

    private static void install(Database database, Home home, Path folder) throws IOException {
        var associations = Files.writeString(folder.resolve("associations.properties"), """
                11.name=埼玉県市町村職員共済組合（架空）
                11.user-number-pattern=11[0-9]{8}
                28.name=兵庫県市町村職員共済組合（架空）
                28.user-number-pattern=28[0-9]{8}
                40.name=福岡県市町村職員共済組合（架空）
                40.user-number-pattern=40[0-9]{8}
                """, StandardCharsets.UTF_8);
        Files.createDirectories(
                home.folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        // the login role belongs to the whole server, so that all machines of a test run share its password
        Files.writeString(home.database(), "password = practice\n");
        Files.writeString(home.staff(), """
                a.tanto = association 28
                a.kacho = association 28
                o.unei = operator
                f.renmei = federation
                f.kacho = federation
                """);
        synchronized (SERVER_WIDE) {
            new Installation(home)
                    .setUp(new DatabaseSetup(database.url(), database.user(), database.password()), associations);
        }
    }

    private static ConfigurableApplicationContext run(Home home) {
        var application = new SpringApplication(PensionMachine.class);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean("homeOfTest", Home.class, () -> home, definition -> definition.setPrimary(true));
            var clock = Clock.fixed(NOW, ZoneOffset.UTC);
            beans.registerBean("clockOfTest", Clock.class, () -> clock, definition -> definition.setPrimary(true));
        });
        var context = application.run();
        context.getBean(HeadKeeper.class);
        return context;
    }

    /// A part of the running application.
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public Home home() {
        return home;
    }

    public Database database() {
        return database;
    }

    /// A folder for a test's files.
    public Path folder() {
        return folder;
    }

    public Path outbox() {
        return folder.resolve("outbox");
    }

    /// What parcels are sealed for.
    public CertifiedKey juki() {
        return juki;
    }

    /// What parcels to the number machine are sealed for.
    public CertifiedKey numbers() {
        return numbers;
    }

    /// Takes in all payments and declarations of an association, and who pays.
    public void loadYear(Invented invented, int association) {
        loadYear(invented, association, invented.file("awards-%02d.csv".formatted(association)));
    }

    /// The same with other awards.
    public void loadYear(Invented invented, int association, Path awards) {
        try {
            Files.copy(
                    invented.file("payer.properties"),
                    home.folder().resolve("payer.properties"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var payments = part(Payments.class);
        var paid = invented.file("payments-%02d.csv".formatted(association));
        payments.load(FEDERATION, association, TAX_YEAR, awards, paid, Progress.SILENT);
        var declared = invented.file("declarations-%02d.csv".formatted(association));
        payments.declarations(FEDERATION, association, TAX_YEAR, declared, Progress.SILENT);
    }

    /// Takes a file in as the clerk of 28.
    public Loaded load(Path file) {
        return part(Members.class).load(CLERK, HYOGO, file, Progress.SILENT);
    }

    /// An order of the clerk, approved by the chief, for that day.
    public CutOrder order(CutPurpose purpose, LocalDate day) {
        var party = new Party(CLERK, CHIEF, OPERATOR);
        return new CutOrder(party, HYOGO, purpose, null, day, TODAY.plusDays(14), medium(purpose, day), outbox());
    }

    /// The medium that such an order goes onto: one for each.
    public static String medium(CutPurpose purpose, LocalDate day) {
        return (purpose.word() + "-" + day)
                .toUpperCase(Locale.ROOT)
                .replace("REGISTRATION", "REG")
                .replace("LIFE-STATUS", "LIFE");
    }

    public Cut cut(CutPurpose purpose, LocalDate day) {
        return part(Cuts.class).cut(order(purpose, day));
    }

    /// A connection of the administrator of the database, who passes by every rule.
    public Connection superuser() throws SQLException {
        return database.connect();
    }

    /// A connection with the application's own login, in an open transaction in that scope.
    public Connection scoped(Scope scope) throws SQLException {
        var properties = Home.load(home.database());
        var connection = DriverManager.getConnection(
                properties.getProperty("url"), properties.getProperty("user"), properties.getProperty("password"));
        connection.setAutoCommit(false);
        Transactions.enter(connection, scope);
        return connection;
    }

    /// Names of the events on record, oldest first.
    public java.util.List<String> events() throws SQLException {
        try (var connection = superuser()) {
            return Sql.rows(connection, "select event from audit.record where event <> 'head-exported' order by seq");
        }
    }

    /// The database as it was when a cut was approved: the parcel made, or half made, and nobody
    /// told.
    ///
    /// @param cuts the table of such cuts
    public void forgetThatItWasCut(String cuts) throws SQLException {
        database.execute("""
                set session_replication_role = replica;
                update %s set manifest_hash = null, cut_at = null;
                delete from media.content;
                delete from media.step where action = 'write';
                update media.parcel p set state = 'begun', last_step = (select max(id) from media.step s where s.parcel = p.number);
                update media.medium m set last_step = (select max(id) from media.step s where s.medium = m.id);
                set session_replication_role = origin
                """.formatted(cuts));
    }

    /// The word of a refusal that people can read, or `none`.
    public static String reason(Callable<?> act) throws Exception {
        try {
            act.call();
            return "none";
        } catch (Refused refused) {
            assertThat(refused.japanese()).isNotBlank();
            return refused.reason();
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
}
