package jp.bansho.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// The setting up, killed several times: whatever is half there is finished by the same command.
final class InitRound {

    private final Site site;
    private final Tally tally;
    private final RandomGenerator random;
    private final Killer killer;

    InitRound(Site site, Tally tally, RandomGenerator random) {
        this.site = site;
        this.tally = tally;
        this.random = random;
        this.killer = new Killer(site, random, tally);
    }

    void run(int kills) throws IOException, SQLException {
        for (var killed = 0; killed < kills; killed++) {
            var child = site.start(site.initCommand());
            var milliseconds = random.nextLong(2_500);
            Wait.until(Duration.ofMillis(milliseconds), () -> !child.alive());
            var victim = random.nextInt(4) == 0 ? Victim.POSTGRES : Victim.MACHINE;
            if (!killer.kill(victim, child, "init")) {
                tally.wrong(child.end(60) != 0, "init does not end well: " + child.said());
                break;
            }
            killer.endsClearly(victim, child, "init");
        }
        var last = site.run(site.initCommand());
        if (last.end(60) != 0) {
            throw new IOException("init does not get through after it was killed: " + last.said());
        }
        var jobs = site.run("numbers", "jobs", "--json");
        tally.wrong(jobs.end(60) != 0, "the machine does not start after init was killed: " + jobs.said());
    }
}
