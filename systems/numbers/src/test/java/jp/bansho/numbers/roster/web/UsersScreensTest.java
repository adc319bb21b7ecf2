package jp.bansho.numbers.roster.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.AccountRole;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.Users;
import jp.bansho.numbers.terminal.Office;
import jp.bansho.numbers.terminal.Office.Present;
import jp.bansho.testing.Guest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The life of a user at the screens: prepared, made in the night, let in by the slip, moved, stopped (A2-A4).
class UsersScreensTest {

    private static final int HERE = TestMachine.HYOGO;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Present manager() throws Exception {
        return office.present(HERE, AccountRole.USER_MANAGER, "general");
    }

    private static String[] user(String staffNumber, String role, String... more) {
        var fields = new String[] {
            "staffNumber",
            staffNumber,
            "person",
            "髙橋 恵",
            "userNumber",
            "",
            "role",
            role,
            "department",
            "pension",
            "from",
            "R8.11.25",
            "until",
            "令和9年3月31日",
            "reason",
            "採用のため"
        };
        var all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }

    private static Guest.Reply prepare(Guest guest, String staffNumber, String role) {
        guest.get("/users/new");
        var check = guest.post("/users/new", user(staffNumber, role));
        assertThat(check.page()).contains("NUM-0502", "髙橋 恵", "令和8年（2026年）11月25日");
        return guest.post("/users/new", user(staffNumber, role, "step", "do", "ticket", Pieces.ticket(check.page())));
    }

    private void night(LocalDate day) {
        office.machine().part(Users.class).nightly(office.machine().actor(Role.OPERATOR), day);
    }

    private void nextDay(Present... people) {
        office.clock().pass(Duration.ofDays(1));
        for (var person : people) {
            person.guest().login(person.account(), person.authenticator());
        }
    }

    @Test
    void whoIsPreparedTodayComesInTomorrowWithTheSlip() throws Exception {
        var manager = manager();
        var guest = manager.guest();
        var done = prepare(guest, "H-1", "clerk");
        assertThat(done.location()).endsWith("/users/prepared");
        assertThat(guest.get("/users/prepared").page()).contains("夜間処理待ち", "髙橋 恵", "不要");
        night(Office.TODAY);
        assertThat(guest.get("/users/prepared").page()).contains("実行済み", "k28-0001");
        assertThat(guest.get("/users/slips").page())
                .contains("k28-0001", "翌日以後")
                .doesNotContain("通知書を表示する");
        assertThat(guest.post("/users/account/k28-0001/slip").location())
                .as("not on the same day")
                .endsWith("/users/slips");
        nextDay(manager);
        assertThat(guest.get("/").page()).contains("表示を待つ仮パスワード通知書");
        assertThat(guest.get("/users/slips").page()).contains("通知書を表示する");
        var slip = guest.post("/users/account/k28-0001/slip");
        assertThat(slip.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(slip.page()).contains("k28-0001", "髙橋 恵", "取扱注意");
        var password = Pieces.find(slip.page(), "slip__secret\">([A-Z2-8]{4}(?:-[A-Z2-8]{4}){3})<");
        assertThat(guest.post("/users/account/k28-0001/slip").status())
                .as("shown once")
                .isEqualTo(302);
        assertThat(guest.get("/users/slips").page()).contains("既に表示したか").doesNotContain(password);

        var key = office.authenticator();
        var newcomer = office.guest();
        assertThat(newcomer.enrol("k28-0001", password, key).location()).endsWith("/login");
        newcomer.login("k28-0001", key);
        assertThat(newcomer.get("/").page()).contains("NUM-0201");
        assertThat(Pieces.records(office.machine(), manager.account()))
                .anyMatch(record -> record.startsWith("change-prepared") && record.contains("clerk"))
                .anyMatch(record -> record.startsWith("slip-opened") && record.contains("k28-0001"))
                .anyMatch(record -> record.startsWith("account-refused") && record.contains("no-slip"))
                .noneMatch(record -> record.contains("髙橋") || record.contains(password));
    }

    @Test
    void whatTheCommandsRefuseIsOnRecord() throws Exception {
        var operator = office.machine().actor(Role.OPERATOR);
        assertThatThrownBy(() -> night(Office.TODAY.plusDays(1))).isInstanceOf(AccessRefused.class);
        assertThat(Pieces.records(office.machine(), operator.name()))
                .anyMatch(record -> record.startsWith("account-refused") && record.contains("future-date"));
    }

    @Test
    void aFormSentTwiceActsOnce() throws Exception {
        var guest = manager().guest();
        guest.get("/users/new");
        var ticket =
                Pieces.ticket(guest.post("/users/new", user("H-1", "clerk")).page());
        guest.post("/users/new", user("H-1", "clerk", "step", "do", "ticket", ticket));
        guest.post("/users/new", user("H-1", "clerk", "step", "do", "ticket", ticket));
        guest.get("/users/prepared");
        assertThat(guest.get("/users/prepared").page()).contains("既に受け付けています");
        assertThat(Pieces.texts(office.machine(), "select count(*) from access.preparation"))
                .containsExactly("1");
    }

    @Test
    void aSeniorClerkNeedsSomebodyElsesApproval() throws Exception {
        var manager = manager();
        var senior = office.present(HERE, AccountRole.SENIOR_CLERK, "pension");
        prepare(manager.guest(), "H-2", "senior-clerk");
        assertThat(manager.guest().get("/users/prepared").page()).contains("承認が必要です", "承認待ち");
        night(Office.TODAY);
        assertThat(manager.guest().get("/users/prepared").page()).contains("承認待ち");
        var waiting = senior.guest().get("/approvals").page();
        var path = Pieces.find(waiting, "href=\"(/applications/[0-9]+)\"");
        assertThat(senior.guest().get(path).page()).contains("NUM-0603", "staff number: H-2", "role: senior-clerk");
        assertThat(senior.guest()
                        .post(path + "/decide", "decision", "approve", "note", "")
                        .status())
                .isEqualTo(302);
        night(Office.TODAY);
        assertThat(manager.guest().get("/users/prepared").page()).contains("実行済み", "k28-0001");
    }

    @Test
    void whatIsTypedWrongIsSaidAndKept() throws Exception {
        var guest = manager().guest();
        guest.get("/users/new");
        var wrong = guest.post(
                "/users/new",
                "staffNumber",
                "H-9",
                "person",
                "",
                "userNumber",
                "1234 5678 9018",
                "role",
                "operator",
                "department",
                "pension",
                "from",
                "H40.1.1",
                "until",
                "",
                "reason",
                "");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page())
                .contains("氏名を入力してください", "個人番号は入力できません", "役割を選択してください", "開始日を", "終了日を", "value=\"H-9\"");
        guest.get("/users/new");
        assertThat(guest.post("/users/new", user("H-1", "clerk", "step", "back"))
                        .page())
                .contains("value=\"H-1\"");
    }

    @Test
    void aStoppedUserIsOutAtTheNextRequest() throws Exception {
        var manager = manager();
        var clerk = office.present(HERE, AccountRole.CLERK, "pension");
        var path = "/users/account/" + clerk.account() + "/stop";
        assertThat(manager.guest().get(path).page()).contains("NUM-0509", "元に戻すことはできません");
        assertThat(manager.guest().post(path, "reason", " ").status()).isEqualTo(422);
        assertThat(clerk.guest().get("/").page()).contains("NUM-0201");
        assertThat(manager.guest().post(path, "reason", "不審な操作").status()).isEqualTo(302);
        assertThat(clerk.guest().get("/").page()).contains("NUM-0101");
        assertThatThrownBy(() -> clerk.guest().login(clerk.account(), clerk.authenticator()))
                .as("its passkey is not asked for any more")
                .isInstanceOf(IllegalStateException.class);
        assertThat(clerk.guest().get("/").page()).contains("NUM-0101");
        assertThat(manager.guest().get("/users").page()).contains("緊急停止");
        assertThat(Pieces.records(office.machine(), manager.account()))
                .anyMatch(record -> record.startsWith("account-ended") && record.contains("stopped"));
    }

    @Test
    void aLostAuthenticatorLeadsBackToATemporaryPassword() throws Exception {
        var manager = manager();
        var clerk = office.present(HERE, AccountRole.CLERK, "pension");
        var path = "/users/account/" + clerk.account();
        var other = manager();
        manager.guest().get(path + "/reset");
        assertThat(manager.guest().post(path + "/reset").status()).isEqualTo(422);
        var number = manager.guest().post(path + "/reset", "reason", "本人 1234-5678-9018");
        assertThat(number.status()).isEqualTo(422);
        assertThat(number.page()).doesNotContain("5678-9018");
        assertThat(manager.guest().post(path + "/reset", "reason", "紛失").location())
                .endsWith(path);
        assertThat(clerk.guest().get("/").page()).contains("NUM-0101");
        nextDay(manager, other);
        assertThat(manager.guest().get("/users/slips").page())
                .contains(clerk.account())
                .doesNotContain(path + "/slip");
        manager.guest().post(path + "/slip");
        assertThat(manager.guest().get("/users/slips").page()).contains("別のユーザ管理責任者");
        other.guest().get("/users/slips");
        var password = Pieces.find(
                other.guest().post(path + "/slip").page(), "slip__secret\">([A-Z2-8]{4}(?:-[A-Z2-8]{4}){3})<");
        var fresh = office.authenticator();
        clerk.guest().enrol(clerk.account(), password, fresh);
        assertThatThrownBy(() -> clerk.guest().login(clerk.account(), clerk.authenticator()))
                .as("the lost one")
                .isInstanceOf(IllegalStateException.class);
        clerk.guest().login(clerk.account(), fresh);
        assertThat(clerk.guest().get("/").page()).contains("NUM-0201");
    }

    @Test
    void aTransferShowsOldAndNewAndHappensInTheNight() throws Exception {
        var manager = manager();
        var clerk = office.present(HERE, AccountRole.CLERK, "pension");
        var path = "/users/account/" + clerk.account() + "/change";
        manager.guest().get(path);
        String[] fields = {"role", "clerk", "department", "tax", "until", "2027-03-31", "reason", "異動"};
        var check = manager.guest().post(path, fields);
        assertThat(check.page()).contains("年金課", "税務担当課", "変更あり");
        var all = Arrays.copyOf(fields, fields.length + 4);
        all[8] = "step";
        all[9] = "do";
        all[10] = "ticket";
        all[11] = Pieces.ticket(check.page());
        assertThat(manager.guest().post(path, all).location()).endsWith("/users/prepared");
        night(Office.TODAY);
        assertThat(clerk.guest().get("/").page()).as("comes in anew").contains("NUM-0101");
        clerk.guest().login(clerk.account(), clerk.authenticator());
        assertThat(clerk.guest().get("/").page()).contains("税務担当課");
    }

    @Test
    void thePreparedEndIsTakenBackOrCarriedOut() throws Exception {
        var manager = manager();
        var clerk = office.present(HERE, AccountRole.CLERK, "pension");
        var path = "/users/account/" + clerk.account() + "/end";
        manager.guest().get(path);
        manager.guest().post(path, "reason", "退職");
        var id = Pieces.find(manager.guest().get("/users/prepared").page(), "/users/prepared/([0-9]+)/withdraw");
        manager.guest().post("/users/prepared/" + id + "/withdraw");
        assertThat(manager.guest().get("/users/prepared").page()).contains("取下げ");
        night(Office.TODAY);
        assertThat(clerk.guest().get("/").page()).contains("NUM-0201");
        manager.guest().get(path);
        manager.guest().post(path, "reason", "退職");
        night(Office.TODAY);
        assertThat(clerk.guest().get("/").page()).contains("NUM-0101");
        assertThat(manager.guest().get("/users/account/" + clerk.account()).page())
                .contains("失効");
    }

    @Test
    void otherOrganisationsUsersAreNotThereAndNobodyManagesThemselves() throws Exception {
        var manager = manager();
        var stranger = office.present(TestMachine.SAITAMA, AccountRole.CLERK, "pension");
        for (var page : new String[] {"", "/change", "/end", "/stop", "/reset"}) {
            assertThat(manager.guest()
                            .get("/users/account/" + stranger.account() + page)
                            .status())
                    .as(page)
                    .isEqualTo(404);
        }
        for (var act : new String[] {"/change", "/end", "/stop", "/reset", "/slip"}) {
            manager.guest().get("/users");
            assertThat(manager.guest()
                            .post("/users/account/" + stranger.account() + act, "reason", "x")
                            .status())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(manager.guest().get("/users").page()).doesNotContain(stranger.account());
        assertThat(stranger.guest().get("/").page()).contains("NUM-0201");
        var own = "/users/account/" + manager.account();
        assertThat(manager.guest().get(own).page())
                .contains("自分の利用者IDは自分では扱えません")
                .doesNotContain(own + "/stop");
        for (var act : new String[] {"/end", "/stop", "/reset"}) {
            manager.guest().get("/users");
            assertThat(manager.guest().post(own + act, "reason", "x").status())
                    .as(act)
                    .isEqualTo(422);
        }
    }

    @Test
    void whoLacksTheRightIsRefused() throws Exception {
        var clerk = office.present(HERE, AccountRole.CLERK, "pension");
        var auditor = office.present(HERE, AccountRole.AUDITOR, "audit");
        for (var page : new String[] {"/users", "/users/new", "/users/prepared", "/users/slips"}) {
            assertThat(clerk.guest().get(page).status()).as(page).isEqualTo(403);
        }
        assertThat(auditor.guest().get("/users").page()).contains("NUM-0501").doesNotContain("/users/new");
        assertThat(auditor.guest().get("/users/new").status()).isEqualTo(403);
        assertThat(auditor.guest().get("/users/slips").status()).isEqualTo(403);
        assertThat(auditor.guest()
                        .post("/users/account/" + clerk.account() + "/stop", "reason", "x")
                        .status())
                .isEqualTo(403);
        assertThat(clerk.guest().get("/rights").page()).contains("NUM-0506", "個人番号の表示", "年金課・税務担当課");
        clerk.guest().post("/language", "language", "en", "back", "/rights");
        assertThat(clerk.guest().get("/rights").page()).contains("See one person&#39;s number", "Pension division");
    }
}
