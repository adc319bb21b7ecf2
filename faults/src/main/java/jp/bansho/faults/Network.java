package jp.bansho.faults;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.bansho.faults.Relay.Mode;

/// The line between the machine and its database.
final class Network {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Network() {}

    private static Relay installed(Stage stage) throws Exception {
        var address = URI.create(stage.site.database.url().substring("jdbc:".length()));
        var relay = new Relay(address.getPort());
        stage.site.environment("BANSHO_DB_URL", "jdbc:postgresql://localhost:" + relay.port() + address.getPath());
        stage.site.install();
        return relay;
    }

    static void cut(Stage stage) throws Exception {
        try (var relay = installed(stage)) {
            trouble(stage, relay, Mode.CUT);
            terminals(stage, relay, Mode.CUT);
        }
    }

    static void blackHole(Stage stage) throws Exception {
        try (var relay = installed(stage)) {
            trouble(stage, relay, Mode.SWALLOWS);
            terminals(stage, relay, Mode.SWALLOWS);
        }
    }

    static void slow(Stage stage) throws Exception {
        try (var relay = installed(stage)) {
            relay.set(Mode.SLOW);
            stage.works(FileJob.intake(stage.site, "results", Site.HERE));
        }
    }

    /// An intake whose line goes in the middle of it ends by itself and is taken up again.
    private static void trouble(Stage stage, Relay relay, Mode mode) throws Exception {
        var job = FileJob.intake(stage.site, "results", Site.HERE);
        var child = job.start();
        Wait.until(Duration.ofSeconds(60), () -> !child.alive() || job.batches() >= 2);
        relay.set(mode);
        var ended = Wait.until(LONGEST, () -> !child.alive());
        stage.say("the intake ends after " + child.milliseconds() / 1000 + " s");
        stage.wrong(!ended, "the intake hangs for more than " + LONGEST);
        stage.refused(child, "an intake whose line is " + mode);
        relay.set(Mode.PASSES);
        relay.drop();
        stage.works(job);
    }

    /// The terminals say that something is wrong, and come back by themselves.
    private static void terminals(Stage stage, Relay relay, Mode mode) throws Exception {
        try (var terminals = new Terminals(stage.site, stage.ledger, stage.tally, 2)) {
            terminals.comeIn();
            var goesOn = new AtomicBoolean(true);
            var threads = terminals.work(goesOn::get);
            Wait.until(Duration.ofSeconds(30), () -> terminals.done() > 4);
            relay.set(mode);
            // longer than a minute: the export of the head falls into it
            Wait.until(Duration.ofSeconds(75), () -> !terminals.server().alive());
            relay.set(Mode.PASSES);
            var before = terminals.done();
            goesOn.set(false);
            stage.wrong(
                    !terminals.server().alive(),
                    "the terminal server ended: " + terminals.server().said());
            Terminals.join(threads);
            var back = System.nanoTime();
            var came = Wait.until(LONGEST, () -> again(terminals) && terminals.done() > before);
            stage.say("the terminals are back after " + (System.nanoTime() - back) / 1_000_000_000 + " s");
            stage.wrong(!came, "the terminals do not come back by themselves");
        }
        stage.check("the terminals after the line was " + mode);
    }

    private static boolean again(Terminals terminals) throws Exception {
        terminals.comeIn();
        return terminals.clerks().getFirst().turn();
    }
}
