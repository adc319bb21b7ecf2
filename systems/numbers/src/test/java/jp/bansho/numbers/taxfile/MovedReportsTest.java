package jp.bansho.numbers.taxfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.intake.Invented;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Corrections of payment reports with the marks of eLTAX (0 new, 1 addition, 2 correction, 3
/// cancellation), of people who moved to another municipality above all.
class MovedReportsTest extends Filing {

    private static final String CHIYODA = "13101";
    private static final String OSAKA = "27128";
    private static final String KOBE = "28110";

    /// Five people are reported, the first two to the first municipality, the others to the
    /// second.
    @BeforeAll
    void fiveAreReported() throws Exception {
        machine.register(TestMachine.HYOGO, 90_000_00, 90_000_00 + 9);
        submit(
                Mode.FIRST,
                report("0", 0, CHIYODA),
                report("0", 1, CHIYODA),
                report("0", 2, OSAKA),
                report("0", 3, OSAKA),
                report("0", 4, OSAKA));
    }

    /// The second municipality knows the payer by a number of its own.
    private static String report(String mark, int person, String municipality) {
        var user = InventedFiles.userNumber(TestMachine.HYOGO, 90_000_00 + person);
        var report = SourceSlips.report(mark, user, municipality);
        return municipality.equals(OSAKA) ? Invented.with(report, 77, "00123-45") : report;
    }

    private static String paid(String report, int yen) {
        return Invented.with(report, 19, "" + yen);
    }

    private static String number(int person) {
        return "0" + InventedFiles.digits(TestMachine.HYOGO, 90_000_00 + person);
    }

    private Output write(Mode mode, String... lines) throws IOException {
        var report = TaxReport.PAYMENT_REPORT;
        var previews = machine.part(Previews.class);
        var preview = previews.make(
                new Previews.Order(SourceSlips.HANAKO, slips.parcel(report, lines), report, 2025, mode, null),
                Progress.SILENT);
        return written(preview, Sending.DVD);
    }

    private Output submit(Mode mode, String... lines) throws IOException {
        return submitted(write(mode, lines));
    }

    private static List<String> lines(Map<String, String> files, String municipality) {
        return Objects.requireNonNull(files.get(municipality + "-331dat01.txt"))
                .lines()
                .toList();
    }

    private void refused(String reason, String... lines) {
        ThrowingCallable writing = () -> write(Mode.CORRECTION, lines);
        assertThatThrownBy(writing).as("%s", List.of(lines)).isInstanceOfSatisfying(TaxfileRefused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.getMessage()).doesNotContain(number(0), number(2));
        });
    }

    /// The new municipality comes after the old one in the file, and before it.
    @Test
    void whoMovedIsCancelledAtTheOldMunicipalityAndAddedAtTheNewWhicheverComesFirst() throws Exception {
        refused("stands-elsewhere", report("1", 0, OSAKA));
        refused("other-than-submitted", paid(report("3", 0, CHIYODA), 1), report("1", 0, OSAKA));
        refused("never-submitted", report("1", 0, OSAKA), report("3", 0, KOBE));
        refused("not-sorted", report("1", 0, OSAKA), report("3", 0, CHIYODA));
        var output = submit(
                Mode.CORRECTION,
                report("3", 0, CHIYODA),
                report("1", 2, CHIYODA),
                report("1", 0, OSAKA),
                report("3", 2, OSAKA));
        var files = slips.opened(output.folder());
        assertThat(files.sequencedKeySet()).containsExactly(CHIYODA + "-331dat01.txt", OSAKA + "-331dat01.txt");
        var chiyoda = lines(files, CHIYODA);
        assertThat(chiyoda).hasSize(2);
        assertThat(chiyoda.getFirst()).contains(",3,07,", number(0));
        assertThat(chiyoda.getLast()).contains(",1,07,", number(2)).endsWith(",13101,");
        var osaka = lines(files, OSAKA);
        assertThat(osaka.getFirst()).contains(",1,07,", number(0));
        assertThat(osaka.getLast()).contains(",3,07,", number(2)).endsWith(",27128,00123-45");
        assertThat(output.figures().voided()).isEqualTo(2);
        assertThat(output.figures().persons()).isEqualTo(2);
        // what stands now stands at the new municipality alone
        refused("never-submitted", report("3", 0, CHIYODA), report("1", 0, KOBE));
        refused("never-submitted", paid(report("2", 0, CHIYODA), 1));
        var back = write(Mode.CORRECTION, report("1", 0, CHIYODA), report("3", 0, OSAKA));
        assertThat(back.figures().persons()).isEqualTo(1);
    }

    /// Somebody whose report is due and was never sent; not somebody whose report stands.
    @Test
    void anAdditionBringsAReportThatStandsNowhere() throws Exception {
        refused("stands-already", paid(report("1", 3, OSAKA), 1));
        refused("stands-already", report("1", 3, OSAKA), report("3", 3, OSAKA));
        refused("stands-elsewhere", report("1", 3, KOBE));
        refused("stands-elsewhere", report("1", 7, OSAKA), report("1", 7, KOBE));
        refused("never-submitted", report("0", 6, OSAKA));
        var output = submit(Mode.CORRECTION, report("1", 5, OSAKA));
        assertThat(lines(slips.opened(output.folder()), OSAKA))
                .singleElement()
                .asString()
                .contains(",1,07,", number(5));
        refused("stands-already", report("1", 5, OSAKA));
    }

    @Test
    void aReportIsCorrectedWhereItStandsAndSentAgainAfterItsCancellation() throws Exception {
        refused("never-submitted", report("2", 4, KOBE));
        submit(Mode.CORRECTION, paid(report("2", 4, OSAKA), 1_500_000));
        refused("other-than-submitted", report("3", 4, OSAKA));
        submit(Mode.CORRECTION, paid(report("3", 4, OSAKA), 1_500_000));
        refused("never-submitted", report("2", 4, OSAKA));
        refused("never-submitted", paid(report("3", 4, OSAKA), 1_500_000));
        submit(Mode.CORRECTION, report("1", 4, KOBE));
        refused("stands-elsewhere", report("1", 4, OSAKA));
    }
}
