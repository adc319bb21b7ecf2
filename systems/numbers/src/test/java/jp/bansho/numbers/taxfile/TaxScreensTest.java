package jp.bansho.numbers.taxfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Organisation;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.terminal.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The preview, its confirmation and application, and the missing numbers, at the terminals.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaxScreensTest {

    private static final int HERE = TestMachine.HYOGO;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @SuppressWarnings("NullAway.Init")
    private Preview preview;

    @BeforeAll
    void open() throws Exception {
        office = new Office();
        office.machine().register(HERE, 0, 1);
        var slips = SourceSlips.around(office.machine(), folder);
        var parcel = slips.parcel(
                TaxReport.WITHHOLDING,
                SourceSlips.slip("0", InventedFiles.userNumber(HERE, 0), "大藏　太郎", "ﾀﾛｳ", 1_000_000, 0),
                SourceSlips.slip("0", InventedFiles.userNumber(HERE, 5), "番所　花子", "ﾊﾅｺ", 2_000_000, 5_000));
        preview = office.machine()
                .part(Previews.class)
                .make(
                        new Previews.Order(SourceSlips.HANAKO, parcel, TaxReport.WITHHOLDING, 2025, Mode.FIRST, null),
                        Progress.SILENT);
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void anOfficerReadsThePreviewConfirmsTheCharactersAndAppliesAndNoNumberIsShown() throws Exception {
        var officer = office.present(Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax");
        assertThat(officer.guest().get("/tax").page()).contains("NUM-1301", "事前確認", "提出ファイルの管理簿");
        var path = "/tax/previews/" + preview.id();
        assertThat(officer.guest().get(path).page())
                .contains("NUM-1302", "藏", "蔵", "3,000,000", "うち税額のない者", "置換えを確認した")
                .doesNotContain(InventedFiles.digits(HERE, 0), "太郎");
        var early = officer.guest().post(path + "/apply", form("tax-office"));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.page()).contains("先に文字の置換えを確認してください");
        officer.guest().post(path + "/confirm");
        assertThat(officer.guest().post(path + "/apply", form("Tax Office")).status())
                .isEqualTo(422);
        officer.guest().post(path + "/apply", form("tax-office"));
        assertThat(officer.guest().get(path).page()).doesNotContain("作成を申請する</button>", "置換えを確認した</button>");
        assertThat(officer.guest().get("/approvals/mine").status()).isIn(200, 404);
    }

    @Test
    void aUserManagerOfTheFederationNeitherConfirmsNorAppliesForWhatTheyMayNotSee() throws Exception {
        var manager = office.present(Organisation.FEDERATION, AccountRole.USER_MANAGER, "general");
        var path = "/tax/previews/" + preview.id();
        assertThat(manager.guest().get(path).status()).isEqualTo(403);
        manager.guest().get("/applications");
        assertThat(manager.guest().post(path + "/confirm").status()).isEqualTo(404);
        assertThat(manager.guest().post(path + "/apply", form("tax-office")).status())
                .isEqualTo(404);
    }

    private static String[] form(String recipient) {
        return new String[] {
            "recipient",
            recipient,
            "medium",
            "OUT-1",
            "kind",
            "cd",
            "useBy",
            "2026-12-01",
            "destroyBy",
            "2027-12-31",
            "reference",
            "T-1",
            "reason",
            "年次の提出"
        };
    }

    @Test
    void aClerkSeesTheOwnAssociationsMissingNumbersOnTheWorkListAndNoPreview() throws Exception {
        var here = office.present(HERE, AccountRole.CLERK, "tax");
        assertThat(here.guest().get("/").page()).contains("税務の提出に不足する個人番号");
        assertThat(here.guest().get("/tax").page()).contains("NUM-1303", InventedFiles.userNumber(HERE, 5));
        assertThat(here.guest().get("/tax/previews/" + preview.id()).status()).isEqualTo(404);
        var there = office.present(TestMachine.SAITAMA, AccountRole.CLERK, "tax");
        assertThat(there.guest().get("/tax").page()).doesNotContain(InventedFiles.userNumber(HERE, 5));
        var auditor = office.present(HERE, AccountRole.AUDITOR, "audit");
        assertThat(auditor.guest().get("/tax").status()).isEqualTo(403);
        assertThat(Pattern.compile("[0-9]{12}")
                        .matcher(here.guest().get("/tax").page())
                        .find())
                .isFalse();
    }
}
