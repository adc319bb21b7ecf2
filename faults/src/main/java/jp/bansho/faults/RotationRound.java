package jp.bansho.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.vault.Rotation;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;

/// The change of a key, killed several times: the same command goes on to its end; nobody's number
/// is lost, everybody is found, nothing is left on the old key, and the old key is gone.
final class RotationRound {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Site site;
    private final Ledger ledger;
    private final Tally tally;
    private final RandomGenerator random;
    private final Killer killer;
    private final Check check;

    RotationRound(Site site, Ledger ledger, Tally tally, RandomGenerator random) {
        this.site = site;
        this.ledger = ledger;
        this.tally = tally;
        this.random = random;
        this.killer = new Killer(site, random, tally);
        this.check = new Check(site, ledger, tally);
    }

    void run(KeyPurpose purpose, int association, int kills) throws IOException, SQLException {
        whole(association); // a kill of the database before this round leaves the index lost, by design
        var application = approved(Rotation.payload(purpose, association));
        var what = "rotation of " + purpose.word();
        var old = new KeyName(purpose, association, version(purpose, association));
        for (var attempts = 0; attempts < kills && !phase(application).equals("finished"); attempts++) {
            var child = start(purpose, association, application);
            moment(child, association, application);
            var at = phase(application);
            var victim = Victim.any(random);
            killer.kill(victim, child, what + (at.isEmpty() ? "" : ", " + at));
            killer.endsClearly(victim, child, what);
            check.run("kill " + tally.kills() + ", " + what);
        }
        if (!phase(application).equals("finished")) {
            var last = start(purpose, association, application);
            var code = last.end(180);
            tally.wrong(code != 0, what + " is not finished by the same command: " + code + " " + last.said());
        }
        tally.wrong(!phase(application).equals("finished"), what + " stands at " + phase(application));
        gone(what, old);
        whole(association);
        check.run(what + " finished");
        found(what, association);
    }

    private Child start(KeyPurpose purpose, int association, String application) throws IOException {
        return site.operator(
                "numbers",
                "keys",
                "rotate",
                purpose.word(),
                "--association",
                "" + association,
                "--application",
                application,
                "--share",
                "50");
    }

    /// Waits for a moment worth killing at: any; some batches on; or a phase later.
    private void moment(Child child, int association, String application) throws SQLException {
        var dice = random.nextInt(10);
        if (dice < 2) {
            var milliseconds = random.nextLong(4_000);
            Wait.until(Duration.ofMillis(milliseconds), () -> !child.alive());
            return;
        }
        var phase = phase(application);
        var done = done(application);
        if (dice < 7) {
            var more = 1
                    + random.nextLong(Math.max(
                            1,
                            site.number("select count(*) from vault.sealed_number where association = " + association)
                                    / 2));
            Wait.until(LONGEST, () -> !child.alive() || done(application) >= done + more || later(phase, application));
        } else {
            Wait.until(LONGEST, () -> !child.alive() || later(phase, application));
        }
        Wait.pause(random.nextLong(60));
    }

    private boolean later(String phase, String application) throws SQLException {
        return !phase(application).equals(phase)
                && !(phase.isEmpty() && phase(application).matches("sealing|filling"));
    }

    private String phase(String application) throws SQLException {
        return text("select phase from vault.rotation where application = " + application);
    }

    private long done(String application) throws SQLException {
        return site.number("select done from vault.rotation where application = " + application);
    }

    private int version(KeyPurpose purpose, int association) throws SQLException {
        var name = text("select key_name from vault.key_check where state = 'in-use' and key_name like '"
                + purpose.word() + "/" + association + "/%'");
        return KeyName.parse(name).version();
    }

    private String approved(String payload) throws IOException, SQLException {
        Member manager = Staff.member(site, Organisation.OPERATOR, AccountRole.OPERATIONS_MANAGER, "operation");
        Member officer = Staff.member(site, Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "general");
        return site.deskDone(List.of("approve", Desk.written(manager), Desk.written(officer), payload))
                .value("application-0");
    }

    private void gone(String what, KeyName old) throws IOException, SQLException {
        tally.wrong(
                Files.readString(site.home.keyRing()).contains(old.written() + " "),
                what + ": the old key is still in the ring");
        for (var left : List.of(
                "vault.key_check where key_name = '" + old.written() + "'",
                switch (old.purpose()) {
                    case NUMBER_SEAL -> rows("vault.sealed_number", "key_version", old);
                    case PAD_SEAL -> rows("vault.pad_block", "key_version", old);
                    default -> rows("vault.number_index", "version", old);
                })) {
            tally.wrong(site.number("select count(*) from " + left) > 0, what + ": left on the old key: " + left);
        }
    }

    private static String rows(String table, String column, KeyName old) {
        return table + " where association = " + old.association() + " and " + column + " = " + old.version();
    }

    /// Looks some people up by their number, as a clerk does.
    private void found(String what, int association) throws IOException, SQLException {
        var lines = new ArrayList<String>();
        try (var connection = site.connect()) {
            for (var row : Sql.rows(
                    connection,
                    "select s.id, s.user_number from linkage.subject s join vault.sealed_number n on n.subject = s.id"
                            + " where n.state = 1 and n.job > 0 and s.pension_use and s.association = " + association
                            + " order by random() limit 100")) {
                var cells = row.split("\\|", -1);
                lines.add(cells[0] + " " + ledger.truth(cells[1]));
            }
        }
        Path file = Files.write(site.folder.resolve("sought"), lines);
        var sought = site.deskDone(List.of("seek", "" + association, file.toString()));
        tally.lost(Long.parseLong(sought.value("missed")), what + ": people that a look-up does not find any more");
        Files.delete(file);
    }

    /// Rebuilds the index if it is lost, with the documented command.
    private void whole(int association) throws IOException, SQLException {
        if (site.number("select count(*) from vault.index_alive where association = " + association) == 0) {
            var child = site.run("numbers", "index", "--association", "" + association);
            tally.wrong(child.end(60) != 0, "the index is not rebuilt: " + child.said());
        }
    }

    private String text(String sql) throws SQLException {
        try (var connection = site.connect()) {
            return Sql.rows(connection, sql).stream().findFirst().orElse("");
        }
    }
}
