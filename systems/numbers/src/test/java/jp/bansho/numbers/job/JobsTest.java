package jp.bansho.numbers.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.intake.IntakeOrder;
import jp.bansho.numbers.intake.Invented;
import jp.bansho.numbers.intake.LogicalState;
import jp.bansho.numbers.intake.Town;
import jp.bansho.numbers.job.JobRefused.Reason;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Scope;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JobsTest {

    private static final int ASSOCIATION = TestMachine.HYOGO;

    @SuppressWarnings("NullAway.Init")
    private static TestMachine machine;

    private static int files;

    @BeforeAll
    static void start() {
        machine = TestMachine.start();
    }

    @AfterAll
    static void close() {
        machine.close();
    }

    /// A results file nobody met before, of three people nobody knows.
    private static Path fresh() throws IOException {
        var lines = new String[3];
        for (var i = 0; i < lines.length; i++) {
            var n = ++files;
            lines[i] = Invented.found(Invented.user(ASSOCIATION, n), Invented.number(50_000_000_000L + n));
        }
        return write(Invented.file(lines).getBytes(StandardCharsets.UTF_8));
    }

    private static Path write(byte[] content) throws IOException {
        return Files.write(machine.folder().resolve("job-" + ++files + ".csv"), content);
    }

    private static JobSheet run(int association, Path file, boolean again) {
        var order = new IntakeOrder(
                JobKind.RESULTS, machine.clerk(association), Purpose.NUMBER_REGISTRATION, association, file, again);
        return machine.part(Intake.class).run(order, Progress.SILENT);
    }

    private static JobSheet resume(long job) {
        return machine.part(Intake.class).resume(machine.clerk(ASSOCIATION), ASSOCIATION, job, Progress.SILENT);
    }

    /// A job that began and then stopped.
    private static Job begun(Path file) {
        var order = new JobOrder(
                JobKind.RESULTS,
                machine.clerk(ASSOCIATION),
                Purpose.NUMBER_REGISTRATION,
                new Scope.Association(ASSOCIATION),
                ASSOCIATION,
                file.toAbsolutePath(),
                null,
                "batch-size=2",
                "identity-results");
        return machine.part(Jobs.class).start(order, false, Progress.SILENT);
    }

    private static void refused(Reason reason, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        JobRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static long count(String sql) throws SQLException {
        try (var connection = machine.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void theSameFileIsRecognisedWhateverItsName() throws Exception {
        var file = fresh();
        run(ASSOCIATION, file, false);
        refused(Reason.SAME_FILE, () -> run(ASSOCIATION, file, false));
        var copy = Files.copy(file, file.resolveSibling("copy-of-" + file.getFileName()));
        refused(Reason.SAME_FILE, () -> run(ASSOCIATION, copy, false));
    }

    @Test
    void theSameFileInAnotherAssociationsHandsIsAnotherJobAndNothingInItIsTheirs() throws Exception {
        var file = fresh();
        run(ASSOCIATION, file, false);
        assertThat(run(TestMachine.SAITAMA, file, false).counts()).containsEntry("not-ours", 3L);
    }

    @Test
    void againFindsEverythingUnchangedAndChangesNothing() throws Exception {
        var file = fresh();
        run(ASSOCIATION, file, false);
        var before = LogicalState.of(machine, false);
        var sealed = count("select coalesce(sum(hashtext(n::text)), 0) from vault.sealed_number n");
        var sheet = run(ASSOCIATION, file, true);
        assertThat(sheet.counts()).containsEntry("unchanged", 3L);
        assertThat(sheet.lines()).isEqualTo(3);
        assertThat(LogicalState.of(machine, false)).isEqualTo(before);
        assertThat(count("select coalesce(sum(hashtext(n::text)), 0) from vault.sealed_number n"))
                .isEqualTo(sealed);
    }

    @Test
    void aFileThatWasBegunIsResumedAndNotBegunAgain() throws Exception {
        var file = fresh();
        var job = begun(file);
        refused(Reason.UNFINISHED, () -> run(ASSOCIATION, file, false));
        refused(Reason.UNFINISHED, () -> run(ASSOCIATION, file, true));
        assertThat(resume(job.id()).counts()).containsEntry("registered", 3L);
        refused(Reason.FINISHED_ALREADY, () -> resume(job.id()));
    }

    @Test
    void aSourceThatChangedOrVanishedIsNotResumed() throws Exception {
        var file = fresh();
        var job = begun(file);
        var content = Files.readAllBytes(file);
        Files.writeString(file, new String(content, StandardCharsets.UTF_8).replaceFirst(",1,", ",2,"));
        refused(Reason.SOURCE_CHANGED, () -> resume(job.id()));
        Files.delete(file);
        refused(Reason.SOURCE_MISSING, () -> resume(job.id()));
        Files.write(file, content);
        assertThat(resume(job.id()).counts()).containsEntry("registered", 3L);
    }

    @Test
    void aJobOfAnotherAssociationIsNoJob() throws Exception {
        var job = begun(fresh());
        refused(
                Reason.NO_SUCH_JOB,
                () -> machine.part(Intake.class)
                        .resume(machine.clerk(TestMachine.SAITAMA), TestMachine.SAITAMA, job.id(), Progress.SILENT));
        resume(job.id());
    }

    @Test
    void twoJobsOfOneAssociationNeverRunAtTheSameTime() throws Exception {
        var running = begun(fresh());
        var file = fresh();
        try (var connection = machine.application();
                var held = machine.part(Jobs.class).lock(connection, ASSOCIATION)) {
            assertThat(held).isNotNull();
            refused(Reason.RUNNING_ELSEWHERE, () -> run(ASSOCIATION, file, false));
            refused(Reason.RUNNING_ELSEWHERE, () -> resume(running.id()));
            assertThat(run(TestMachine.SAITAMA, fresh(), false).lines()).isEqualTo(3);
        }
        assertThat(resume(running.id()).counts()).containsEntry("registered", 3L);
        assertThat(count("select count(*) from job.job where state = 'running'"))
                .as("an order that was refused leaves no job behind")
                .isZero();
        assertThat(run(ASSOCIATION, file, false).counts()).containsEntry("registered", 3L);
    }

    @Test
    void nobodyIsKeptAwayAfterAJobEndedOrWasRefused() throws Exception {
        run(ASSOCIATION, fresh(), false);
        var job = begun(fresh());
        try (var other = machine.application();
                var held = machine.part(Jobs.class).lock(other, ASSOCIATION)) {
            assertThat(held).isNotNull();
            refused(Reason.RUNNING_ELSEWHERE, () -> resume(job.id()));
        }
        assertThat(count("select count(*) from pg_locks where locktype = 'advisory' and database ="
                        + " (select oid from pg_database where datname = current_database())"))
                .isZero();
        resume(job.id());
    }

    @Test
    void whatCannotBeReadIsRefusedAndLeavesNoJob() throws Exception {
        var jobs = count("select count(*) from job.job");
        refused(Reason.EMPTY_SOURCE, () -> run(ASSOCIATION, write(new byte[0]), false));
        refused(Reason.SOURCE_MISSING, () -> run(ASSOCIATION, machine.folder().resolve("nowhere.csv"), false));
        // a folder is a parcel, and parcels come in through the ledger of media
        refused(Reason.PARCEL, () -> run(ASSOCIATION, machine.folder(), false));
        assertThat(count("select count(*) from job.job")).isEqualTo(jobs);
    }

    @Test
    void aWholeFileInTheWrongCharacterCodeIsWorkedOffAndRegistersNothing() throws Exception {
        var people = count("select count(*) from linkage.subject");
        for (var charset : new Charset[] {
            StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("Shift_JIS")
        }) {
            var user = Invented.user(ASSOCIATION, ++files);
            var line = Invented.with(Invented.found(user, Invented.number(60_000_000_000L + files)), 26, "架空　太郎");
            var sheet = run(ASSOCIATION, write(Invented.file(line, line).getBytes(charset)), false);
            assertThat(sheet.lines()).as(charset.name()).isPositive();
            assertThat(sheet.counts()).as(charset.name()).containsEntry("invalid", sheet.lines());
        }
        assertThat(count("select count(*) from linkage.subject")).isEqualTo(people);
    }

    @Test
    void aNumberInThePlaceOfTheUserNumberReachesNoTable() throws Exception {
        var number = Invented.number(66_666_666_666L);
        var good = Invented.found(Invented.user(ASSOCIATION, ++files), number);
        var lines = new ArrayList<String>();
        lines.add(Invented.with(good, 4, number));
        lines.add(good.replaceFirst(",21,1,", ",21,"));
        lines.add(Invented.with(Invented.nobody("x"), 4, number));
        lines.add(Invented.with(good, 18, number));
        lines.add(number);
        lines.add(number + "," + good);
        var sheet = run(
                ASSOCIATION,
                write(Invented.file(lines.toArray(String[]::new)).getBytes(StandardCharsets.UTF_8)),
                false);
        assertThat(Town.outcomes(machine, sheet.job().id()))
                .doesNotContain("registered")
                .hasSize(lines.size());
        for (var table :
                new String[] {"intake.finding", "intake.work_item", "job.job", "linkage.subject", "audit.record"}) {
            assertThat(count("select count(*) from " + table + " t where t::text like '%" + number + "%'"))
                    .as(table)
                    .isZero();
        }
    }
}
