package jp.bansho.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.util.random.RandomGenerator;

/// Kills, and sees to it that PostgreSQL is there again.
final class Killer {

    private static final int LONGEST = 90;

    private final Site site;
    private final RandomGenerator random;
    private final Tally tally;

    Killer(Site site, RandomGenerator random, Tally tally) {
        this.site = site;
        this.random = random;
        this.tally = tally;
    }

    /// Kills while that process is at work.
    ///
    /// @return false if nobody was there to be killed
    boolean kill(Victim victim, Child child, String what) throws IOException, SQLException {
        var killed = switch (victim) {
            case MACHINE -> child.kill();
            case POSTGRES -> child.alive();
            case BACKEND -> child.alive() && site.postgres.killBackend(site.database, random);
        };
        if (!killed) {
            return false;
        }
        if (victim == Victim.POSTGRES) {
            site.postgres.kill();
            site.postgres.restart();
        }
        tally.kill("%s, %s after %d ms".formatted(victim, what, child.milliseconds()));
        tally.wrong(!site.postgres.isBack(site.database), what + ": PostgreSQL does not come back");
        return true;
    }

    /// A command whose database was killed under it ends by itself, and says clearly why; or it had done its work.
    void endsClearly(Victim victim, Child child, String what) {
        if (victim == Victim.MACHINE) {
            return;
        }
        var code = child.end(LONGEST);
        if (code == -1) {
            tally.wrong(what + ": hangs after its database was gone: " + child.said());
        } else if (code != 0 && code != 3) {
            var unclear = child.unclear();
            tally.wrong(
                    !unclear.isEmpty() || code != 1,
                    what + ": ends with " + code + " and " + unclear + ": " + child.said());
        }
    }
}
