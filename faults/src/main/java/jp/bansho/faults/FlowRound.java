package jp.bansho.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/// Flow 1, each of its hops killed and taken up again by the same command: the pension machine cuts inquiries, the
/// Juki-net machine takes them in, asks J-LIS, hands the answers out, the number machine registers the parcel, takes it
/// in and confirms it. At the end everything is held against what was asked for.
final class FlowRound {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int PATIENCE = 300;
    private static final String[] TWO = {"--as", "taro", "--with", "hanako"};

    private final FlowSite site;
    private final Tally tally;
    private final RandomGenerator random;

    FlowRound(FlowSite site, Tally tally, RandomGenerator random) {
        this.site = site;
        this.tally = tally;
        this.random = random;
    }

    /// A hop of the flow.
    ///
    /// @param steer  true at a moment worth killing at
    /// @param done   whether its work is done
    private record Hop(String name, FlowMachine machine, Wait.Question steer, Wait.Question done, Command command) {}

    /// What begins a hop or takes it up.
    @FunctionalInterface
    private interface Command {
        List<String> words() throws IOException, SQLException;
    }

    /// Plays the flow.
    ///
    /// @param kills of each hop
    /// @param brief leaves the two short hops of the number machine undisturbed
    void run(int kills, boolean brief) throws IOException, SQLException {
        hop(cut(), kills);
        hop(takenIn(), kills);
        ask(kills);
        hop(handedOut(), kills);
        site.juki.done(with("hand-over", job(), "--taken-by", "jiro").toArray(String[]::new));
        hop(registered(), brief ? 0 : kills);
        hop(registeredNumbers(), kills);
        hop(confirmed(), brief ? 0 : kills);
        new FlowCheck(site, tally).run();
    }

    private Hop cut() {
        return new Hop(
                "pension inquiries cut",
                site.pension,
                () -> !folders(site.asked).isEmpty(),
                () -> site.pension.number("select count(*) from cutting.cut where manifest_hash is not null") == 1,
                () -> List.of(
                        "inquiries",
                        "cut",
                        "--association",
                        FlowSite.AA,
                        "--purpose",
                        "registration",
                        "--by",
                        "taro",
                        "--approved-by",
                        "hanako",
                        "--with",
                        "jiro",
                        "--medium",
                        "ASK-1",
                        "--to",
                        site.asked.toString()));
    }

    private Hop takenIn() {
        return new Hop(
                "juki take-in",
                site.juki,
                () -> site.juki.number("select count(*) from media.parcel") > 0,
                () -> site.juki.number("select count(*) from media.parcel where state = 'wiped'") == 1,
                () -> with(
                        "take-in",
                        folders(site.asked).getFirst().toString(),
                        "--medium",
                        "ASK-1",
                        "--brought-by",
                        "jiro"));
    }

    private Hop handedOut() {
        return new Hop(
                "juki hand-out",
                site.juki,
                () -> !folders(site.answered).isEmpty(),
                () -> site.juki.text("select state from juki.job").equals("wiped"),
                () -> site.juki.text("select state from juki.job").equals("delivered")
                        ? List.of("jobs", "--as", "taro")
                        : with(
                                "hand-out",
                                job(),
                                "--to",
                                site.answered.toString(),
                                "--medium",
                                "DISC-1",
                                "--approved-by",
                                "jiro"));
    }

    private Hop registered() {
        return new Hop(
                "numbers media register",
                site.numbers,
                () -> site.numbers.number("select count(*) from pg_stat_activity where application_name like"
                                + " 'bansho-numbers%' and datname = current_database()")
                        > 0,
                () -> site.numbers.number("select count(*) from media.parcel") == 1,
                () -> with("media", "register", parcel(), "--medium", "DISC-1", "--brought-by", "jiro"));
    }

    private Hop registeredNumbers() {
        return new Hop(
                "numbers media take-in",
                site.numbers,
                () -> site.numbers.number("select count(*) from job.batch") > 1,
                () -> site.numbers.text("select state from job.job").equals("finished"),
                () -> site.numbers.text("select state from job.job").equals("running")
                        ? List.of(
                                "jobs",
                                "resume",
                                site.numbers.text("select max(id) from job.job"),
                                "--association",
                                FlowSite.AA,
                                "--as",
                                "taro")
                        : List.of("media", "take-in", parcel(), "--purpose", "number-registration", "--as", "taro"));
    }

    private Hop confirmed() {
        return new Hop(
                "numbers media confirm",
                site.numbers,
                () -> Files.exists(Path.of(parcel()).resolve("wiped.txt"))
                        || site.numbers.text("select state from media.parcel").equals("confirmed"),
                () -> site.numbers.text("select state from media.parcel").equals("wiped"),
                () -> with("media", "confirm", parcel()));
    }

    private void hop(Hop hop, int kills) throws IOException, SQLException {
        var killed = 0;
        for (var attempt = 0; killed < kills && attempt < 3 * kills && !yes(hop.done()); attempt++) {
            var child = start(hop);
            var steered = random.nextInt(10) < 6;
            if (steered) {
                Wait.until(LONGEST, () -> !child.alive() || hop.steer().yes());
                Wait.pause(random.nextLong(30));
            } else {
                Wait.until(Duration.ofMillis(random.nextLong(1_800)), () -> !child.alive());
            }
            if (child.kill()) {
                killed++;
                tally.kill("%s, %s after %d ms"
                        .formatted(hop.name(), steered ? "steered" : "at random", child.milliseconds()));
            }
        }
        if (!yes(hop.done())) {
            var child = start(hop);
            var code = child.end(PATIENCE);
            tally.wrong(
                    code != 0 && code != 3,
                    hop.name() + " does not end well when it is taken up: " + code + " " + child.said());
        }
        tally.wrong(!yes(hop.done()), hop.name() + " is not done");
    }

    /// Takes a hop up as soon as the database has noticed that whoever was killed is gone, and with it what it held.
    private Child start(Hop hop) throws IOException, SQLException {
        nobodyAt(hop.machine());
        return hop.machine().start(hop.command().words().toArray(String[]::new));
    }

    private void nobodyAt(FlowMachine machine) {
        tally.wrong(
                !Wait.until(
                        LONGEST,
                        () -> machine.number(
                                        "select count(*) from pg_stat_activity where application_name like 'bansho%'"
                                                + " and datname = current_database()")
                                == 0),
                "connections of a killed process of " + machine.name + " stay");
    }

    /// Now the asker is killed, now the server of J-LIS in the middle of its answers.
    private void ask(int kills) throws IOException, SQLException {
        var killed = 0;
        for (var attempt = 0; killed < kills && attempt < 3 * kills && !asked(); attempt++) {
            nobodyAt(site.juki);
            var seen = answers();
            var child = site.juki.start("ask", job(), "--as", "taro");
            var more = 1 + random.nextInt(3);
            Wait.until(LONGEST, () -> !child.alive() || answers() >= seen + more);
            if (killed % 2 == 0 && site.killLine()) {
                killed++;
                tally.kill("jlis serve, in the middle of juki ask, after %d ms".formatted(child.milliseconds()));
                var code = child.end(PATIENCE);
                tally.wrong(code == -1, "juki ask hangs when J-LIS is gone");
                tally.wrong(
                        code != 0 && !child.unclear().isEmpty(), "juki ask: " + child.unclear() + ": " + child.said());
                site.open();
            } else if (child.kill()) {
                killed++;
                tally.kill("juki ask, after %d ms".formatted(child.milliseconds()));
            }
            tally.lost(Math.max(0, seen - answers()), "juki ask: answers that were kept and are gone");
        }
        if (!asked()) {
            nobodyAt(site.juki);
            var child = site.juki.start("ask", job(), "--as", "taro");
            var code = child.end(PATIENCE);
            tally.wrong(code != 0, "juki ask does not end well: " + code + " " + child.said());
        }
    }

    private boolean asked() throws SQLException {
        return !site.juki.text("select state from juki.job").equals("taken-in");
    }

    private long answers() throws SQLException {
        return site.juki.number("select count(*) from juki.batch where answer is not null");
    }

    private String job() throws SQLException {
        return site.juki.text("select max(id) from juki.job");
    }

    private String parcel() throws IOException {
        return folders(site.answered).getFirst().toString();
    }

    static List<Path> folders(Path medium) throws IOException {
        try (var found = Files.list(medium)) {
            return found.filter(Files::isDirectory).toList();
        }
    }

    private static boolean yes(Wait.Question question) {
        try {
            return question.yes();
        } catch (Exception e) {
            throw new IllegalStateException("the harness cannot look", e);
        }
    }

    private static List<String> with(String... words) {
        var all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of(TWO));
        return all;
    }
}
