package jp.bansho.numbers.cycle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import jp.bansho.access.AccountRole;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.cycle.InquiryRows;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.intake.IntakeOrder;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.terminal.Office;
import jp.bansho.numbers.terminal.Office.Present;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The calendar, the sheet of a round and the rules, at the terminals. It is November 2026; of eight people registered
/// one is in no file.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CycleScreensTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final int THERE = TestMachine.SAITAMA;
    private static final String DAY = "20261110";
    private static final String ROUND = "/cycles/life-status/2026-11";

    private Office office;
    private Connection administrator;
    private Present clerk;
    private Present senior;

    @BeforeAll
    void open() throws SQLException {
        office = new Office();
        administrator = office.machine().superuser();
        office.machine().register(HERE, 0, 8);
        office.machine().register(THERE, 0, 3);
        clerk = office.present(HERE, AccountRole.CLERK, "pension");
        senior = office.present(HERE, AccountRole.SENIOR_CLERK, "pension");
        take(
                HERE,
                InquiryRows.changed(1, user(0), InventedFiles.digits(HERE, 100), DAY)
                        + InventedFiles.found(2, user(1), InventedFiles.digits(HERE, 101), true)
                        + InquiryRows.dead(3, user(2), InventedFiles.digits(HERE, 2), DAY)
                        + InquiryRows.left(4, user(3), InventedFiles.digits(HERE, 3), DAY)
                        + InquiryRows.same(5, user(4), InventedFiles.digits(HERE, 4), DAY)
                        + InventedFiles.noHit(6, user(6))
                        + InquiryRows.same(7, user(7), InventedFiles.digits(HERE, 7), DAY));
    }

    @AfterAll
    void close() throws SQLException {
        administrator.close();
        office.close();
    }

    private static String user(int person) {
        return InventedFiles.userNumber(HERE, person);
    }

    private void take(int association, String rows) {
        var machine = office.machine();
        var file = InventedFiles.write(machine.folder().resolve("life-" + association + ".csv"), rows);
        var order = new IntakeOrder(
                JobKind.RESULTS, machine.clerk(association), Purpose.LIFE_STATUS, association, file, false);
        machine.part(Intake.class).run(order, Progress.SILENT);
    }

    private long item(String reason) throws SQLException {
        return Sql.number(
                administrator,
                "select min(id) from intake.work_item where reason = '" + reason + "' and association = 28");
    }

    @Test
    void fromTheReminderOverADecisionToTheClosedRound() throws Exception {
        assertThat(senior.guest().get("/").page()).contains("生存照会の回を進める", "決定：死亡の異動", "決定：照会の対象外", "決定：個人番号の変更");
        assertThat(clerk.guest().get("/cycles").page()).contains("NUM-1201", "2026-11", "受付中", "2027-01", "これから");
        var sheet = clerk.guest().get(ROUND).page();
        assertThat(sheet)
                .contains("NUM-1202", "ファイルになかった人", user(5))
                .doesNotContain(user(4), InventedFiles.digits(HERE, 5), "この回を締め切る</button>");

        var died = "/work/" + item("died");
        assertThat(senior.guest().get(died).page())
                .contains("根拠", "住民票コード", "令和8年（2026年）11月10日", "死亡を確認した", "今日が死亡確認日として登録され")
                .doesNotContain(InventedFiles.digits(HERE, 2));
        assertThat(senior.guest()
                        .post(died + "/check", "decision", "dismiss", "purpose", "P-06", "note", "")
                        .status())
                .as("dismissed only with the reason")
                .isEqualTo(422);
        senior.guest().post(died + "/decide", "decision", "confirm-death", "purpose", "P-06", "note", "");
        assertThat(Sql.rows(administrator, "select confirmed_on || '|' || entered_by from retention.death"))
                .contains("2026-11-24|" + senior.account());
        assertThat(Sql.rows(administrator, """
                        select event || '|' || actor from audit.record
                         where event in ('death-recorded', 'work-decided') and association = 28 order by seq
                        """))
                .containsExactly("death-recorded|" + senior.account(), "work-decided|" + senior.account());

        assertThat(clerk.guest().post(ROUND + "/close", "because", "済").status())
                .isEqualTo(403);
        assertThat(senior.guest().post(ROUND + "/close", "because", " ").status())
                .isEqualTo(422);
        var number = senior.guest().post(ROUND + "/close", "because", InventedFiles.digits(HERE, 5));
        assertThat(number.status()).isEqualTo(422);
        assertThat(number.page()).doesNotContain(InventedFiles.digits(HERE, 5));
        assertThat(senior.guest().post(ROUND + "/close", "because", "1名は現況届で確認").status())
                .isEqualTo(302);
        assertThat(senior.guest().get(ROUND).page()).contains("締切済み", "1名は現況届で確認", user(5), senior.account());
        assertThat(Sql.rows(administrator, """
                        select asked || ' ' || unchanged || ' ' || changed || ' ' || died || ' ' || out_of_scope || ' '
                               || unanswered || ' ' || waiting
                          from cycle.cycle where association = 28
                        """)).containsExactly("7 2 2 1 2 1 3");
    }

    @Test
    void anotherDepartmentSeesFiguresAndAnotherAssociationNothing() throws Exception {
        var tax = office.present(HERE, AccountRole.SENIOR_CLERK, "tax");
        assertThat(tax.guest().get(ROUND).page())
                .contains("NUM-1202", "人数だけを表示")
                .doesNotContain(user(5));
        assertThat(tax.guest().post(ROUND + "/close", "because", "済").status()).isNotIn(200, 302);
        assertThat(tax.guest().get("/cycles/rules").status()).isNotEqualTo(200);
        var elsewhere = office.present(THERE, AccountRole.SENIOR_CLERK, "pension");
        assertThat(elsewhere.guest().get(ROUND).page()).doesNotContain(user(5));
        assertThat(elsewhere.guest().get("/cycles/life-status/2026-10").status())
                .isEqualTo(404);
        assertThat(elsewhere.guest().get("/cycles/secrets/2026-11").status()).isEqualTo(404);
        var federation = office.present(0, AccountRole.FEDERATION_OFFICER, "tax");
        assertThat(federation.guest().get("/cycles").page()).contains("NUM-1201", "兵庫県市町村職員共済組合");
        assertThat(federation.guest().get(ROUND).status()).isNotEqualTo(200);
    }

    @Test
    void aDeathIsConfirmedByRuleOnlyAfterTheAssociationSwitchedThatOn() throws Exception {
        var there = office.present(THERE, AccountRole.SENIOR_CLERK, "pension");
        assertThat(there.guest().get("/cycles/rules").page()).contains("NUM-1203", "初期設定のまま");
        assertThat(there.guest()
                        .post("/cycles/rules", "rule", "death-by-code", "to", "on", "because", "")
                        .status())
                .isEqualTo(422);
        assertThat(there.guest()
                        .post("/cycles/rules", "rule", "anything", "to", "on", "because", "試し")
                        .status())
                .isEqualTo(422);
        assertThat(there.guest()
                        .post("/cycles/rules", "rule", "death-by-code", "to", "on", "because", "理事会決定R8-3")
                        .status())
                .isEqualTo(302);
        assertThat(there.guest().get("/cycles/rules").page()).contains("組合が設定");
        var user = InventedFiles.userNumber(THERE, 1);
        var withoutCode = InquiryRows.dead(2, InventedFiles.userNumber(THERE, 2), InventedFiles.digits(THERE, 2), DAY)
                .replace("00,1,1,1,1,2,0", "00,1,1,2,1,2,0");
        take(THERE, InquiryRows.dead(1, user, InventedFiles.digits(THERE, 1), DAY) + withoutCode);

        assertThat(Sql.rows(administrator, """
                        select s.user_number from retention.death d join linkage.subject s on s.id = d.subject
                         where d.association = 11
                        """)).containsExactly(user);
        assertThat(Sql.rows(administrator, """
                        select echo_key from intake.work_item where association = 11 and reason = 'died' and state = 'open'
                        """)).containsExactly(InventedFiles.userNumber(THERE, 2));
        assertThat(Sql.rows(administrator, """
                        select event from audit.record
                         where association = 11 and event in ('rule-switched', 'accepted-by-rule', 'death-recorded') order by seq
                        """))
                .isEqualTo(List.of("rule-switched", "death-recorded", "accepted-by-rule"));
    }
}
