package jp.bansho.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;

/// Erasure runs, ordered by one and approved by another, killed in their transaction, before the keys are destroyed and
/// before the certificate is written: exactly the people on the list are gone, and there is one genuine certificate.
final class ErasureRound {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int DEAD = 40;
    private static final int MOST_ROUNDS = 3;

    /// The erasing transaction is open: it alone locks its run.
    private static final String IN_TRANSACTION =
            "select count(*) from pg_locks where relation = 'retention.run'::regclass and mode = 'RowShareLock'";

    private final Site site;
    private final Ledger ledger;
    private final Tally tally;
    private final RandomGenerator random;
    private final Killer killer;
    private final Check check;
    private final Map<Integer, Member> clerks = new HashMap<>();

    ErasureRound(Site site, Ledger ledger, Tally tally, RandomGenerator random) {
        this.site = site;
        this.ledger = ledger;
        this.tally = tally;
        this.random = random;
        this.killer = new Killer(site, random, tally);
        this.check = new Check(site, ledger, tally);
    }

    /// Runs in these associations, one after the other, until there were that many kills; their moments are short and
    /// some are missed.
    void run(int kills, Integer... associations) throws IOException, SQLException {
        var end = tally.kills() + kills;
        for (var round = 0; round < MOST_ROUNDS && tally.kills() < end; round++) {
            var runs = order(associations);
            check.run("erasures ordered");
            for (var association : associations) {
                erase(association, Objects.requireNonNull(runs.get(association)), end - tally.kills());
            }
        }
    }

    private Map<Integer, Long> order(Integer... associations) throws IOException, SQLException {
        var words = new ArrayList<>(List.of("order"));
        var going = new HashMap<Integer, Map<String, Long>>();
        for (var association : associations) {
            var clerk = Staff.member(site, association, AccountRole.CLERK, "pension");
            clerks.put(association, clerk);
            words.add(Desk.written(clerk));
            words.add(Desk.written(Staff.member(site, association, AccountRole.SENIOR_CLERK, "pension")));
            var file = site.folder.resolve("dead-" + association);
            going.put(association, dead(association, file));
            words.add(file.toString());
        }
        var done = site.deskDone(words);
        var runs = new HashMap<Integer, Long>();
        going.forEach((association, people) -> {
            var run = Long.parseLong(done.value("run-" + association));
            runs.put(association, run);
            ledger.goes(run, people);
        });
        return runs;
    }

    /// Draws who died: recipients without open work. Whoever is a dependant too keeps the number.
    private Map<String, Long> dead(int association, Path file) throws IOException, SQLException {
        var drawn = new ArrayList<String>();
        var going = new HashMap<String, Long>();
        try (var connection = site.connect()) {
            for (var alone : new boolean[] {true, false}) {
                for (var row : Sql.rows(connection, """
                        select id, user_number from linkage.subject s
                         where association = %d and pension_use and tax_use = %s
                           and exists (select from vault.sealed_number n where n.subject = s.id and n.state = 1)
                           and not exists (select from intake.work_item w
                                            where w.subject = s.id or w.other_subject = s.id or w.echo_key = s.user_number)
                           and not exists (select from intake.finding f where f.echo_key = s.user_number)
                         order by hashint8(id + %d) limit %d
                        """.formatted(
                                association, !alone, random.nextInt(1_000), alone ? DEAD : DEAD / 4))) {
                    var cells = row.split("\\|", -1);
                    drawn.add(cells[0]);
                    if (alone) {
                        going.put(cells[1], Long.parseLong(cells[0]));
                    }
                }
            }
        }
        Files.write(file, drawn);
        return going;
    }

    private void erase(int association, long run, int kills) throws IOException, SQLException {
        var what = "erasure in " + association;
        var pad = padKey(association);
        for (var attempts = 0; attempts < Math.min(3, kills) && !state(run).equals("certified"); attempts++) {
            var child = goOn(association, run);
            var when = moment(child, run);
            var victim = Victim.any(random);
            killer.kill(victim, child, what + ", " + when);
            tally.wrong(
                    victim != Victim.MACHINE && child.end(90) == -1,
                    what + ": hangs after its database was gone: " + child.said());
            check.run("kill " + tally.kills() + ", " + what);
            certificates(what, run);
        }
        for (var attempts = 0; attempts < 2 && !state(run).equals("certified"); attempts++) {
            var last = goOn(association, run);
            var code = last.end(180);
            tally.wrong(code != 0, what + " does not end well: " + code + " " + last.said());
        }
        tally.wrong(!state(run).equals("certified"), what + " stands at " + state(run));
        tally.wrong(
                Files.readString(site.home.keyRing()).contains(pad + " "), what + ": the old pad key is in the ring");
        tally.wrong(
                site.number("select count(*) from vault.key_check where key_name = '" + pad + "'") > 0,
                what + ": the old pad key is in the list of keys");
        tally.lost(certificates(what, run) ? 0 : 1, what + ": the certificate");
        check.run(what + " done");
    }

    /// Starts a run that did not happen, completes one that was committed.
    private Child goOn(int association, long run) throws IOException, SQLException {
        return state(run).equals("applied")
                ? site.desk(List.of("start", Desk.written(Objects.requireNonNull(clerks.get(association))), "" + run))
                : site.operator("numbers", "erasure", "resume");
    }

    /// Waits for a moment worth killing at, on a line that is open already: these moments are short.
    private String moment(Child child, long run) throws SQLException {
        var dice = random.nextInt(10);
        try (var connection = site.connect()) {
            if (dice < 1) {
                Wait.until(Duration.ofMillis(random.nextLong(5_000)), () -> !child.alive());
            } else if (dice < 5 && state(run).equals("applied")) {
                Wait.until(LONGEST, () -> !child.alive() || Sql.number(connection, IN_TRANSACTION) > 0);
                Wait.pause(random.nextLong(40));
            } else {
                var before = state(run);
                Wait.until(
                        LONGEST, () -> !child.alive() || !state(connection, run).equals(before));
                Wait.pause(random.nextLong(dice < 8 ? 8 : 60));
            }
            return "at " + state(connection, run);
        }
    }

    /// The certificate of a run, if there is one, is genuine and of a run whose key is gone.
    ///
    /// @return whether there is one
    private boolean certificates(String what, long run) throws IOException, SQLException {
        var folder = site.home.folder().resolve("certificates");
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.list(folder)) {
            var found = files.filter(file -> file.getFileName().toString().matches("erasure-[0-9]+-" + run + "\\.txt"))
                    .toList();
            tally.doubled(Math.max(0, found.size() - 1), what + ": certificates of one run");
            for (var file : found) {
                tally.wrong(
                        !state(run).matches("destroyed|certified"),
                        what + ": there is a certificate while the run stands at " + state(run));
                var child = site.run(
                        "audit",
                        "certificate",
                        file.toString(),
                        "--key",
                        site.home.auditPublicKey().toString());
                tally.wrong(child.end(60) != 0, what + ": the certificate is not genuine: " + child.said());
            }
            return !found.isEmpty();
        }
    }

    private String padKey(int association) throws SQLException {
        try (var connection = site.connect()) {
            return Sql.rows(
                            connection,
                            "select key_name from vault.key_check where state = 'in-use' and key_name like 'pad-seal/"
                                    + association + "/%'")
                    .getFirst();
        }
    }

    private String state(long run) throws SQLException {
        try (var connection = site.connect()) {
            return state(connection, run);
        }
    }

    private static String state(Connection connection, long run) throws SQLException {
        return Sql.rows(connection, "select state from retention.run where id = " + run)
                .getFirst();
    }
}
