package jp.bansho.numbers.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jp.bansho.audit.AuditVerifier;
import jp.bansho.audit.KeyFile;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.intake.LogicalState;
import jp.bansho.numbers.intake.Town;
import jp.bansho.numbers.job.JobSheet;
import jp.bansho.numbers.taxfile.FinishedSlips;
import jp.bansho.numbers.taxfile.Preview;
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

    @SuppressWarnings("NullAway.Init")
    private static FinishedSlips season;

    private static int orders;

    @BeforeAll
    static void start() throws Exception {
        calm = TestMachine.start();
        killed = TestMachine.start();
        town = Town.make(calm.folder().resolve("town"), 2_500, SEED, true);
        killed.stop();
        Child.hire(killed, "a.kumiai28 = association 28", "hanako = federation", "taro = federation");
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
    private static List<String> goodSlips() throws IOException {
        return FinishedSlips.source(town, town.faults("withholding-source.csv").keySet());
    }

    /// An approved parcel-to-be on the machine that is killed.
    private record Ordered(Preview preview, Path outbox, long output) {

        String[] write() {
            return words("write", "" + preview.id(), outbox.toString());
        }

        String[] resume() {
            return words("resume", "" + output);
        }

        private static String[] words(String... words) {
            return Stream.of(
                            Stream.of("numbers", "taxfile"),
                            Stream.of(words),
                            Stream.of("--as", "hanako", "--with", "taro", "--json"))
                    .flatMap(one -> one)
                    .toArray(String[]::new);
        }
    }

    private static Ordered ordered(List<String> slips) throws Exception {
        killed.again();
        try {
            if (++orders == 1) {
                season = FinishedSlips.of(killed, killed.folder().resolve("post"));
            }
            var preview = season.preview(season.parcel(slips));
            season.approve(preview);
            return new Ordered(preview, Files.createDirectory(killed.folder().resolve("out-" + orders)), orders);
        } finally {
            killed.stop();
        }
    }

    /// The one folder in an outbox.
    private static Path parcel(Ordered order) throws IOException {
        try (var folders = Files.list(order.outbox)) {
            var all = folders.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    @Test
    @Order(4)
    void aTaxFileThatIsKilledIsOneWholeParcelAfterResumeAndNothingIsDoubled() throws Exception {
        var slips = goodSlips();
        var calmly = FinishedSlips.of(calm, calm.folder().resolve("post"));
        var expected = calmly.opened(calmly.finished(calmly.parcel(slips)).folder());
        var order = ordered(slips);

        gate.kill("batch", 1, order.write());
        assertThat(gate.count("select count(*) from taxfile.output where manifest is not null"))
                .as("killed before it was on record as whole")
                .isZero();
        Files.writeString(parcel(order).resolve("s0000001.cms"), "half a slip");

        gate.kill("batch commit", 1, order.resume());
        assertThat(gate.count("select count(*) from taxfile.output where manifest is not null"))
                .isEqualTo(1);
        gate.kill("finish", 0, order.resume());
        assertThat(gate.count("select count(*) from job.job where kind = 'withholding' and state = 'finished'"))
                .as("whole, but its job is not on record as finished")
                .isZero();

        var last = Child.start(killed, order.resume());
        assertThat(last.end()).as(last.said()).isEqualTo(ExitCode.DONE_WITH_FINDINGS);
        assertThat(season.opened(parcel(order))).isEqualTo(expected);
        assertThat(gate.count("select sum(lines) from job.batch b join job.job j on j.id = b.job"
                        + " where j.kind = 'withholding' and j.state = 'finished'"))
                .isEqualTo(slips.size());
        for (var again : List.of(order.resume(), order.write())) {
            assertThat(Child.start(killed, again).end()).isEqualTo(ExitCode.REFUSED);
        }
        assertRecordIsSound();
    }

    @Test
    @Order(5)
    void aFullDiskLeavesNoParcelOnRecordAndItIsResumedWhenThereIsRoom() throws Exception {
        var slips = new ArrayList<>(goodSlips());
        slips.addAll(goodSlips());
        var order = ordered(slips);
        var full = Child.startWithoutRoom(killed, order.write());
        assertThat(full.end()).as(full.said()).isEqualTo(ExitCode.REFUSED);
        assertThat(full.said()).containsAnyOf("disc-full", "cannot-write");
        assertThat(gate.count("select count(*) from taxfile.output where manifest is null"))
                .isEqualTo(1);
        var last = Child.start(killed, order.resume());
        assertThat(last.end()).as(last.said()).isEqualTo(ExitCode.DONE_WITH_FINDINGS);
        assertThat(season.opened(parcel(order)).split("\r\n", 0)).hasSize(slips.size());
        assertRecordIsSound();
    }
}
