package jp.bansho.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// One job over a file, killed several times and then allowed to finish.
final class FileRound {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Site site;
    private final Tally tally;
    private final RandomGenerator random;
    private final Killer killer;
    private final Check check;
    private long usual = 4_000;

    FileRound(Site site, Ledger ledger, Tally tally, RandomGenerator random) {
        this.site = site;
        this.tally = tally;
        this.random = random;
        this.killer = new Killer(site, random, tally);
        this.check = new Check(site, ledger, tally);
    }

    /// Kills the job that many times, then lets it finish and holds everything against the ledger.
    void run(FileJob job, int kills) throws IOException, SQLException {
        var attempts = 0;
        for (var killed = 0;
                killed < kills && attempts < 3 * kills && !job.state().equals("finished");
                attempts++) {
            var seen = job.batches();
            var child = job.start();
            var when = moment(job, child, seen);
            var victim = Victim.any(random);
            seen = Math.max(seen, batches(job));
            if (killer.kill(victim, child, job + " " + when)) {
                killed++;
            }
            killer.endsClearly(victim, child, victim + ", " + job);
            tally.lost(Math.max(0, seen - job.batches()), job + ": batches that were seen and are gone");
            output(job);
            check.run("kill " + tally.kills() + ", " + job);
        }
        finish(job);
    }

    private void finish(FileJob job) throws IOException, SQLException {
        if (!job.state().equals("finished")) {
            var child = job.start();
            var code = child.end(120);
            tally.wrong(
                    code != 0 && code != 3,
                    job + " does not end well when it is taken up: " + code + " " + child.said());
            usual = Math.max(1_500, child.milliseconds());
        }
        tally.wrong(!job.state().equals("finished"), job + " is not finished: " + job.state());
        output(job);
        check.run(job + " finished");
    }

    /// Waits for a moment worth killing at.
    private String moment(FileJob job, Child child, long seen) {
        var dice = random.nextInt(10);
        if (dice < 3) {
            var milliseconds = random.nextLong(usual);
            Wait.until(Duration.ofMillis(milliseconds), () -> !child.alive());
            return "at a random moment";
        }
        var tax = job.tax();
        if (tax != null) {
            var wanted = dice < 8;
            Wait.until(
                    LONGEST,
                    () -> !child.alive()
                            || (wanted ? !tax.parcels().isEmpty() : job.state().equals("running")));
            Wait.pause(random.nextLong(wanted ? 120 : 700));
            return wanted ? "with half a parcel" : "after its beginning";
        }
        if (dice < 5) {
            Wait.until(LONGEST, () -> !child.alive() || job.state().equals("running"));
            Wait.pause(random.nextLong(250));
            return "after its beginning";
        }
        var more = 1 + random.nextInt(4);
        Wait.until(LONGEST, () -> !child.alive() || job.batches() >= seen + more);
        Wait.pause(random.nextLong(12));
        return "right after a batch";
    }

    private static long batches(FileJob job) {
        try {
            return job.batches();
        } catch (SQLException e) {
            return 0;
        }
    }

    /// A parcel that is whole by the machine's record is there, alone, and opens to every line of the truth once; and
    /// there is one when the job is finished.
    private void output(FileJob job) throws IOException, SQLException {
        var tax = job.tax();
        if (tax == null) {
            return;
        }
        var finished = job.state().equals("finished");
        if (finished && !tax.whole()) {
            tally.lost(1, job + " is finished and its parcel is not on record as whole");
        }
        if (tax.whole()) {
            tally.wrong(
                    tax.parcels().size() != 1, job + " left " + tax.parcels().size() + " parcels");
            new TaxTruth(site).compare(tax.opened(), tally);
        }
    }
}
