package jp.bansho.juki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.bansho.juki.command.JukiCommand;
import jp.bansho.juki.staff.Pair;
import jp.bansho.juki.staff.Settings;
import jp.bansho.machine.DatabaseSetup;
import jp.bansho.machine.HeadKeeper;
import jp.bansho.machine.Home;
import jp.bansho.machine.KeyCheck;
import jp.bansho.machine.LineKey;
import jp.bansho.machine.MachineSetup;
import jp.bansho.machine.Refused;
import jp.bansho.media.Counts;
import jp.bansho.media.Label;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.ParcelReader;
import jp.bansho.media.ParcelWriter;
import jp.bansho.media.Receiving;
import jp.bansho.media.ledger.Arrival;
import jp.bansho.media.ledger.MediumKind;
import jp.bansho.terminal.TerminalServer;
import jp.bansho.terminal.TerminalSettings;
import jp.bansho.testing.Database;
import jp.bansho.testing.PostgresServer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// A whole Juki-net machine of its own: database, home, the running application; the pension machine's and the number
/// machine's keys; the other end of the line. Ten inquiries make a batch.
public final class JukiSite implements AutoCloseable {

    /// Two of its people.
    public static final Pair TWO = Pair.named("taro", "hanako");

    private static final int BATCH = 10;
    private static final String SAID = "command.txt";
    private static final Object SERVER_WIDE = new Object();

    private final Path folder;
    private final Home home;
    private final Database database;
    private final ParcelKeys pension;
    private final ParcelKeys numbers;
    private final LinePartner partner;
    private ConfigurableApplicationContext context;
    private int media;

    private JukiSite(
            Path folder,
            Home home,
            Database database,
            ParcelKeys pension,
            ParcelKeys numbers,
            LinePartner partner,
            ConfigurableApplicationContext context) {
        this.folder = folder;
        this.home = home;
        this.database = database;
        this.pension = pension;
        this.numbers = numbers;
        this.partner = partner;
        this.context = context;
    }

    /// Sets one up on that server and starts it; its people are named.
    public static JukiSite on(PostgresServer server) throws IOException, GeneralSecurityException {
        return on(server, false);
    }

    /// Sets one up on that server and serves its terminals; its people come in by passkey.
    public static JukiSite serving(PostgresServer server) throws IOException, GeneralSecurityException {
        return on(server, true);
    }

    private static JukiSite on(PostgresServer server, boolean terminals) throws IOException, GeneralSecurityException {
        var folder = Files.createTempDirectory("juki-machine");
        var home = new Home(folder.resolve("home"));
        Files.createDirectories(
                home.folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        // the login role belongs to the whole server: one password for all machines of the tests
        Files.writeString(home.database(), "password = onlyfortests\n");
        var database = server.newDatabase("juki");
        synchronized (SERVER_WIDE) {
            new MachineSetup(home)
                    .all(
                            new DatabaseSetup(database.url(), database.user(), database.password()),
                            List.of(),
                            JukiCommand.DESKS,
                            new KeyCheck("machine.key_check"));
        }
        Files.writeString(home.staff(), "taro = operator\nhanako = operator\njiro = operator\n");
        if (!terminals) {
            Files.writeString(home.folder().resolve("juki.properties"), "media.people = named\n");
        }
        Settings.write(home);
        var own = keys(home.media(), "juki");
        var pension = keys(folder.resolve("pension"), "pension");
        var numbers = keys(folder.resolve("numbers"), "numbers");
        own.believe("pension", Set.of("registration"), folder.resolve("pension/pension-sign.pem"));
        own.sealFor("numbers", folder.resolve("numbers/numbers-receive.pem"));
        pension.sealFor("juki", home.media().resolve("juki-receive.pem"));
        numbers.believe("juki", Set.of("registration"), home.media().resolve("juki-sign.pem"));
        LineKey.make(home, "juki", Instant.now());
        var partner =
                new LinePartner(LinePartner.read(Files.readAllBytes(home.tls().resolve("line.pem"))));
        Files.writeString(home.tls().resolve("jlis.pem"), partner.certificate());
        Files.writeString(home.folder().resolve("line.properties"), "url = " + partner.url() + "\n");
        return new JukiSite(folder, home, database, pension, numbers, partner, run(home, terminals));
    }

    private static ParcelKeys keys(Path folder, String organisation) throws IOException {
        var keys = new ParcelKeys(folder);
        keys.make(
                organisation,
                Instant.now().minus(9, ChronoUnit.DAYS),
                Instant.now().plus(9, ChronoUnit.DAYS));
        return keys;
    }

    private static ConfigurableApplicationContext run(Home home, boolean terminals) {
        var application = new SpringApplication(JukiMachine.class);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setWebApplicationType(terminals ? WebApplicationType.SERVLET : WebApplicationType.NONE);
        var settings = new HashMap<String, Object>(Map.of("bansho.juki.batch-size", BATCH));
        if (terminals) {
            settings.putAll(
                    TerminalServer.properties(home, TerminalSettings.of(home).onPort(0)));
        }
        application.addInitializers(
                started -> ((GenericApplicationContext) started)
                        .registerBean("homeOfTest", Home.class, () -> home, bean -> bean.setPrimary(true)),
                started -> started.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("test", settings)));
        var context = application.run();
        context.getBean(HeadKeeper.class);
        return context;
    }

    /// Stops without a last word and starts again.
    public void again() {
        context.close();
        context = run(home, false);
    }

    /// A part of the running application.
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /// The address of its terminal server.
    public String origin() {
        return "https://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    public LinePartner partner() {
        return partner;
    }

    public Home home() {
        return home;
    }

    /// A new empty folder on a medium.
    public Path outbox() throws IOException {
        return Files.createTempDirectory(folder, "outbox");
    }

    /// A medium that comes.
    public Arrival arrival() {
        media++;
        return new Arrival("ASK-" + media, MediumKind.DISC, "inquiries", "courier-1");
    }

    public Connection superuser() throws SQLException {
        return database.connect();
    }

    /// An inquiry about an invented person by code, as the pension machine writes it.
    public static String inquiry(int person) {
        var code = jp.bansho.identifiers.ResidentRecordCode.checkDigit(1_000_000_000L + person)
                + 10L * (1_000_000_000L + person);
        return "%d,21,1,%s,,,20251105,1,%d,,,,,,,,".formatted(person + 1, user(person), code);
    }

    public static String user(int person) {
        return "28%08d".formatted(person);
    }

    /// A parcel of the pension machine with inquiries about that many people.
    public Path parcel(int from, int people) throws IOException {
        return parcel(
                "juki",
                Clock.systemUTC(),
                IntStream.range(from, from + people).mapToObj(JukiSite::inquiry).toList());
    }

    /// A parcel of the pension machine with those rows.
    public Path parcel(String to, Clock clock, List<String> rows) throws IOException {
        var label = new Label(
                ParcelNumber.make(new SecureRandom()),
                "identity-inquiries",
                "registration",
                "A-7",
                "pension",
                to,
                "saburo",
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Tokyo")),
                "destroy after use");
        var place = outbox().resolve(label.number().text());
        try (var writer = ParcelWriter.begin(
                place, label, pension.signing(), pension.recipient("juki").orElseThrow(), clock)) {
            writer.add("identity-inquiries-28.csv", out -> {
                for (var row : rows) {
                    out.write((row + "\r\n").getBytes(StandardCharsets.UTF_8));
                }
                return new Counts(rows.size(), rows.size());
            });
            writer.finish();
        }
        return place;
    }

    /// What the number machine reads in a parcel: the lines of each file.
    public Map<String, List<String>> opened(Path parcel) throws IOException {
        var receiving =
                new Receiving("numbers", Set.of("registration"), numbers.senders(), _ -> false, Clock.systemUTC());
        try (var opened = new ParcelReader(receiving).inspect(parcel).open(numbers.receiving())) {
            var files = new java.util.TreeMap<String, List<String>>();
            for (var file : opened.manifest().files()) {
                files.put(
                        file.name(),
                        new String(opened.stream(file).readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .toList());
            }
            opened.complete(opened.manifest().files().stream()
                    .collect(Collectors.toMap(file -> file.name(), file -> file.counts())));
            return files;
        }
    }

    /// A command of this machine in a process of its own, with ten inquiries to a batch.
    public Process command(String... words) throws IOException {
        return program(JukiCommand.class, words);
    }

    /// A program in a process of its own, in this machine's home; what it says is [#said].
    public Process program(Class<?> main, String... words) throws IOException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(SAID).toFile());
        builder.environment().put("BANSHO_HOME", home.folder().toString());
        builder.environment().put("BANSHO_JUKI_BATCH_SIZE", Integer.toString(BATCH));
        return builder.start();
    }

    /// What the last command or program said.
    public String said() throws IOException {
        return Files.readString(folder.resolve(SAID));
    }

    /// The first column of what the administrator finds.
    public List<String> rows(String sql) throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (row.next()) {
                rows.add(String.valueOf(row.getString(1)));
            }
            return rows;
        }
    }

    /// Work that is refused by that word.
    public static void refused(ThrowingCallable work, String reason) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Override
    public void close() {
        partner.close();
        context.close();
    }
}
