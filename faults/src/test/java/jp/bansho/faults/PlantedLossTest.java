package jp.bansho.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A harness that finds nothing proves nothing: what is lost, doubled or half done on purpose is found and counted.
class PlantedLossTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Postgres postgres;

    @SuppressWarnings("NullAway.Init")
    private static Site site;

    @SuppressWarnings("NullAway.Init")
    private static Ledger ledger;

    @BeforeAll
    static void start() throws Exception {
        postgres = Postgres.start(folder.resolve("postgresql"));
        site = Site.make(folder.resolve("site"), postgres, folder.resolve("classes.jsa"), 300, 1);
        site.install();
        ledger = new Ledger(site);
        var done = FileJob.intake(site, "results", Site.HERE).start();
        assertThat(done.end(120)).as(done.said()).isIn(0, 3);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    private static Tally after(String plant, String undo) throws Exception {
        var tally = new Tally();
        run("begin; create table if not exists kept_rows (just text); commit; " + plant);
        try {
            new Check(site, ledger, tally).run("planted");
        } finally {
            run(undo);
        }
        var clean = new Tally();
        new Check(site, ledger, clean).run("undone");
        assertThat(clean.named()).isEmpty();
        return tally;
    }

    private static void run(String sql) throws SQLException {
        try (var connection = site.connect()) {
            Sql.run(connection, sql);
        }
    }

    @Test
    void aNumberThatIsGoneIsLost() throws Exception {
        var tally = after("""
                create table gone as select * from vault.sealed_number order by subject limit 2;
                delete from vault.sealed_number where subject in (select subject from gone)
                """, "insert into vault.sealed_number select * from gone; drop table gone");
        assertThat(tally.named()).anyMatch(what -> what.startsWith("LOST 2: planted: acknowledged numbers"));
        assertThat(tally.named()).anyMatch(what -> what.startsWith("WRONG: planted: people without their number: 2"));
        assertThat(tally.clean()).isFalse();
    }

    @Test
    void aPadUnderTwoNumbersIsDoubled() throws Exception {
        var tally = after(
                """
                create table moved as select subject, pad from vault.sealed_number order by subject limit 1;
                update vault.sealed_number n set pad = (select pad from vault.sealed_number order by subject desc limit 1)
                  from moved where n.subject = moved.subject
                """,
                "update vault.sealed_number n set pad = moved.pad from moved where n.subject = moved.subject; drop table moved");
        assertThat(tally.named()).anyMatch(what -> what.startsWith("DOUBLED 1: planted: pads under two numbers"));
        assertThat(tally.named()).anyMatch(what -> what.startsWith("LOST 1: planted: [a number of handle"));
    }

    @Test
    void aBatchThatIsCountedTwiceOrNotOnRecordIsFound() throws Exception {
        var tally = after(
                """
                create table last as select * from job.batch order by number desc limit 1;
                insert into job.batch select job, number + 1, first_line, lines, next_offset, outcomes, committed_at from last
                """,
                "delete from job.batch b using last where b.job = last.job and b.number = last.number + 1; drop table last");
        assertThat(tally.named()).anyMatch(what -> what.contains("batches that do not follow each other"));
        assertThat(tally.named()).anyMatch(what -> what.contains("lines of a file done more than once"));
        assertThat(tally.named()).anyMatch(what -> what.contains("batches without their record"));
    }

    @Test
    void anEntryThatIsMissingInAWholeIndexIsLost() throws Exception {
        var tally = after("""
                create table entry as select * from vault.number_index limit 3;
                delete from vault.number_index where tag in (select tag from entry)
                """, "insert into vault.number_index select * from entry; drop table entry");
        assertThat(tally.named())
                .containsExactly("LOST 3: planted: numbers without their entry in an index that is whole");
        assertThat(tally.line()).isEqualTo("kills: 0, lost: 3, doubled: 0");
    }

    @Test
    void aRevealWithoutItsRecordIsLostAndARecordThatWasChangedDoesNotVerify() throws Exception {
        var seen = new Ledger(site);
        seen.asked("F-0");
        seen.seen("F-0");
        var tally = new Tally();
        new Check(site, seen, tally).run("planted");
        assertThat(tally.named()).containsExactly("LOST 1: planted: numbers shown without their record");

        var changed = after(
                "update audit.record set actor = 'x' || actor where seq = 2",
                "update audit.record set actor = substr(actor, 2) where seq = 2");
        assertThat(changed.named()).singleElement().asString().contains("the record does not verify");
    }
}
