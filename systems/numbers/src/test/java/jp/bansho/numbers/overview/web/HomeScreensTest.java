package jp.bansho.numbers.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.terminal.Office;
import jp.bansho.numbers.vault.Vault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Home and the dashboard: everybody sees the own organisation's, and nothing else.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomeScreensTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final int THERE = TestMachine.SAITAMA;

    private Office office;

    @BeforeAll
    void open() {
        office = new Office();
        var machine = office.machine();
        machine.register(HERE, 0, 7);
        machine.register(THERE, 0, 3);
        var folder = machine.folder();
        machine.take(JobKind.DEPENDANTS, HERE, InventedFiles.dependants(folder.resolve("d.csv"), HERE, 20, 24));
        var held = InventedFiles.found(1, InventedFiles.userNumber(HERE, 1), InventedFiles.digits(HERE, 2), false);
        machine.take(JobKind.RESULTS, HERE, InventedFiles.write(folder.resolve("held.csv"), held));
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void homeSaysWhatWaitsAndWhereToGo() throws Exception {
        var senior = office.present(HERE, AccountRole.SENIOR_CLERK, "pension");
        assertThat(senior.guest().get("/").page()).contains("NUM-0201", "決定：他の人に登録済みの番号", "期限なし", "href=\"/jobs\"");
    }

    @Test
    void homeSaysInWordsThatNothingWaits() throws Exception {
        var clerk = office.present(THERE, AccountRole.CLERK, "pension");
        assertThat(clerk.guest().get("/").page()).contains("いま、あなたを待っている仕事はありません");
    }

    @Test
    void aDeadlineThatIsOverIsSaidInWords() {
        var today = LocalDate.of(2026, 11, 24);
        assertThat(Urgency.of(today.minusDays(1), today)).isEqualTo(Urgency.OVERDUE);
        assertThat(Urgency.of(today, today)).isEqualTo(Urgency.TODAY);
        assertThat(Urgency.of(today.plusDays(3), today)).isEqualTo(Urgency.SOON);
        assertThat(Urgency.of(today.plusDays(4), today)).isEqualTo(Urgency.LATER);
        assertThat(Urgency.of(null, today)).isEqualTo(Urgency.NONE);
    }

    @Test
    void anAssociationCountsItsOwn() throws Exception {
        var machine = office.machine();
        var auditor = office.present(HERE, AccountRole.AUDITOR, "audit");
        var subject = machine.subject(InventedFiles.userNumber(HERE, 0));
        machine.part(Vault.class).reveal(machine.clerk(HERE), Purpose.PENSION_PAYMENT, HERE, subject, "A-1");
        office.clock().pass(Duration.ofSeconds(11));
        auditor.guest().get("/overview");
        auditor.guest().post("/overview");
        assertThat(auditor.guest().get("/overview").page())
                .contains("NUM-0202", "年金受給権者", ">7<", "扶養控除対象者", ">4<", "他の人に登録済みの番号", "11月24日", "最大 1回")
                .doesNotContain("埼玉県", InventedFiles.digits(HERE, 0));
        var other = office.present(THERE, AccountRole.CLERK, "tax");
        assertThat(other.guest().get("/overview").page()).contains(">3<").doesNotContain(">7<", "最大 1回");
    }

    @Test
    void theFederationCountsAllAndTheOperatorJobsAlone() throws Exception {
        var officer = office.present(Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax");
        assertThat(officer.guest().get("/overview").page()).contains("埼玉県", "兵庫県", ">11<", ">10<", ">3<");
        var operations = office.present(Organisation.OPERATOR, AccountRole.OPERATIONS_MANAGER, "operation");
        assertThat(operations.guest().get("/overview").page())
                .contains("本人確認情報照会結果の一括登録")
                .doesNotContain("有効な個人番号", "個人番号の表示（");
    }

    @Test
    void figuresAreCountedAgainOnlyAfterAWhile() throws Exception {
        var clerk = office.present(THERE, AccountRole.CLERK, "pension");
        var before = clerk.guest().get("/overview").page();
        office.clock().pass(Duration.ofSeconds(5));
        assertThat(countedAt(clerk.guest().get("/overview").page())).isEqualTo(countedAt(before));
        office.clock().pass(Duration.ofMinutes(5));
        assertThat(countedAt(clerk.guest().get("/overview").page())).isNotEqualTo(countedAt(before));
    }

    @Test
    void whoMayNotSeeTheFiguresDoesNot() throws Exception {
        var manager = office.present(HERE, AccountRole.USER_MANAGER, "general");
        assertThat(manager.guest().look("/overview").status()).isEqualTo(403);
        assertThat(manager.guest().get("/").page()).doesNotContain("決定：");
    }

    private static String countedAt(String page) {
        var end = page.indexOf(" に数えた件数");
        return page.substring(end - 19, end);
    }
}
