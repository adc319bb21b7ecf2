package jp.bansho.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import jp.bansho.seal.KeyPurpose;
import org.jspecify.annotations.Nullable;

/// The whole suite on one PostgreSQL: installations one after the other, each killed at its setting up, at each of its
/// jobs and at its terminals.
final class Suite implements AutoCloseable {

    private static final long PEOPLE = 2_400;

    /// Hops of flow 1 that are killed.
    static final int HOPS = 7;

    /// Of so many kills, one of each hop of flow 1.
    private static final int FLOW_SHARE = 40;

    private static final int MOST_OF_A_HOP = 8;

    private final Path folder;
    private final Random random;
    private final Tally tally;
    private final Postgres postgres;
    private int installations;

    Suite(Path folder, long seed, Tally tally) {
        this.folder = folder;
        this.random = new Random(seed);
        this.tally = tally;
        this.postgres = Postgres.start(folder.resolve("postgresql"));
    }

    /// Flow 1 on four machines, each hop killed so many times.
    void flow(int kills) throws IOException, SQLException {
        tally.say("flow 1, on four machines");
        try (var flow = new FlowSite(folder.resolve("flow"), PEOPLE, random.nextLong())) {
            new FlowRound(flow, tally, random).run(kills, false);
        }
    }

    /// Kills until the wanted number is reached, the first of them in flow 1.
    void kills(int wanted) throws IOException, SQLException {
        flow(Math.clamp(wanted / FLOW_SHARE, 1, MOST_OF_A_HOP));
        while (tally.kills() < wanted) {
            var left = wanted - tally.kills();
            installation(left);
        }
    }

    private void installation(int most) throws IOException, SQLException {
        var end = tally.kills() + most;
        var site = Site.make(
                folder.resolve("site-" + ++installations),
                postgres,
                folder.resolve("classes.jsa"),
                PEOPLE,
                random.nextLong());
        tally.say("installation " + installations);
        new InitRound(site, tally, random).run(Math.min(4, most));
        var ledger = new Ledger(site);
        var files = new FileRound(site, ledger, tally, random);
        for (var job : jobs(site)) {
            if (tally.kills() < end) {
                files.run(job, Math.min(5, end - tally.kills()));
            }
        }
        if (tally.kills() < end) {
            files.run(FileJob.taxfile(site), Math.min(5, end - tally.kills()));
        }
        if (tally.kills() < end) {
            new IndexRound(site, ledger, tally, random).run(Site.HERE, Math.min(4, end - tally.kills()));
        }
        var rotation = new RotationRound(site, ledger, tally, random);
        for (var purpose : List.of(KeyPurpose.NUMBER_SEAL, KeyPurpose.NUMBER_INDEX, KeyPurpose.PAD_SEAL)) {
            if (tally.kills() < end) {
                rotation.run(purpose, Site.HERE, Math.min(purpose == KeyPurpose.PAD_SEAL ? 2 : 5, end - tally.kills()));
            }
        }
        if (tally.kills() < end) {
            new ErasureRound(site, ledger, tally, random)
                    .run(Math.min(8, end - tally.kills()), Site.HERE, Site.ELSEWHERE);
        }
        if (tally.kills() < end) {
            new BackupRound(site, ledger, tally, random).run(Math.min(4, end - tally.kills()));
        }
        if (tally.kills() < end) {
            new ServeRound(site, ledger, tally, random).run(Math.min(12, end - tally.kills()));
        }
        site.postgres.drop(site.database);
        Folders.remove(site.folder);
    }

    /// A kill or two of each job but the rebuilding of the index, for the ordinary test suite.
    void shortly() throws IOException, SQLException {
        var site = Site.make(folder.resolve("short"), postgres, folder.resolve("classes.jsa"), 600, random.nextLong());
        site.batchSize(25);
        new InitRound(site, tally, random).run(1);
        var ledger = new Ledger(site);
        var files = new FileRound(site, ledger, tally, random);
        files.run(FileJob.intake(site, "results", Site.HERE), 2);
        files.run(FileJob.intake(site, "results", Site.ELSEWHERE), 0);
        files.run(FileJob.intake(site, "dependants", Site.HERE), 1);
        files.run(FileJob.intake(site, "dependants", Site.ELSEWHERE), 0);
        files.run(FileJob.taxfile(site), 1);
        new RotationRound(site, ledger, tally, random).run(KeyPurpose.NUMBER_INDEX, Site.HERE, 1);
        new ErasureRound(site, ledger, tally, random).run(1, Site.HERE);
        new BackupRound(site, ledger, tally, random).run(1);
        new ServeRound(site, ledger, tally, random).run(1);
    }

    /// Files in the order in which a clerk takes them; the associations change places.
    private List<FileJob> jobs(Site site) {
        var associations = new ArrayList<>(List.of(Site.HERE, Site.ELSEWHERE));
        var jobs = new ArrayList<FileJob>();
        for (var kind : List.of("results", "dependants", "identifiers")) {
            Collections.shuffle(associations, random);
            associations.forEach(association -> jobs.add(FileJob.intake(site, kind, association)));
        }
        return jobs;
    }

    /// The named scenarios, or one of them.
    void scenarios(@Nullable String only) throws IOException {
        var wanted = Scenario.all().stream()
                .filter(scenario -> only == null || scenario.name().equals(only))
                .toList();
        if (wanted.isEmpty()) {
            Scenario.all().forEach(scenario -> tally.say(scenario.name() + ": " + scenario.words()));
            tally.wrong("no such scenario: " + only);
        }
        for (var scenario : wanted) {
            tally.say("scenario " + scenario.name() + ": " + scenario.words());
            play(scenario);
        }
    }

    private void play(Scenario scenario) throws IOException {
        var place = folder.resolve(scenario.name());
        try {
            var site = Stage.site(place, postgres, folder.resolve("classes.jsa"), random.nextLong());
            scenario.course().on(new Stage(scenario.name(), tally, random, site));
        } catch (Exception e) {
            tally.wrong(scenario.name() + " broke off: " + e);
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
