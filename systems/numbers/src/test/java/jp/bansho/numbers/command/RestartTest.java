package jp.bansho.numbers.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import jp.bansho.audit.AuditVerifier;
import jp.bansho.audit.KeyFile;
import jp.bansho.machine.Progress;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.intake.LogicalState;
import jp.bansho.numbers.intake.Town;
import jp.bansho.numbers.job.JobSheet;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.taxfile.AppendOrder;
import jp.bansho.numbers.taxfile.Slips;
import jp.bansho.numbers.taxfile.TaxFiles;
import jp.bansho.testing.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// `kill -9` at chosen points, then resume: the end is that of a machine nobody disturbed.
@TestMethodOrder(OrderAnnotation.class)
class RestartTest {

    private static final long SEED = 20261122;
    private static final String RESULTS = "identity-results-28.csv";
    private static final String DEPENDANTS = "dependants-28.csv";

    @SuppressWarnings("NullAway.Init")
    private static TestMachine calm;

    @SuppressWarnings("NullAway.Init")
    private static TestMachine killed;

    @SuppressWarnings("NullAway.Init")
    private static Town town;

    @SuppressWarnings("NullAway.Init")
    private static Gate gate;

    @BeforeAll
    static void start() throws Exception {
        calm = TestMachine.start();
        killed = TestMachine.start();
        town = Town.make(calm.folder().resolve("town"), 2_500, SEED, true);
        killed.stop();
        Child.hire(killed, "a.kumiai28 = association 28", "f.renmei = federation");
        gate = new Gate(killed);
    }

    @AfterAll
    static void close() throws SQLException {
        gate.close();
        calm.close();
        killed.close();
    }

    private static String[] resume(long job) {
        return new String[] {
            "numbers", "jobs", "resume", "" + job, "--association", "28", "--as", "a.kumiai28", "--json"
        };
    }

    private static String[] intake(String kind, String name, String purpose) {
        return new String[] {
            "numbers",
            "intake",
            kind,
            town.file(name).toString(),
            "--association",
            "28",
            "--purpose",
            purpose,
            "--as",
            "a.kumiai28",
            "--json"
        };
    }

    private static void assertSameCounts(String json, JobSheet sheet) {
        sheet.counts()
                .forEach((word, count) ->
                        assertThat(Json.value(json, word)).as(word).isEqualTo("" + count));
        assertThat(Json.value(json, "lines")).isEqualTo("" + sheet.lines());
    }

    private static void assertRecordIsSound() throws SQLException, IOException {
        try (var connection = killed.superuser()) {
            var home = killed.home();
            var found = new AuditVerifier(home.auditHeads(), KeyFile.read(home.auditPublicKey())).verify(connection);
            assertThat(found.findings()).isEmpty();
            assertThat(found.sound()).isTrue();
        }
    }

    @Test
    @Order(1)
    void anIntakeThatIsKilledSevenTimesEndsAsOneThatNobodyDisturbed() throws Exception {
        var sheet = town.take(calm, RESULTS);
        var batches = (int) (sheet.lines() + 99) / 100;
        assertThat(batches).isGreaterThanOrEqualTo(6);
        var order = intake("results", RESULTS, "number-registration");

        gate.kill("begin", 0, order);
        assertThat(gate.count("select count(*) from job.job"))
                .as("killed before it began")
                .isZero();

        gate.kill("batch", 1, order);
        assertThat(gate.count("select count(*) from linkage.subject"))
                .as("killed in the first batch")
                .isZero();
        var job = gate.count("select max(id) from job.job");

        var random = new Random(SEED);
        var middle = 2 + random.nextInt(batches - 4);
        gate.kill("batch commit", middle, resume(job));
        assertThat(gate.count("select max(number) from job.batch"))
                .as("seed " + SEED)
                .isEqualTo(middle);

        gate.kill("batch", middle + 1, resume(job));
        assertThat(gate.count("select max(number) from job.batch")).isEqualTo(middle);

        gate.killAfter(middle + 1 + random.nextInt(batches - middle - 1), batches, job, resume(job));
        gate.kill("batch commit", batches, resume(job));
        assertThat(gate.count("select sum(lines) from job.batch")).isEqualTo(sheet.lines());

        gate.kill("finish", 0, resume(job));
        assertThat(gate.count("select count(*) from job.job where state = 'finished'"))
                .isZero();

        var last = Child.start(killed, resume(job));
        assertThat(last.end()).as(last.said()).isEqualTo(ExitCode.DONE_WITH_FINDINGS);
        assertSameCounts(last.out(), sheet);
        assertThat(gate.count("select count(distinct number) from job.batch")).isEqualTo(batches);
        assertRecordIsSound();
    }

    @Test
    @Order(2)
    void aJobWhoseEndWasCommittedWhenItWasKilledIsFinished() throws Exception {
        town.take(calm, DEPENDANTS);
        gate.kill("finish commit", 0, intake("dependants", DEPENDANTS, "dependants-declaration"));
        var job = gate.count("select max(id) from job.job");
        var again = Child.start(killed, resume(job));
        assertThat(again.end()).isEqualTo(ExitCode.REFUSED);
        assertThat(again.said()).contains("ジョブは既に完了しています");
        assertRecordIsSound();
    }

    @Test
    @Order(3)
    void peopleNumbersOutcomesFindingsAndWorkAreThoseOfTheUndisturbedMachine() throws Exception {
        killed.again();
        try {
            assertThat(LogicalState.of(killed, true)).isEqualTo(LogicalState.of(calm, true));
            var next = "identity-results-28-2.csv";
            assertThat(town.take(killed, next).counts())
                    .isEqualTo(town.take(calm, next).counts());
            assertThat(LogicalState.of(killed, true)).isEqualTo(LogicalState.of(calm, true));
        } finally {
            killed.stop();
        }
        assertRecordIsSound();
    }

    /// The slips without planted faults.
    private static Path goodSlips() throws IOException {
        var faults = town.faults("withholding-source.csv").keySet();
        var all = Files.readString(town.slips(), Slips.BYTES).split("\n", -1);
        var good = new StringBuilder();
        for (var i = 0; i < all.length - 1; i++) {
            if (!faults.contains(i + 1L)) {
                good.append(all[i]).append('\n');
            }
        }
        return Files.writeString(calm.folder().resolve("good-slips.csv"), good, Slips.BYTES);
    }

    @Test
    @Order(4)
    void aTaxFileThatIsKilledLeavesNoFileUnderItsNameAndIsWholeAfterResume() throws Exception {
        var slips = goodSlips();
        var expected = calm.folder().resolve("377dat01.txt");
        var sheet = calm.part(TaxFiles.class)
                .append(
                        new AppendOrder(calm.actor(Role.FEDERATION), slips, expected, Town.TAX_YEAR, false, false),
                        Progress.SILENT)
                .sheet();
        var target = killed.folder().resolve("377dat01.txt");
        var part = killed.folder().resolve("377dat01.txt.part");

        gate.kill(
                "batch",
                1,
                "numbers",
                "taxfile",
                "append",
                slips.toString(),
                target.toString(),
                "--tax-year",
                "" + Town.TAX_YEAR,
                "--as",
                "f.renmei",
                "--json");
        assertThat(target).doesNotExist();
        assertThat(part).exists();
        Files.writeString(part, "half a slip");
        var job = gate.count("select max(id) from job.job");
        var resume = new String[] {"numbers", "jobs", "resume", "" + job, "--as", "f.renmei", "--json"};

        gate.kill("batch commit", 1, resume);
        assertThat(target).doesNotExist();

        gate.kill("finish", 0, resume);
        assertThat(target).as("delivered, but not on record as finished").hasSameBinaryContentAs(expected);

        var last = Child.start(killed, resume);
        assertThat(last.end()).as(last.said()).isEqualTo(ExitCode.DONE_WITH_FINDINGS);
        assertSameCounts(last.out(), sheet);
        assertThat(target).hasSameBinaryContentAs(expected);
        assertThat(part).doesNotExist();
        assertRecordIsSound();
    }

    @Test
    @Order(5)
    void aFullDiskLeavesNoOutputAndTheJobIsResumedWhenThereIsRoom() throws Exception {
        var slips = Files.writeString(
                calm.folder().resolve("other-slips.csv"),
                Files.readString(goodSlips(), Slips.BYTES).repeat(2),
                Slips.BYTES);
        var target = killed.folder().resolve("377dat02.txt");
        var full = Child.startWithoutRoom(
                killed,
                "numbers",
                "taxfile",
                "append",
                slips.toString(),
                target.toString(),
                "--tax-year",
                "" + Town.TAX_YEAR,
                "--as",
                "f.renmei",
                "--json");
        assertThat(full.end()).as(full.said()).isEqualTo(ExitCode.REFUSED);
        assertThat(full.said()).contains("full disk", "ディスク容量");
        assertThat(target).doesNotExist();
        assertThat(target.resolveSibling("377dat02.txt.part")).doesNotExist();
        var job = gate.count("select max(id) from job.job");
        var last = Child.start(killed, "numbers", "jobs", "resume", "" + job, "--as", "f.renmei", "--json");
        assertThat(last.end()).as(last.said()).isEqualTo(ExitCode.DONE_WITH_FINDINGS);
        assertThat(Files.readString(target, Slips.BYTES))
                .isEqualTo(Files.readString(killed.folder().resolve("377dat01.txt"), Slips.BYTES)
                        .repeat(2));
        assertRecordIsSound();
    }
}
