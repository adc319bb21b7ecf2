package jp.bansho.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.random.RandomGenerator;

/// What a scenario is given: an installation of its own, a ledger, the tally.
final class Stage {

    private static final long PEOPLE = 600;

    final Tally tally;
    final RandomGenerator random;
    final Site site;
    final Ledger ledger;
    private final String name;

    Stage(String name, Tally tally, RandomGenerator random, Site site) throws IOException {
        this.name = name;
        this.tally = tally;
        this.random = random;
        this.site = site;
        this.ledger = new Ledger(site);
    }

    static Site site(Path folder, Postgres postgres, Path archive, long seed) throws IOException {
        var site = Site.make(folder, postgres, archive, PEOPLE, seed);
        site.batchSize(25);
        return site;
    }

    void wrong(boolean so, String what) {
        tally.wrong(so, name + ": " + what);
    }

    void say(String what) {
        tally.say("  " + name + ": " + what);
    }

    /// Holds everything against the ledger.
    void check(String when) throws SQLException, IOException {
        new Check(site, ledger, tally).run(name + ", " + when);
    }

    /// A command that must be refused in clear words.
    void refused(Child child, String what) {
        var code = child.end(120);
        wrong(code == 0 || code == 3, what + ": is not refused");
        wrong(code == -1, what + ": hangs");
        var unclear = child.unclear();
        wrong(!unclear.isEmpty(), what + ": " + unclear + ": " + child.said());
        say(what + ": "
                + child.said()
                        .lines()
                        .filter(line -> line.startsWith("bansho:"))
                        .findFirst()
                        .orElse(""));
    }

    /// A command that must do its work.
    void done(Child child, String what) {
        var code = child.end(180);
        wrong(code != 0 && code != 3, what + ": ends with " + code + ": " + child.said());
    }

    /// A file is registered from wherever it stands to its end.
    void works(FileJob job) throws IOException, SQLException {
        if (!job.state().equals("finished")) {
            done(job.start(), job + " afterwards");
        }
        wrong(!job.state().equals("finished"), job + " is not finished");
        check(job + " done");
    }

    /// Whether a folder of that size can be mounted; says so and fails the scenario if not.
    boolean mounts() {
        var can = "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/bin/mount"));
        wrong(!can, "needs root to mount small file systems; run it as root / 小さなファイルシステムのマウントに root 権限が必要です");
        return can;
    }
}
