package jp.bansho.numbers.erasure.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import jp.bansho.access.AccountRole;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.terminal.Office;
import jp.bansho.numbers.terminal.Office.Present;
import jp.bansho.testing.Guest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// From the recorded date to the printed certificate, at the terminals (R1-R4).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetentionScreensTest {

    private static final int HERE = TestMachine.HYOGO;

    private Office office;
    private Present clerk;
    private Present senior;
    private Present auditor;

    @BeforeAll
    void open() throws SQLException {
        office = new Office();
        office.machine().register(HERE, 0, 8);
        office.machine().register(TestMachine.SAITAMA, 0, 2);
        clerk = office.present(HERE, AccountRole.CLERK, "pension");
        senior = office.present(HERE, AccountRole.SENIOR_CLERK, "pension");
        auditor = office.present(HERE, AccountRole.AUDITOR, "audit");
    }

    @AfterAll
    void close() {
        office.close();
    }

    private long subject(int person) throws SQLException {
        return office.machine().subject(InventedFiles.userNumber(HERE, person));
    }

    private static String[] death(String day, String step) {
        return new String[] {"sort", "death", "day", day, "until", "", "text", "死亡届の写し", "step", step};
    }

    private void died(int person) throws SQLException {
        var done = clerk.guest().post("/retention/people/" + subject(person), death("2015-11-01", "do"));
        assertThat(done.status()).as(done.page()).isEqualTo(302);
    }

    @Test
    void aDateIsEnteredConfirmedAndRecorded() throws Exception {
        var path = "/retention/people/" + subject(1);
        assertThat(clerk.guest().get(path).page()).contains("NUM-0903", InventedFiles.userNumber(HERE, 1));
        var ask = clerk.guest().post(path, death("R2.2.29", "check"));
        assertThat(ask.page()).contains("NUM-0904", "令和12年（2030年）3月1日");
        assertThat(clerk.guest().get(path).page()).as("not yet").doesNotContain("死亡届の写し");
        assertThat(clerk.guest().post(path, death("R2.2.29", "do")).status()).isEqualTo(302);
        assertThat(clerk.guest().get(path).page()).contains("死亡届の写し", clerk.account());
    }

    @Test
    void aSlipIsSaidAtTheField() throws Exception {
        var path = "/retention/people/" + subject(2);
        var ahead = clerk.guest().post(path, death("2026-11-25", "check"));
        assertThat(ahead.status()).isEqualTo(422);
        assertThat(ahead.page()).contains("死亡確認日に未来の日は登録できません");
        assertThat(clerk.guest().post(path, death("2026-11-25", "do")).status()).isEqualTo(422);
        assertThat(clerk.guest().post(path, death("いつか", "check")).page()).contains("日付を入力してください");
        var number = clerk.guest()
                .post(path, "sort", "death", "day", "2026-11-20", "until", "", "text", InventedFiles.digits(HERE, 2));
        assertThat(number.status()).isEqualTo(422);
        assertThat(number.page()).doesNotContain(InventedFiles.digits(HERE, 2));
    }

    @Test
    void whoMayOnlySeeRecordsAndOrdersNothing() throws Exception {
        var path = "/retention/people/" + subject(3);
        assertThat(auditor.guest().get("/retention").page()).contains("NUM-0901");
        assertThat(auditor.guest().get(path).page()).contains("NUM-0903").doesNotContain("登録する</h2>");
        assertThat(auditor.guest().post(path, death("2020-01-01", "do")).status())
                .isEqualTo(403);
        assertThat(auditor.guest()
                        .post("/retention/runs", "day", "2026-11-24", "reason", "x")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anotherAssociationsPeopleAndRunsAreNotThere() throws Exception {
        var elsewhere = office.present(TestMachine.SAITAMA, AccountRole.CLERK, "pension");
        assertThat(elsewhere.guest().get("/retention/people/" + subject(3)).status())
                .isEqualTo(404);
        assertThat(elsewhere
                        .guest()
                        .get("/retention/find?userNumber=" + InventedFiles.userNumber(HERE, 3))
                        .status())
                .isEqualTo(422);
        assertThat(elsewhere.guest().get("/retention/runs/1").status()).isEqualTo(404);
    }

    @Test
    void theFederationSeesCountsAndNobody() throws Exception {
        var federation = office.present(0, AccountRole.FEDERATION_OFFICER, "tax");
        assertThat(federation.guest().get("/retention").page()).contains("NUM-0901");
        assertThat(federation.guest().get("/retention/due").status()).isNotEqualTo(200);
    }

    @Test
    void aListIsOrderedApprovedStartedAndCertified() throws Exception {
        died(6);
        var guest = clerk.guest();
        assertThat(guest.get("/").page()).contains("期日を過ぎた個人番号の廃棄");
        assertThat(guest.get("/retention/due").page()).contains("NUM-0902", InventedFiles.userNumber(HERE, 6));
        var made = guest.post("/retention/runs", "day", "2026-11-24", "reason", "期日到来");
        assertThat(made.status()).as(made.page()).isEqualTo(302);
        var path = made.location().substring(made.location().indexOf("/retention/"));
        assertThat(guest.get(path).page()).contains("NUM-0906", "承認を申請する", InventedFiles.userNumber(HERE, 6));
        assertThat(guest.post(path + "/apply", "caseReference", "R8-9").status())
                .isEqualTo(302);
        assertThat(guest.post(path + "/start").status()).isEqualTo(302);
        assertThat(waited(guest, path, "実行しませんでした")).as("not approved yet").contains("承認待ち");

        var application = "/applications/" + application();
        assertThat(senior.guest().get(application).page()).contains("一覧の照合値", "個人番号がなくなる人");
        assertThat(senior.guest()
                        .post(application + "/decide", "decision", "approve", "note", "")
                        .status())
                .isEqualTo(302);
        assertThat(guest.post(path + "/start").status()).isEqualTo(302);
        assertThat(waited(guest, path, "廃棄証明書を表示")).contains("完了");
        assertThat(guest.get(path).page())
                .as("nobody is named any more")
                .doesNotContain(InventedFiles.userNumber(HERE, 6));
        assertThat(guest.get(path + "/certificate").page()).contains("NUM-0907", "pad-seal/28/", senior.account());
    }

    private static String waited(Guest guest, String path, String text) throws Exception {
        var until = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(until)) {
            var page = guest.get(path + "/progress").page();
            if (page.contains(text)) {
                return page;
            }
        }
        return "waited in vain for: " + text;
    }

    private long application() throws SQLException {
        try (var administrator = office.machine().superuser()) {
            return Sql.number(administrator, "select max(application) from retention.run");
        }
    }
}
