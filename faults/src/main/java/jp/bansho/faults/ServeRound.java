package jp.bansho.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/// The terminals, killed while clerks register people and look at numbers.
final class ServeRound {

    private static final int CLERKS = 4;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Site site;
    private final Ledger ledger;
    private final Tally tally;
    private final RandomGenerator random;
    private final Killer killer;
    private final Check check;

    ServeRound(Site site, Ledger ledger, Tally tally, RandomGenerator random) {
        this.site = site;
        this.ledger = ledger;
        this.tally = tally;
        this.random = random;
        this.killer = new Killer(site, random, tally);
        this.check = new Check(site, ledger, tally);
    }

    void run(int kills) throws IOException, SQLException {
        whole();
        try (var terminals = new Terminals(site, ledger, tally, CLERKS)) {
            terminals.comeIn();
            for (var killed = 0; killed < kills; killed++) {
                kill(terminals);
                check.run("kill " + tally.kills() + ", serve");
            }
            tally.say("acts acknowledged at the terminals: " + terminals.done());
        }
        check.run("the terminals closed");
    }

    private void kill(Terminals terminals) throws IOException, SQLException {
        var before = terminals.done();
        var goesOn = new AtomicBoolean(true);
        var threads = terminals.work(goesOn::get);
        Wait.until(LONGEST, () -> terminals.done() > before);
        Wait.pause(random.nextLong(400));
        var victim = Victim.any(random);
        if (!killer.kill(victim, terminals.server(), "serve")) {
            tally.wrong(
                    !terminals.server().alive(),
                    "the terminal server ended by itself: " + terminals.server().said());
        }
        if (victim == Victim.MACHINE) {
            goesOn.set(false);
            Terminals.join(threads);
            terminals.again();
            terminals.comeIn();
            return;
        }
        // the server stays; its database went and came back, and with it the index is lost until it is rebuilt
        whole();
        var then = terminals.done();
        var came = Wait.until(LONGEST, () -> terminals.done() > then);
        goesOn.set(false);
        Terminals.join(threads);
        tally.wrong(!came, "the terminals do not come back by themselves after " + victim);
        tally.wrong(
                !terminals.server().alive(),
                "the terminal server ended: " + terminals.server().said());
    }

    /// Rebuilds the index if it is lost, with the documented command.
    private void whole() throws IOException {
        var child = site.run("numbers", "index", "--association", "" + Site.HERE);
        tally.wrong(child.end(60) != 0, "the index is not rebuilt: " + child.said());
    }
}
