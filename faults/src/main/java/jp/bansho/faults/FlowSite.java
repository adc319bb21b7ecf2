package jp.bansho.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import jp.bansho.machine.LineKey;
import jp.bansho.population.Options;
import jp.bansho.population.Population;
import jp.bansho.population.Progress;
import org.jspecify.annotations.Nullable;

/// The four machines of flow 1, set up: certificates of each other, the resident register, the members of one
/// association; and the server of J-LIS, which may be killed and started again.
final class FlowSite implements AutoCloseable {

    static final String AA = "28";
    private static final Duration LONGEST = Duration.ofMinutes(3);

    final FlowMachine pension;
    final FlowMachine juki;
    final FlowMachine jlis;
    final FlowMachine numbers;
    final Path asked;
    final Path answered;
    private final Path town;
    private final Postgres postgres;
    private @Nullable Child line;

    FlowSite(Path folder, long people, long seed) throws IOException {
        Files.createDirectories(folder);
        town = folder.resolve("town");
        postgres = Postgres.start(folder.resolve("postgresql"));
        Population.make(new Options(people, seed, town, 2, false, Site.TAX_YEAR), Progress.none());
        asked = Files.createDirectories(folder.resolve("media/asked"));
        answered = Files.createDirectories(folder.resolve("media/answered"));
        pension = machine("pension", "jp.bansho.pension.command.Bansho", folder);
        juki = machine("juki", "jp.bansho.juki.command.JukiCommand", folder);
        jlis = machine("jlis", "jp.bansho.jlis.command.JlisCommand", folder);
        numbers = machine("numbers", "jp.bansho.numbers.command.Bansho", folder);
        var associations = town.resolve("associations.properties").toString();
        pension.done("init", "--associations", associations);
        juki.done("init");
        jlis.done("init");
        numbers.done("init", "--associations", associations);
        pension.staff("federation");
        juki.staff("operator");
        // commands are what is killed here; people with passkeys stand at the terminal
        Files.writeString(juki.home.folder().resolve("juki.properties"), "media.people = named\n");
        numbers.staff("federation");
        certificates();
        jlis.done("residents", "load", town.resolve("residents.csv").toString());
        pension.done("members", "load", pensioners().toString(), "--association", AA, "--as", "taro");
        open();
    }

    private FlowMachine machine(String name, String main, Path folder) throws IOException {
        return new FlowMachine(name, main, folder, folder, postgres);
    }

    private void certificates() throws IOException {
        var now = Instant.now();
        for (var machine : List.of(pension, juki, numbers)) {
            machine.keys().make(machine.name, now.minus(1, ChronoUnit.HOURS), now.plus(9, ChronoUnit.DAYS));
        }
        know(pension, juki);
        know(juki, numbers);
        LineKey.make(juki.home, "juki", now);
        jlis.done(
                "askers",
                "add",
                "--organisation",
                "juki",
                juki.home.tls().resolve("line.pem").toString());
        Files.copy(jlis.home.tls().resolve("line.pem"), juki.home.tls().resolve("jlis.pem"));
    }

    private static void know(FlowMachine from, FlowMachine to) throws IOException {
        from.keys().sealFor(to.name, to.home.media().resolve(to.name + "-receive.pem"));
        to.keys()
                .believe(
                        from.name,
                        Set.of("registration", "life-status"),
                        from.home.media().resolve(from.name + "-sign.pem"));
    }

    /// Opens the line, on whatever port is free, and tells the asker where it is.
    void open() throws IOException {
        var server = jlis.start("serve", "--port", "0");
        line = server;
        if (!Wait.until(LONGEST, () -> server.out().contains("https://") || !server.alive())
                || !server.out().contains("https://")) {
            throw new IOException("the line to J-LIS was not opened: " + server.said());
        }
        var url = server.out()
                .substring(server.out().indexOf("https://"))
                .lines()
                .findFirst()
                .orElseThrow()
                .strip();
        Files.writeString(juki.home.folder().resolve("line.properties"), "url = " + url + "\n", StandardCharsets.UTF_8);
    }

    /// `kill -9` of the server of J-LIS.
    boolean killLine() {
        return line != null && line.kill();
    }

    Path pensioners() {
        return town.resolve("pensioners-" + AA + ".csv");
    }

    /// Numbers that are known of people of that association, by user number.
    List<String> results() throws IOException {
        return Files.readAllLines(town.resolve("identity-results-" + AA + ".csv"), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        killLine();
        postgres.close();
    }
}
