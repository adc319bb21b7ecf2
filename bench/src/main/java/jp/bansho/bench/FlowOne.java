package jp.bansho.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.bansho.bench.Door.Answer;
import jp.bansho.testing.Database;
import jp.bansho.testing.PostgresServer;
import org.jspecify.annotations.Nullable;

/// Flow 1 on machines of their own: the pension machine cuts inquiries, the Juki-net machine asks
/// J-LIS over the line and writes the parcel, the number machine takes it in. Each machine has its
/// server, its home and its processes; between them parcels lie in a folder that stands for the
/// medium, and two people stand at each.
final class FlowOne implements AutoCloseable {

    private static final List<String> PEOPLE = List.of("taro", "hanako", "jiro");

    private final Path folder;
    private final Path media;
    private final Path root;
    private final List<PostgresServer> servers = new ArrayList<>();
    private final Site jlis;
    private final Site pension;
    private final Site juki;
    private final Door numbers;
    private final Path numbersHome;
    private @Nullable Served line;

    /// A machine: its door, its home, its database.
    private record Site(Door door, Path home, Database database) {}

    /// @param numbers the number machine, set up
    FlowOne(Path root, Path folder, Door numbers, Path numbersHome) throws IOException, SQLException {
        this.root = root;
        this.folder = folder;
        this.numbers = numbers;
        this.numbersHome = numbersHome;
        media = Files.createDirectories(folder.resolve("media"));
        jlis = site("jlis");
        pension = site("pension");
        juki = site("juki");
    }

    private Site site(String name) throws SQLException {
        var server = PostgresServer.embedded(folder.resolve(name + "-postgresql"), Map.of());
        servers.add(server);
        var database = server.newDatabase("bansho_" + name);
        var home = folder.resolve(name + "-home");
        return new Site(new Door(root, home, database), home, database);
    }

    /// Sets the machines up: people, certificates of each other, the resident register, the members.
    void setUp(Path population, List<String> associations) throws IOException, InterruptedException {
        must(jlis.door().run(List.of("jlis", "init")));
        must(pension.door()
                .run(List.of(
                        "pension",
                        "init",
                        "--associations",
                        population.resolve("associations.properties").toString())));
        must(juki.door().run(List.of("juki", "init")));
        staff(juki.home(), "operator");
        // nobody sits at a terminal here: people are named, and the machine says so itself
        Files.writeString(juki.home().resolve("juki.properties"), "media.people = named\n", StandardCharsets.UTF_8);
        staff(pension.home(), "federation");
        staff(numbersHome, "federation");
        must(pension.door().run(List.of("pension", "media", "keys", "--organisation", "pension")));
        must(juki.door().run(List.of("juki", "media", "keys", "--organisation", "juki")));
        must(numbers.run(List.of("numbers", "media", "keys", "--organisation", "numbers")));
        know(pension.door(), "pension", pension.home(), juki.door(), "juki", juki.home());
        know(juki.door(), "juki", juki.home(), numbers, "numbers", numbersHome);
        must(juki.door().run(List.of("juki", "line", "key")));
        must(jlis.door()
                .run(List.of(
                        "jlis",
                        "askers",
                        "add",
                        "--organisation",
                        "juki",
                        juki.home().resolve("tls/line.pem").toString())));
        must(jlis.door()
                .run(List.of(
                        "jlis",
                        "residents",
                        "load",
                        population.resolve("residents.csv").toString())));
        line = jlis.door().serve(List.of("jlis", "serve", "--port", "0"));
        must(juki.door()
                .run(List.of(
                        "juki",
                        "line",
                        "trust",
                        "--url",
                        address(),
                        "--certificate",
                        jlis.home().resolve("tls/line.pem").toString())));
        for (var association : associations) {
            must(pension.door()
                    .run(List.of(
                            "pension",
                            "members",
                            "load",
                            population
                                    .resolve("pensioners-" + association + ".csv")
                                    .toString(),
                            "--association",
                            association,
                            "--as",
                            "taro")));
        }
    }

    /// Takes one association's numbers from the pension machine's question to the number machine's register.
    ///
    /// @return what the number machine says of its job
    Answer flow(String association, String referenceDay) throws IOException, InterruptedException {
        return flow(association, referenceDay, _ -> {});
    }

    /// Told whenever a hop begins: `cut`, `take in`, `ask`, `hand out`, `register`, and at last `done`.
    @FunctionalInterface
    interface Hops {
        void begin(String hop) throws IOException;
    }

    /// The same, for whoever wants to know where it is.
    Answer flow(String association, String referenceDay, Hops hops) throws IOException, InterruptedException {
        hops.begin("cut");
        var asked = Files.createDirectories(media.resolve("asked-" + association));
        must(pension.door()
                .run(List.of(
                        "pension",
                        "inquiries",
                        "cut",
                        "--association",
                        association,
                        "--purpose",
                        "registration",
                        "--reference-day",
                        referenceDay,
                        "--by",
                        "taro",
                        "--approved-by",
                        "hanako",
                        "--with",
                        "jiro",
                        "--medium",
                        "ASK-" + association,
                        "--to",
                        asked.toString())));
        hops.begin("take in");
        var job = must(juki.door()
                        .run(List.of(
                                "juki",
                                "take-in",
                                only(asked).toString(),
                                "--medium",
                                "ASK-" + association,
                                "--brought-by",
                                "hanako",
                                "--as",
                                "taro",
                                "--with",
                                "jiro")))
                .text()
                .strip()
                .split(" ", 2)[0];
        hops.begin("ask");
        must(juki.door().run(List.of("juki", "ask", job, "--as", "taro")));
        hops.begin("hand out");
        var answered = Files.createDirectories(media.resolve("answered-" + association));
        must(juki.door()
                .run(List.of(
                        "juki",
                        "hand-out",
                        job,
                        "--to",
                        answered.toString(),
                        "--medium",
                        "DISC-" + association,
                        "--approved-by",
                        "taro",
                        "--as",
                        "hanako",
                        "--with",
                        "jiro")));
        must(juki.door()
                .run(List.of("juki", "hand-over", job, "--taken-by", "jiro", "--as", "hanako", "--with", "taro")));
        hops.begin("register");
        var parcel = only(answered).toString();
        must(numbers.run(List.of(
                "numbers",
                "media",
                "register",
                parcel,
                "--medium",
                "DISC-" + association,
                "--brought-by",
                "jiro",
                "--as",
                "taro",
                "--with",
                "hanako")));
        var sheet = numbers.run(List.of(
                "numbers", "media", "take-in", parcel, "--purpose", "number-registration", "--as", "taro", "--json"));
        must(numbers.run(List.of("numbers", "media", "confirm", parcel, "--as", "taro", "--with", "hanako")));
        hops.begin("done");
        return sheet;
    }

    /// Everything the Juki-net machine and the pension machine have on disk, and the media.
    List<Path> mustHoldNoNumber() {
        return List.of(
                juki.home(),
                folder.resolve("juki-postgresql"),
                pension.home(),
                folder.resolve("pension-postgresql"),
                jlis.home(),
                media);
    }

    /// Whether the record of use of each of the other machines verifies.
    boolean sound() throws IOException, InterruptedException {
        var sound = true;
        for (var site : List.of(pension, juki, jlis)) {
            sound &= site.door().run(List.of("audit", "verify", "--json")).says("sound", true);
        }
        return sound;
    }

    /// The process that answers at J-LIS.
    long answering() {
        return line == null ? 0 : line.process().pid();
    }

    /// Where J-LIS answers.
    String address() {
        return line == null ? "" : line.address();
    }

    /// The homes of the machines that write and read parcels.
    Path pensionHome() {
        return pension.home();
    }

    Path jukiHome() {
        return juki.home();
    }

    Door pensionDoor() {
        return pension.door();
    }

    /// The folder the parcels travel in.
    Path media() {
        return media;
    }

    /// All databases but the number machine's.
    List<Database> allDatabases() {
        return List.of(pension.database(), juki.database(), jlis.database());
    }

    List<Database> databases() {
        return List.of(juki.database(), pension.database());
    }

    private static void staff(Path home, String role) throws IOException {
        for (var name : PEOPLE) {
            Files.writeString(
                    home.resolve("staff.properties"),
                    name + " = " + role + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.APPEND);
        }
    }

    /// One writes to the other: the one knows whom it seals for, the other whom it believes.
    private void know(Door sender, String from, Path fromHome, Door recipient, String to, Path toHome)
            throws IOException, InterruptedException {
        must(sender.run(List.of(
                from,
                "media",
                "seal-for",
                "--organisation",
                to,
                "--certificate",
                toHome.resolve("media/" + to + "-receive.pem").toString())));
        must(recipient.run(List.of(
                to,
                "media",
                "believe",
                "--organisation",
                from,
                "--purposes",
                "registration,life-status",
                "--certificate",
                fromHome.resolve("media/" + from + "-sign.pem").toString())));
    }

    private static Answer must(Answer answer) throws IOException {
        if (answer.code() != 0) {
            throw new IOException("a step of flow 1 failed / 失敗した手順があります");
        }
        return answer;
    }

    /// The one parcel in a folder.
    static Path only(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new IOException("no parcel was written"));
        }
    }

    @Override
    public void close() {
        if (line != null) {
            line.close();
        }
        for (var server : servers) {
            try {
                server.close();
            } catch (RuntimeException e) {
                throw new UncheckedIOException(new IOException("a server did not stop", e));
            }
        }
    }
}
