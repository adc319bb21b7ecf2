package jp.bansho.numbers.taxfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.AccountRole;
import jp.bansho.access.approval.Decision;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.Approved;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.intake.Invented;
import jp.bansho.numbers.intake.Town;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Scope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The tax season on one machine: preview, confirmation, approval, parcel, custody, corrections.
class TaxSeasonTest extends Filing {

    private static final Charset BYTES = StandardCharsets.ISO_8859_1;
    private static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");

    @SuppressWarnings("NullAway.Init")
    private Town town;

    @BeforeAll
    void takeIn() throws Exception {
        town = Town.make(Files.createDirectory(folder.resolve("town")), 300, 7, false);
        for (var name : town.intakeFiles()) {
            town.take(machine, name);
        }
    }

    private static String user(int i) {
        return InventedFiles.userNumber(TestMachine.HYOGO, 90_000_00 + i);
    }

    private void register(int... people) throws IOException {
        for (var i : people) {
            machine.register(TestMachine.HYOGO, 90_000_00 + i, 90_000_00 + i + 1);
        }
    }

    private static String slip(String mark, int person, long paid) {
        return SourceSlips.slip(mark, user(person), "番所　太郎", "ﾀﾛｳ", paid, paid / 10);
    }

    private Preview preview(
            Path parcel, TaxReport report, int year, Mode mode, @org.jspecify.annotations.Nullable Long of) {
        return machine.part(Previews.class)
                .make(new Previews.Order(SourceSlips.HANAKO, parcel, report, year, mode, of), Progress.SILENT);
    }

    private Preview first(String... lines) throws IOException {
        return preview(slips.parcel(TaxReport.WITHHOLDING, lines), TaxReport.WITHHOLDING, 2025, Mode.FIRST, null);
    }

    private Output submitted(Preview preview) throws IOException {
        return submitted(written(preview, Sending.CD));
    }

    private List<String> lines(Output output) throws IOException {
        return String.join("", slips.opened(output.folder()).values()).lines().toList();
    }

    private static String number(int person) {
        return "0" + InventedFiles.digits(TestMachine.HYOGO, 90_000_00 + person);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String reason) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        TaxfileRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    /// The population's slips as the pension machine sends them.
    private List<String> townSlips() throws IOException {
        var lines = new ArrayList<String>();
        for (var line : Files.readString(town.slips(), BYTES).split("\r\n", 0)) {
            var text = new String(line.getBytes(BYTES), SHIFT_JIS);
            lines.add(text + "," + text.split(",", -1)[71].substring(0, 2));
        }
        return lines;
    }

    @Test
    void aYearsSlipsGoFromSourceParcelToFinishedParcelToDestructionAndEveryFieldIsTheTruth() throws Exception {
        var lines = townSlips();
        lines.set(0, Invented.with(lines.get(0), 12, "兵庫県\uFA19戸市"));
        var preview = first(lines.toArray(String[]::new));
        var details = machine.part(Previews.class).details(SourceSlips.HANAKO, preview);
        assertThat(preview.slips()).isEqualTo(lines.size());
        assertThat(preview.violations()).as("%s", details.broken()).isZero();
        assertThat(details.replacements()).containsKey(new Replacement("\uFA19", "神", "COMPATIBILITY"));
        assertThat(details.people()).extracting(Present::association).contains(11, 28);

        refused(() -> applied(preview, Sending.CD), "other-state");
        machine.part(Previews.class).confirm(SourceSlips.TARO, preview.id());
        var application = applied(preview, 20_000);
        assertThatThrownBy(() -> write(preview)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> machine.part(ApprovalDesk.class).decide(officer, application, Decision.APPROVE, ""))
                .isInstanceOf(AccessRefused.class);
        machine.part(ApprovalDesk.class).decide(second, application, Decision.APPROVE, "");
        var output = write(preview);
        assertThatThrownBy(() -> write(preview)).isInstanceOf(AccessRefused.class);

        compare(lines, output);
        var files = machine.part(Custodies.class).files(SourceSlips.HANAKO, output.id());
        assertThat(files).hasSizeGreaterThan(1);
        assertThat(files).allSatisfy(file -> assertThat(file.bytes()).isLessThanOrEqualTo(20_000));
        assertThat(files).extracting(OutputFile::name).startsWith("377dat01.txt", "377dat02.txt");
        assertThat(machine.part(jp.bansho.numbers.media.MediaDesk.class)
                        .confirm(preview.source(), SourceSlips.HANAKO, SourceSlips.TARO)
                        .state())
                .isEqualTo(jp.bansho.media.ledger.ParcelState.WIPED);
        custody(output);
        var paper = TaxPapers.xhtml(output, files);
        assertThat(paper).contains("%,d".formatted(output.figures().paid()), "正本", "副本", "①提出者名", "⑨総枚数・一連番号");
    }

    private void compare(List<String> source, Output output) throws Exception {
        var numbers = Town.numbers(machine);
        var finished = lines(output);
        assertThat(finished).hasSameSizeAs(source);
        var paid = 0L;
        var withheld = 0L;
        for (var i = 0; i < finished.size(); i++) {
            var from = source.get(i).split(",", -1);
            var to = new String(finished.get(i).getBytes(BYTES), SHIFT_JIS).split(",", -1);
            assertThat(to).hasSize(71);
            for (var column = 1; column <= 71; column++) {
                var key = switch (column) {
                    case 53 -> 72;
                    case 57 -> 73;
                    case 61 -> 74;
                    case 65 -> 75;
                    default -> 0;
                };
                var known = key == 0 ? null : numbers.get(from[key - 1]);
                var expected = key == 0 ? from[column - 1] : known == null ? "" : "0" + known;
                assertThat(to[column - 1])
                        .as("line %d, column %d", i + 1, column)
                        .isEqualTo(expected.replace("\uFA19", "神").replace('－', '−'));
            }
            for (var column : new int[] {19, 23, 27, 31}) {
                paid += Long.parseLong("0" + to[column - 1]);
                withheld += Long.parseLong("0" + to[column + 1]);
            }
        }
        assertThat(output.figures().persons()).isEqualTo(source.size());
        assertThat(output.figures().paid()).isEqualTo(paid);
        assertThat(output.figures().withheld()).isEqualTo(withheld);
    }

    private void custody(Output output) throws SQLException {
        var custodies = machine.part(Custodies.class);
        refused(() -> custodies.receipted(SourceSlips.HANAKO, output.id(), "R-1"), "other-state");
        refused(() -> custodies.submit(SourceSlips.HANAKO, null, output.id(), "courier-1"), "second-person-missing");
        custodies.submit(SourceSlips.HANAKO, SourceSlips.TARO, output.id(), "courier-1");
        refused(() -> custodies.receipted(SourceSlips.HANAKO, output.id(), "1234 5678 9012"), "text");
        custodies.receipted(SourceSlips.HANAKO, output.id(), "R-1");
        custodies.returned(SourceSlips.HANAKO, SourceSlips.TARO, output.id(), "courier-1");
        var end = custodies.destroyed(SourceSlips.HANAKO, SourceSlips.TARO, output.id(), "D-1");
        assertThat(end.steps())
                .extracting(Output.Step::act)
                .containsExactly(
                        Output.Act.CREATED,
                        Output.Act.SUBMITTED,
                        Output.Act.RECEIPTED,
                        Output.Act.RETURNED,
                        Output.Act.DESTROYED);
        try (var connection = machine.superuser();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update taxfile.custody set by = 'nobody'"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> statement.execute("delete from taxfile.output_marks"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aMissingNumberIsWorkForItsOwnAssociationAloneUntilItIsRegistered() throws Exception {
        var stranger = InventedFiles.userNumber(TestMachine.SAITAMA, 90_000_99);
        var preview = first(slip("0", 1, 100), SourceSlips.slip("0", stranger, "番所　花子", "ﾊﾅｺ", 100, 0));
        assertThat(preview.missing()).isEqualTo(2);
        var hyogo = Approved.account(machine, TestMachine.HYOGO, AccountRole.CLERK, "tax");
        var saitama = Approved.account(machine, TestMachine.SAITAMA, AccountRole.CLERK, "tax");
        var previews = machine.part(Previews.class);
        assertThat(previews.lacks(hyogo, 1000))
                .extracting(Lack::userNumber)
                .contains(user(1))
                .doesNotContain(stranger);
        assertThat(previews.lacks(saitama, 1000))
                .extracting(Lack::userNumber)
                .contains(stranger)
                .doesNotContain(user(1));
        try (var connection = machine.scoped(new Scope.Association(TestMachine.HYOGO));
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from taxfile.lack where association <> 28")) {
            row.next();
            assertThat(row.getLong(1)).isZero();
        }
        var open = previews.lacking(hyogo);
        register(1);
        assertThat(previews.lacking(hyogo)).isEqualTo(open - 1);
    }

    @Test
    void aWrongSlipIsVoidedWithWhatWasSubmittedAndReplacedAndNothingElseIs() throws Exception {
        register(10, 11, 12);
        submitted(first(slip("0", 10, 1000), slip("0", 11, 2000)));
        var correction = correction(slip("1", 10, 1000), slip("0", 10, 1500));
        var output = submitted(correction);
        assertThat(output.figures()).isEqualTo(new Figures(1, 0, 1500, 150, 1));
        assertThat(lines(output)).hasSize(2);
        assertThat(lines(output).getFirst()).contains(",1,07,", ",1000,", number(10));
        assertThat(lines(output).getLast()).contains(",0,07,", ",1500,", number(10));
        refused(() -> correction(slip("1", 12, 1000), slip("0", 12, 1500)), "never-submitted");
        refused(() -> correction(slip("1", 11, 2001), slip("0", 11, 1500)), "other-than-submitted");
        refused(() -> correction(slip("1", 10, 1000), slip("0", 10, 1500)), "other-than-submitted");
        refused(() -> correction(slip("0", 11, 1500)), "correction-mark");
        refused(() -> first(slip("1", 11, 2000)), "correction-mark");
    }

    private Preview correction(String... lines) throws IOException {
        return preview(slips.parcel(TaxReport.WITHHOLDING, lines), TaxReport.WITHHOLDING, 2025, Mode.CORRECTION, null);
    }

    private static String before(int person, long paid) {
        return Invented.with(slip("0", person, paid), 11, "06");
    }

    @Test
    void aLateNumberMakesASupplementOfThatSlipAlone() throws Exception {
        register(20);
        var parcel = slips.parcel(TaxReport.WITHHOLDING, before(20, 100), before(21, 200), before(22, 300));
        var output = submitted(preview(parcel, TaxReport.WITHHOLDING, 2024, Mode.FIRST, null));
        assertThat(output.missing()).isEqualTo(2);
        register(21);
        var late = submitted(preview(parcel, TaxReport.WITHHOLDING, 2024, Mode.SUPPLEMENT, output.id()));
        assertThat(lines(late)).hasSize(2);
        assertThat(lines(late).getFirst()).contains(",1,06,", ",200,").doesNotContain(number(21));
        assertThat(lines(late).getLast()).contains(",0,06,", ",200,", number(21));
        assertThat(machine.part(Previews.class)
                        .details(SourceSlips.HANAKO, first(slip("0", 20, 1)))
                        .lastYear())
                .isEqualTo(output.figures());
    }

    @Test
    void reportsOfMunicipalitiesAreAFileEachInAscendingOrder() throws Exception {
        register(30, 31);
        var parcel = slips.parcel(
                TaxReport.PAYMENT_REPORT,
                SourceSlips.report("0", user(30), "13101"),
                SourceSlips.report("0", user(31), "13101"),
                SourceSlips.report("1", user(31), "27128"));
        var output = written(preview(parcel, TaxReport.PAYMENT_REPORT, 2025, Mode.FIRST, null), Sending.DVD);
        var opened = slips.opened(output.folder());
        assertThat(opened.sequencedKeySet()).containsExactly("13101-331dat01.txt", "27128-331dat01.txt");
        assertThat(opened.get("13101-331dat01.txt")).contains(number(30), number(31));
        var unsorted = slips.parcel(
                TaxReport.PAYMENT_REPORT,
                SourceSlips.report("0", user(30), "27128"),
                SourceSlips.report("0", user(31), "13101"));
        var preview = preview(unsorted, TaxReport.PAYMENT_REPORT, 2025, Mode.FIRST, null);
        refused(() -> written(preview, Sending.DVD), "not-sorted");
    }

    @Test
    void aKilledWritingLeavesNoParcelAndIsTakenUpAgain() throws Exception {
        register(40);
        var preview = first(slip("0", 40, 100));
        var application = applied(preview, Sending.CD);
        machine.part(ApprovalDesk.class).decide(second, application, Decision.APPROVE, "");
        assertThatThrownBy(() -> machine.part(Reports.class)
                        .write(SourceSlips.HANAKO, SourceSlips.TARO, preview.id(), slips.outbox(), (lines, at, of) -> {
                            if (lines == 1) {
                                throw new AssertionError("killed");
                            }
                        }))
                .isInstanceOf(AssertionError.class);
        var open = machine.part(Custodies.class).newest(SourceSlips.HANAKO, 1).getFirst();
        assertThat(open.manifest()).isNull();
        assertThat(open.folder()).doesNotExist();
        // what a real kill leaves
        Files.createDirectories(open.folder());
        Files.writeString(open.folder().resolve("s0000001.cms"), "half");
        var output =
                machine.part(Reports.class).resume(SourceSlips.HANAKO, SourceSlips.TARO, open.id(), Progress.SILENT);
        assertThat(lines(output).getFirst()).contains(number(40));
        assertThatThrownBy(() -> write(preview)).isInstanceOf(AccessRefused.class);
    }

    @Test
    void aNumberThatVanishedSinceThePreviewAndABrokenRuleStopTheFile() throws Exception {
        var bad = first(Invented.with(slip("0", 50, 100), 1, "375"));
        assertThat(bad.violations()).isEqualTo(1);
        refused(() -> applied(bad, Sending.CD), "other-state");
        assertThatThrownBy(() -> machine.part(Previews.class)
                        .make(
                                new Previews.Order(
                                        machine.clerk(28), bad.source(), bad.report(), 2025, Mode.FIRST, null),
                                Progress.SILENT))
                .isInstanceOf(StaffRefused.class);
        refused(() -> preview(bad.source(), TaxReport.PAYMENT_REPORT, 2025, Mode.FIRST, null), "other-content");
    }
}
