package jp.bansho.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Full disks and disks that can only be read.
final class Disks {

    private Disks() {}

    /// Full home: the head of the record cannot be carried out; commands say so; with room again all goes on.
    static void home(Stage stage) throws Exception {
        if (!stage.mounts()) {
            return;
        }
        var site = stage.site;
        try (var disk = Mount.of(site.home.folder(), "2m")) {
            site.install();
            var first = FileJob.intake(site, "results", Site.HERE);
            stage.works(first);
            disk.fill();
            var child = FileJob.intake(site, "dependants", Site.HERE).start();
            var code = child.end(120);
            stage.say("intake on a full home ends with " + code + ": "
                    + child.said().strip());
            stage.wrong(code == -1, "hangs");
            if (code != 0 && code != 3) {
                stage.wrong(!child.unclear().isEmpty(), child.unclear() + ": " + child.said());
            }
            stage.wrong(fullUntilRefused(stage) == 0, "twenty heads found room on a full disk");
            disk.free();
            stage.done(site.run("numbers", "jobs", "--json"), "a command with room again");
            stage.check("room again");
            serve(stage, disk);
            disk.free();
            stage.done(site.run("numbers", "jobs", "--json"), "a command with room again");
            stage.works(FileJob.intake(site, "dependants", Site.HERE));
            stage.works(FileJob.intake(site, "identifiers", Site.HERE));
        }
    }

    /// Each command that leaves a record carries a line out, until the last free bytes of the last block are gone
    /// in the middle of one. A search is on record, so there is a new head each time.
    ///
    /// @return how many commands were refused in clear words
    private static int fullUntilRefused(Stage stage) throws Exception {
        for (var each = 0; each < 20; each++) {
            var child = stage.site.run(
                    "numbers",
                    "find",
                    "--association",
                    "" + Site.HERE,
                    "--purpose",
                    "pension-consultation",
                    "--by",
                    "user_number=2800000001");
            if (child.said().contains("full disk")) {
                stage.refused(child, "a head that found no room");
                return 1;
            }
        }
        return 0;
    }

    /// The terminals go on, or say what is wrong, and do not lose what they acknowledged.
    private static void serve(Stage stage, Mount disk) throws Exception {
        disk.free();
        stage.site.run("numbers", "index", "--association", "" + Site.HERE);
        try (var terminals = new Terminals(stage.site, stage.ledger, stage.tally, 1)) {
            terminals.comeIn();
            disk.fill();
            for (var turn = 0; turn < 5; turn++) {
                var clerk = terminals.clerks().getFirst();
                stage.wrong(!clerk.turn(), "the terminals do not work on a full home");
            }
            // the minute's export of the head fails meanwhile; the terminals must outlive it
            Wait.until(Duration.ofSeconds(70), () -> !terminals.server().alive());
            stage.wrong(
                    !terminals.server().alive(),
                    "the terminal server ended: " + terminals.server().said());
            disk.free();
        }
        stage.check("the terminals on a full home");
    }

    /// Full log: nobody notices, but for the lines that are missing in the log.
    static void log(Stage stage) throws Exception {
        if (!stage.mounts()) {
            return;
        }
        stage.site.install();
        try (var disk = Mount.of(stage.site.home.folder().resolve("logs"), "64k")) {
            disk.fill();
            stage.works(FileJob.intake(stage.site, "results", Site.HERE));
            stage.refused(
                    stage.site.run("numbers", "jobs", "resume", "999", "--association", "28"),
                    "a job that is not there");
            disk.free();
            stage.works(FileJob.intake(stage.site, "dependants", Site.HERE));
        }
    }

    /// Full temporary folder: what does not need it works, what needs it says so.
    static void temp(Stage stage) throws Exception {
        if (!stage.mounts()) {
            return;
        }
        var site = stage.site;
        site.install();
        try (var disk = Mount.of(site.folder.resolve("temp"), "64k")) {
            disk.fill();
            var elsewhere = List.of("-Djava.io.tmpdir=" + site.folder.resolve("temp"));
            var job = FileJob.intake(site, "results", Site.HERE);
            stage.done(site.start(List.of(), elsewhere, job.command()), "an intake on a full temporary folder");
            stage.check("on a full temporary folder");
            var server = site.start(List.of(), elsewhere, "numbers", "serve", "--port", "" + Terminals.freePort());
            Wait.until(
                    Duration.ofSeconds(60),
                    () -> !server.alive() || server.out().contains("https://"));
            if (server.alive()) {
                stage.say("the terminals are served on a full temporary folder");
                server.stop();
                stage.wrong(server.end(60) == -1, "does not stop");
            } else {
                stage.refused(server, "the terminals on a full temporary folder");
            }
            disk.free();
            stage.works(FileJob.intake(site, "dependants", Site.HERE));
        }
    }

    /// PostgreSQL's disk runs full in the middle of an intake.
    static void data(Stage stage) throws Exception {
        if (!stage.mounts()) {
            return;
        }
        var folder = stage.site.folder.resolve("small");
        try (var disk = Mount.of(folder, "220m")) {
            Mount.openTo(folder);
            var postgres = Postgres.start(folder.resolve("data"));
            try {
                var site = Stage.site(stage.site.folder.resolve("on-small"), postgres, stage.site.archive, 7);
                var own = new Stage("disk-data", stage.tally, stage.random, site);
                site.install();
                var job = FileJob.intake(site, "results", Site.HERE);
                var child = job.start();
                Wait.until(Duration.ofSeconds(60), () -> !child.alive() || job.batches() >= 2);
                disk.fill();
                // what the write-ahead log has in store is used up by work that is thrown away
                eatUp(site);
                var code = child.end(120);
                own.say("intake on a full data disk ends with " + code + ": "
                        + child.said().strip());
                own.wrong(code == -1, "hangs");
                own.wrong(code == 1 && !child.unclear().isEmpty(), child.unclear() + ": " + child.said());
                var next = site.run(
                        "numbers",
                        "intake",
                        "results",
                        site.town.resolve("identity-results-11.csv").toString(),
                        "--association",
                        "11",
                        "--purpose",
                        "number-registration");
                own.say("the next one: " + next.said().strip());
                disk.free();
                own.wrong(!site.postgres.isBack(site.database), "PostgreSQL needs to be started by hand; tried next");
                own.works(job);
                own.works(FileJob.intake(site, "dependants", Site.HERE));
            } finally {
                postgres.close();
            }
        }
    }

    private static void eatUp(Site site) {
        try (var connection = site.connect()) {
            connection.setAutoCommit(false);
            Sql.run(connection, "create table filler as select repeat('x', 1000) from generate_series(1, 300000)");
            connection.rollback();
        } catch (java.sql.SQLException e) {
            return; // full is what it was to become
        }
    }

    /// A home that can only be read: nothing that would need a head carried out is done in silence.
    static void readOnly(Stage stage) throws Exception {
        if (!stage.mounts()) {
            return;
        }
        var site = stage.site;
        site.install();
        stage.works(FileJob.intake(site, "results", Site.HERE));
        try (var disk = Mount.again(site.home.folder())) {
            disk.readOnly(true);
            stage.refused(
                    FileJob.intake(site, "dependants", Site.HERE).start(), "an intake on a home that can only be read");
            stage.refused(
                    site.start("numbers", "serve", "--port", "" + Terminals.freePort()),
                    "serving on a home that can only be read");
            disk.readOnly(false);
        }
        stage.check("home only readable");
        stage.works(FileJob.intake(site, "dependants", Site.HERE));
        Files.deleteIfExists(Path.of(site.folder.toString(), "nothing"));
    }
}
