package jp.bansho.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Two at work at the same time, and a system that keeps another time.
final class Together {

    private Together() {}

    /// Two servers on one database and one home work together: no pad, no handle, no user number twice.
    static void twoServers(Stage stage) throws Exception {
        var site = stage.site;
        site.install();
        stage.works(FileJob.intake(site, "results", Site.HERE));
        try (var one = new Terminals(site, stage.ledger, stage.tally, 2);
                var two = new Terminals(site, stage.ledger, stage.tally, 2)) {
            one.comeIn();
            two.comeIn();
            var goesOn = new AtomicBoolean(true);
            var threads = new ArrayList<>(one.work(goesOn::get));
            threads.addAll(two.work(goesOn::get));
            var worked = Wait.until(Duration.ofSeconds(60), () -> one.done() > 120 && two.done() > 120);
            var intake = FileJob.intake(site, "dependants", Site.ELSEWHERE).start();
            stage.done(intake, "an intake of another association beside them");
            goesOn.set(false);
            Terminals.join(threads);
            stage.wrong(!worked, "two servers do not get on together: " + one.done() + " and " + two.done());
            stage.say("acts: " + one.done() + " and " + two.done());
        }
        stage.check("two servers");
    }

    /// The same file ordered twice at the same time is registered once; the second order says why not.
    static void sameFile(Stage stage) throws Exception {
        var site = stage.site;
        site.install();
        for (var kind : List.of("results", "dependants", "identifiers")) {
            var job = FileJob.intake(site, kind, Site.HERE);
            var command = job.command();
            var children = new ArrayList<Child>();
            for (var each = 0; each < 3; each++) {
                children.add(site.start(command));
            }
            var well = 0;
            for (var child : children) {
                var code = child.end(120);
                if (code == 0 || code == 3) {
                    well++;
                } else {
                    stage.refused(child, "the same file at the same time");
                }
            }
            stage.wrong(well != 1, kind + " was taken " + well + " times");
            stage.check(kind + " ordered three times at once");
        }
    }

    /// In any time zone the machine keeps its days by Japan's calendar and its moments by universal time.
    static void timeZone(Stage stage) throws Exception {
        var site = stage.site;
        site.environment("TZ", "America/Anchorage");
        site.install();
        inZone(stage, "Pacific/Kiritimati", FileJob.intake(site, "results", Site.HERE));
        inZone(stage, "America/Anchorage", FileJob.intake(site, "dependants", Site.HERE));
        inZone(stage, "Asia/Kathmandu", FileJob.intake(site, "identifiers", Site.HERE));
        stage.wrong(
                site.number(
                                "select count(*) from audit.record where at not between now() - interval '10 minutes' and now()")
                        > 0,
                "moments on record that are not now");
        stage.wrong(
                site.number(
                                "select count(*) from vault.sealed_number where registered_at not between now() - interval '10 minutes' and now()")
                        > 0,
                "moments of registration that are not now");
    }

    private static void inZone(Stage stage, String zone, FileJob job) throws IOException, SQLException {
        stage.site.environment("TZ", zone);
        stage.works(job);
    }
}
