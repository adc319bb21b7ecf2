package jp.bansho.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import jp.bansho.machine.InstalledKeys;
import jp.bansho.numbers.recovery.Backups;
import jp.bansho.numbers.recovery.RecoveryRefused;

/// Backups, killed: whatever has the name of a backup is whole, and the next one works.
final class BackupRound {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Site site;
    private final Tally tally;
    private final RandomGenerator random;
    private final Killer killer;
    private final Check check;
    private final Path folder;
    private final Set<Path> whole = new HashSet<>();

    BackupRound(Site site, Ledger ledger, Tally tally, RandomGenerator random) {
        this.site = site;
        this.tally = tally;
        this.random = random;
        this.killer = new Killer(site, random, tally);
        this.check = new Check(site, ledger, tally);
        this.folder = site.folder.resolve("backups");
    }

    void run(int kills) throws IOException, SQLException {
        for (var killed = 0; killed < kills; killed++) {
            var child = site.operator("numbers", "backup", "--to", folder.toString());
            var halves = files(".part");
            if (random.nextInt(4) > 0) {
                Wait.until(LONGEST, () -> !child.alive() || !halves.containsAll(files(".part")));
                Wait.pause(random.nextLong(2_500));
            } else {
                Wait.until(Duration.ofMillis(random.nextLong(6_000)), () -> !child.alive());
            }
            var victim = Victim.any(random);
            killer.kill(victim, child, "backup");
            killer.endsClearly(victim, child, "backup");
            tally.lost(
                    whole.stream().filter(file -> !Files.exists(file)).count(), "backup: backups that had been there");
            verify("backup");
            check.run("kill " + tally.kills() + ", backup");
        }
        var before = files(".backup");
        var last = site.operator("numbers", "backup", "--to", folder.toString());
        tally.wrong(last.end(180) != 0, "a backup after one that was killed fails: " + last.said());
        tally.wrong(files(".backup").size() != before.size() + 1, "a backup that was reported is not there");
        verify("backup finished");
        check.run("backup finished");
        Folders.remove(folder);
    }

    /// Everything that is named as a backup is read from its first to its last byte.
    private void verify(String when) throws IOException {
        var keys = InstalledKeys.open(site.home);
        for (var file : files(".backup")) {
            if (whole.add(file)) {
                try {
                    Backups.verify(file, keys, _ -> {});
                } catch (RecoveryRefused e) {
                    tally.wrong(when + ": what looks like a backup is none: " + e.reason());
                }
            }
        }
    }

    private List<Path> files(String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).collect(Collectors.toList());
        }
    }
}
