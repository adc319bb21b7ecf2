package jp.bansho.numbers.taxfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import jp.bansho.layout.LayoutUnknown;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.intake.Invented;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.job.JobRefused;
import jp.bansho.numbers.job.JobRefused.Reason;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaxFilesTest {

    private static final String KNOWN = InventedFiles.userNumber(TestMachine.HYOGO, 0);

    @SuppressWarnings("NullAway.Init")
    private static TestMachine machine;

    private static String slip = "";
    private static int files;

    @SuppressWarnings("NullAway.Init")
    private Path target;

    @BeforeAll
    static void start() throws IOException {
        machine = TestMachine.start();
        machine.register(TestMachine.HYOGO, 0, 10);
        slip = Slips.alone(machine.folder().resolve("slips"), KNOWN);
    }

    @AfterAll
    static void close() {
        machine.close();
    }

    @BeforeEach
    void chooseATarget() {
        target = machine.folder().resolve("377dat%02d.txt".formatted(++files));
    }

    /// A source nobody met before, with a slip of each of these user numbers.
    private static Path source(String... userNumbers) throws IOException {
        var slips = new String[userNumbers.length];
        for (var i = 0; i < slips.length; i++) {
            slips[i] = Invented.with(Invented.with(slip, 72, userNumbers[i]), 2, "%010d".formatted(++files));
        }
        return Slips.write(machine.folder().resolve("source-" + ++files + ".csv"), slips);
    }

    private static AppendOrder order(Actor actor, Path source, Path target, boolean completeOnly) {
        return new AppendOrder(actor, source, target, 2025, completeOnly, false);
    }

    private static Appended append(Path source, Path target, boolean completeOnly) {
        return machine.part(TaxFiles.class)
                .append(order(machine.actor(Role.FEDERATION), source, target, completeOnly), Progress.SILENT);
    }

    private static long count(String sql) throws SQLException {
        try (var connection = machine.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long opened() throws SQLException {
        return count("select count(*) from audit.record where event = 'numbers-opened'");
    }

    private static long jobs() throws SQLException {
        return count("select count(*) from job.job where kind = 'withholding'");
    }

    private void refused(Reason reason, Path source, Path wanted) throws SQLException {
        var jobs = jobs();
        var opened = opened();
        assertThatThrownBy(() -> append(source, wanted, false))
                .isInstanceOfSatisfying(
                        JobRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
        assertThat(jobs()).isEqualTo(jobs);
        assertThat(opened()).isEqualTo(opened);
    }

    @Test
    void nobodyButTheFederationOpensTheNumbers() throws Exception {
        var source = source(KNOWN);
        var jobs = jobs();
        var opened = opened();
        for (var role : new Role[] {Role.ASSOCIATION, Role.OPERATOR}) {
            var order = order(machine.actor(role), source, target, false);
            assertThatThrownBy(() -> machine.part(TaxFiles.class).append(order, Progress.SILENT))
                    .as(role.word())
                    .isInstanceOf(StaffRefused.class);
        }
        assertThat(jobs()).isEqualTo(jobs);
        assertThat(opened()).isEqualTo(opened);
        assertThat(target).doesNotExist();
        append(source, target, false);
        assertThat(opened()).isEqualTo(opened + 1);
    }

    @Test
    void aTargetThatIsTakenWronglyNamedOrNowhereIsRefusedBeforeAnythingIsOpened() throws Exception {
        var source = source(KNOWN);
        Files.writeString(target, "kept");
        refused(Reason.TARGET_EXISTS, source, target);
        assertThat(target).hasContent("kept");
        refused(Reason.TARGET_NAME, source, machine.folder().resolve("slips.txt"));
        refused(
                Reason.TARGET_FOLDER,
                source,
                machine.folder().resolve("nowhere").resolve("377dat01.txt"));
        assertThat(append(source, target.resolveSibling("377dat98.txt"), false).delivered())
                .isTrue();
    }

    @Test
    void aTaxYearWithoutALayoutIsRefused() throws Exception {
        var order = new AppendOrder(machine.actor(Role.FEDERATION), source(KNOWN), target, 1988, false, false);
        assertThatThrownBy(() -> machine.part(TaxFiles.class).append(order, Progress.SILENT))
                .isInstanceOf(LayoutUnknown.class);
    }

    @Test
    void theOutputHoldsTheNumberAndIsReadableByItsOwnerAlone() throws Exception {
        var appended = append(source(KNOWN), target, true);
        assertThat(appended.delivered()).isTrue();
        var fields = Files.readString(target, Slips.BYTES).split(",", -1);
        assertThat(fields).hasSize(71);
        assertThat(fields[52]).isEqualTo("0" + InventedFiles.digits(TestMachine.HYOGO, 0));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
    }

    @Test
    void completeOnlyLeavesNoOutputUntilTheMissingNumberIsRegisteredAndThenTheSameFileRuns() throws Exception {
        var late = 500 + files;
        var source = source(KNOWN, InventedFiles.userNumber(TestMachine.HYOGO, late));
        var refused = append(source, target, true);
        assertThat(refused.delivered()).isFalse();
        assertThat(refused.missing())
                .containsExactly(new Missing(2, 53, InventedFiles.userNumber(TestMachine.HYOGO, late), "unknown"));
        assertThat(refused.sheet().job().state()).isEqualTo("refused");
        assertThat(target).doesNotExist();
        assertThat(target.resolveSibling(target.getFileName() + ".part")).doesNotExist();
        machine.register(TestMachine.HYOGO, late, late + 1);
        var delivered = append(source, target, true);
        assertThat(delivered.delivered()).isTrue();
        assertThat(delivered.missing()).isEmpty();
        assertThat(Files.readString(target, Slips.BYTES))
                .contains(",0" + InventedFiles.digits(TestMachine.HYOGO, late));
    }

    @Test
    void whatIsMissingStandsInTheDatabaseToo() throws Exception {
        var appended = append(source(KNOWN, "2899999999"), target, false);
        assertThat(appended.delivered()).isTrue();
        var job = appended.sheet().job().id();
        assertThat(count("select count(*) from taxfile.missing where line = 2 and field = 53"
                        + " and user_number = '2899999999' and reason = 'unknown' and job = " + job))
                .isEqualTo(1);
        assertThat(count("select count(*) from taxfile.missing where job = " + job))
                .isEqualTo(1);
    }

    @Test
    void theSameFileIsRecognisedOnceItWasDelivered() throws Exception {
        var source = source(KNOWN);
        append(source, target, false);
        refused(Reason.SAME_FILE, source, target.resolveSibling("377dat99.txt"));
    }

    @Test
    void aNumberInAKeyColumnReachesNoTable() throws Exception {
        var number = Invented.number(77_777_777_777L);
        var appended = append(source(number, "0" + number, KNOWN), target, false);
        assertThat(appended.missing()).extracting(Missing::reason).containsOnly("not-a-user-number");
        assertThat(count("select count(*) from taxfile.missing m where m::text like '%" + number + "%'"))
                .isZero();
        assertThat(count("select count(*) from audit.record r where r::text like '%" + number + "%'"))
                .isZero();
    }

    @Test
    void aUserNumberOfTwoAssociationsFillsNothingWhetherOrNotBothHaveANumber() throws Exception {
        try (var shared = TestMachine.start()) {
            shared.database().execute("update linkage.association set user_number_pattern = '\\d{10}'");
            var both = "9900000001";
            var one = "9900000002";
            for (var association : new int[] {TestMachine.HYOGO, TestMachine.SAITAMA}) {
                var number = InventedFiles.digits(association, 1);
                var file = InventedFiles.write(
                        shared.folder().resolve("both-" + association + ".csv"),
                        InventedFiles.found(1, both, number, false));
                shared.take(JobKind.RESULTS, association, file);
            }
            shared.take(
                    JobKind.RESULTS,
                    TestMachine.HYOGO,
                    InventedFiles.write(
                            shared.folder().resolve("one.csv"),
                            InventedFiles.found(1, one, InventedFiles.digits(TestMachine.HYOGO, 2), false)));
            shared.take(
                    JobKind.IDENTIFIERS,
                    TestMachine.SAITAMA,
                    InventedFiles.write(shared.folder().resolve("none.csv"), one + ",1,,,,\r\n"));
            var appended = shared.part(TaxFiles.class)
                    .append(
                            order(
                                    shared.actor(Role.FEDERATION),
                                    source(both, one),
                                    shared.folder().resolve("377dat01.txt"),
                                    false),
                            Progress.SILENT);
            assertThat(appended.missing())
                    .containsExactly(new Missing(1, 53, both, "ambiguous"), new Missing(2, 53, one, "ambiguous"));
        }
    }
}
