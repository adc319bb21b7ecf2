package jp.bansho.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// The rebuilding of a lost index, killed several times: the index is whole, or says that it is not.
final class IndexRound {

    private final Site site;
    private final Tally tally;
    private final RandomGenerator random;
    private final Killer killer;
    private final Check check;

    IndexRound(Site site, Ledger ledger, Tally tally, RandomGenerator random) {
        this.site = site;
        this.tally = tally;
        this.random = random;
        this.killer = new Killer(site, random, tally);
        this.check = new Check(site, ledger, tally);
    }

    void run(int association, int kills) throws IOException, SQLException {
        for (var killed = 0; killed < kills; killed++) {
            try (var connection = site.connect()) {
                Sql.run(connection, "truncate vault.number_index, vault.index_alive");
            }
            var child = site.start("numbers", "index", "--association", "" + association);
            Wait.until(Duration.ofSeconds(60), () -> !child.alive() || atWork());
            Wait.pause(random.nextLong(500));
            var victim = Victim.any(random);
            killer.kill(victim, child, "index");
            killer.endsClearly(victim, child, "index");
            check.run("kill " + tally.kills() + ", index");
        }
        for (var code : new int[] {Site.HERE, Site.ELSEWHERE}) {
            var child = site.run("numbers", "index", "--association", "" + code);
            tally.wrong(child.end(60) != 0, "the index is not rebuilt: " + child.said());
        }
        tally.wrong(
                site.number("select count(*) from vault.index_alive") != 2, "an index is not whole after its rebuild");
        check.run("index rebuilt");
    }

    private boolean atWork() throws SQLException {
        return site.number("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and application_name like 'bansho%'")
                > 0;
    }
}
