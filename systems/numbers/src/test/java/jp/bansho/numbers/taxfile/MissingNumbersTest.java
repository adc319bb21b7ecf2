package jp.bansho.numbers.taxfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import jp.bansho.layout.LayoutUnknown;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.intake.Invented;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.store.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Fields that stay empty: each is listed with its reason, and nobody else's number is in it.
class MissingNumbersTest {

    private static final String KNOWN = InventedFiles.userNumber(TestMachine.HYOGO, 0);
    private static final String BOTH = "9900000001";
    private static final String ONE = "9900000002";

    @SuppressWarnings("NullAway.Init")
    private static TestMachine machine;

    @SuppressWarnings("NullAway.Init")
    private static FinishedSlips season;

    @BeforeAll
    static void start() throws Exception {
        machine = TestMachine.start();
        machine.register(TestMachine.HYOGO, 0, 1);
        season = FinishedSlips.of(machine, machine.folder().resolve("post"));
        machine.database().execute("update linkage.association set user_number_pattern = '\\d{10}'");
        for (var association : new int[] {TestMachine.HYOGO, TestMachine.SAITAMA}) {
            results("both-" + association, association, BOTH, InventedFiles.digits(association, 11));
        }
        results("one", TestMachine.HYOGO, ONE, InventedFiles.digits(TestMachine.HYOGO, 12));
        var unnumbered = InventedFiles.write(machine.folder().resolve("none.csv"), ONE + ",1,,,,\r\n");
        machine.take(JobKind.IDENTIFIERS, TestMachine.SAITAMA, unnumbered);
    }

    private static void results(String name, int association, String user, String number) throws IOException {
        var file = InventedFiles.write(
                machine.folder().resolve(name + ".csv"), InventedFiles.found(1, user, number, false));
        machine.take(JobKind.RESULTS, association, file);
    }

    @AfterAll
    static void close() {
        machine.close();
    }

    private static String slip(String user) {
        return Invented.with(SourceSlips.slip("0", user, "番所　太郎", "ﾊﾞﾝｼﾖ ﾀﾛｳ", 100, 0), 76, "28");
    }

    private static String withSpouse(String slip) {
        var line = Invented.with(Invented.with(slip, 54, "バンショ　ハナコ"), 55, "番所　花子");
        return Invented.with(Invented.with(line, 38, "1"), 56, "00");
    }

    @Test
    void eachEmptyFieldHasItsReasonAndANumberInAKeyColumnReachesNoTable() throws Exception {
        var number = Invented.number(77_777_777_777L);
        var output = season.finished(season.parcel(List.of(
                slip(KNOWN),
                slip("2899999999"),
                slip(number),
                slip("0" + number),
                withSpouse(slip(KNOWN)),
                slip(BOTH),
                slip(ONE))));

        assertThat(season.missing(output))
                .containsExactly(
                        new Missing(2, 53, "2899999999", "unknown"),
                        new Missing(3, 53, "", "not-a-user-number"),
                        new Missing(4, 53, "", "not-a-user-number"),
                        new Missing(5, 57, "", "no-key"),
                        new Missing(6, 53, BOTH, "ambiguous"),
                        new Missing(7, 53, ONE, "ambiguous"));
        var filled = season.opened(output.folder())
                .lines()
                .map(line -> line.split(",", -1)[52])
                .toList();
        var known = "0" + InventedFiles.digits(TestMachine.HYOGO, 0);
        assertThat(filled).containsExactly(known, "", "", "", known, "", "");
        for (var table : List.of("taxfile.missing", "taxfile.lack", "audit.record")) {
            assertThat(holding(table, number)).as(table).isZero();
        }
    }

    private static long holding(String table, String text) throws SQLException {
        try (var administrator = machine.superuser()) {
            return Sql.number(
                    administrator, "select count(*) from %s t where t::text like '%%%s%%'".formatted(table, text));
        }
    }

    @Test
    void aNumberThatComesBetweenApprovalAndWritingIsFilledIn() throws Exception {
        var late = InventedFiles.userNumber(TestMachine.HYOGO, 500);
        var preview = season.preview(season.parcel(List.of(slip(KNOWN), slip(late))));
        assertThat(preview.missing()).isEqualTo(1);
        season.approve(preview);
        machine.register(TestMachine.HYOGO, 500, 501);
        var output = season.write(preview);
        assertThat(output.missing()).isZero();
        assertThat(season.opened(output.folder())).contains(",0" + InventedFiles.digits(TestMachine.HYOGO, 500) + ",");
    }

    @Test
    void anOutboxThatIsNotThereIsRefusedBeforeTheApprovalIsUsedUp() throws Exception {
        var preview = season.preview(season.parcel(List.of(slip(KNOWN))));
        season.approve(preview);
        var nowhere = machine.folder().resolve("nowhere");
        assertThatThrownBy(() -> machine.part(Reports.class)
                        .write(SourceSlips.HANAKO, SourceSlips.TARO, preview.id(), nowhere, Progress.SILENT))
                .isInstanceOfSatisfying(
                        TaxfileRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("outbox"));
        assertThat(season.write(preview).folder()).exists();
    }

    @Test
    void aTaxYearWithoutALayoutIsRefused() throws Exception {
        var order = new Previews.Order(
                SourceSlips.HANAKO, season.parcel(List.of(slip(KNOWN))), TaxReport.WITHHOLDING, 1988, Mode.FIRST, null);
        assertThatThrownBy(() -> machine.part(Previews.class).make(order, Progress.SILENT))
                .isInstanceOf(LayoutUnknown.class);
    }
}
