package jp.bansho.numbers.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import jp.bansho.access.AccountRole;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.terminal.Office.Present;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What a machine must not decide, decided by a person at a terminal.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkScreensTest {

    private Counter counter;
    private Present senior;
    private int files;

    @BeforeAll
    void open() throws Exception {
        counter = new Counter();
        counter.office.machine().register(Counter.HERE, 0, 20);
        senior = counter.office.present(Counter.HERE, AccountRole.SENIOR_CLERK, "pension");
    }

    @AfterAll
    void close() {
        counter.close();
    }

    @Test
    void aSecondNumberIsTakenOverByASeniorClerk() throws Exception {
        var item = second(0, 100);
        assertThat(senior.guest().get("/").page()).contains("決定：登録済みの番号と不一致");
        assertThat(senior.guest().get("/work?reason=second-number").page())
                .contains("NUM-0407", InventedFiles.userNumber(Counter.HERE, 0));
        var page = senior.guest().get("/work/" + item).page();
        assertThat(page)
                .contains("NUM-0408", "決定待ちの番号", "現在の番号", "この個人番号を採用する", "履歴に残ります", "P-01", "P-06")
                .doesNotContain(InventedFiles.digits(Counter.HERE, 0), InventedFiles.digits(Counter.HERE, 100));

        var check = senior.guest()
                .post("/work/" + item + "/check", "decision", "accept", "purpose", "P-06", "note", "住民票で確認");
        assertThat(check.page()).contains("NUM-0409", "住民票で確認", "この個人番号を採用する");
        senior.guest().post("/work/" + item + "/decide", "decision", "accept", "purpose", "P-06", "note", "住民票で確認");
        assertThat(senior.guest().get("/work/" + item).page())
                .contains("決定しました", "決定済", senior.account(), "住民票で確認", "2026-11-24 10:");
        assertThat(senior.guest().get("/work").page()).contains("最近の決定", senior.account());
        assertThat(counter.rows("select purpose from audit.record where event = 'work-decided' and actor = '"
                        + senior.account() + "' order by seq"))
                .contains("P-06:number-registration");
    }

    @Test
    void bothPeopleOfAHeldNumberStandSideBySide() throws Exception {
        var item = second(1, 2);
        assertThat(senior.guest().get("/work/" + item).page())
                .contains(
                        "他の人に登録済みの番号",
                        InventedFiles.userNumber(Counter.HERE, 1),
                        InventedFiles.userNumber(Counter.HERE, 2),
                        "不一致")
                .doesNotContain(InventedFiles.digits(Counter.HERE, 2));
        senior.guest().post("/work/" + item + "/decide", "decision", "accept", "purpose", "P-06", "note", "");
        assertThat(senior.guest().get("/work/" + item).page())
                .as("the other one is in use")
                .contains("誤登録として削除された後でなければ");
    }

    @Test
    void whoLookedAtAnItemIsOnRecordForEachOfItsPeople() throws Exception {
        var item = second(6, 7);
        senior.guest().get("/work/" + item);
        assertThat(counter.rows(
                        "select r.details || '|' || s.user_number from audit.record r join linkage.subject s on s.id = r.subject"
                                + " where r.event = 'work-item-shown' and r.details like '%\"item\":" + item
                                + "}' order by 1"))
                .containsExactly(
                        "{\"item\":" + item + "}|" + InventedFiles.userNumber(Counter.HERE, 6),
                        "{\"item\":" + item + "}|" + InventedFiles.userNumber(Counter.HERE, 7));
    }

    @Test
    void aDepartmentWithoutWorkForThatKindSeesTheKindOnly() throws Exception {
        var folder = counter.office.machine().folder();
        var dependant = InventedFiles.userNumber(Counter.HERE, 200);
        for (var i = 200; i < 202; i++) {
            var file = InventedFiles.write(
                    folder.resolve("dependant-" + i + ".csv"),
                    InventedFiles.digits(Counter.HERE, i) + "," + dependant + ",\r\n");
            counter.office.machine().take(JobKind.DEPENDANTS, Counter.HERE, file);
        }
        var item = counter.rows("select max(id) from intake.work_item").getFirst();
        assertThat(senior.guest().get("/work/" + item).page())
                .as("the pension division has no work with dependants")
                .contains("識別番号を表示できません")
                .doesNotContain(dependant);
        var tax = counter.office.present(Counter.HERE, AccountRole.SENIOR_CLERK, "tax");
        assertThat(tax.guest().get("/work/" + item).page()).contains(dependant).doesNotContain("識別番号を表示できません");
    }

    @Test
    void whatIsMissingIsSaidAndANoteWithANumberIsNotShownAgain() throws Exception {
        var item = second(3, 103);
        senior.guest().get("/work/" + item);
        var number = InventedFiles.digits(Counter.HERE, 103);
        var reply = senior.guest().post("/work/" + item + "/check", "note", "番号は " + number);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page())
                .contains("決定を1つ選んでください", "利用目的を選んでください", "個人番号を書くことはできません")
                .doesNotContain(number);
        senior.guest().get("/work/" + item);
        senior.guest().post("/work/" + item + "/decide", "decision", "reject", "purpose", "P-08", "note", "");
        assertThat(senior.guest().get("/work/" + item).page())
                .as("the purpose of another department")
                .contains("所属の事務ではありません", "確認へ進む");
    }

    @Test
    void aClerkSeesButDoesNotDecide() throws Exception {
        var item = second(4, 104);
        var clerk = counter.office.present(Counter.HERE, AccountRole.CLERK, "pension");
        assertThat(clerk.guest().get("/work/" + item).page()).contains("上席担当者", "NUM-0408");
        assertThat(clerk.guest()
                        .post("/work/" + item + "/decide", "decision", "reject", "purpose", "P-06", "note", "")
                        .status())
                .isEqualTo(403);
        var manager = counter.office.present(Counter.HERE, AccountRole.USER_MANAGER, "general");
        assertThat(manager.guest().look("/work").status()).isEqualTo(403);
    }

    @Test
    void anotherAssociationSeesAndDecidesNothing() throws Exception {
        var item = second(5, 105);
        var other = counter.office.present(Counter.THERE, AccountRole.SENIOR_CLERK, "pension");
        assertThat(other.guest().get("/work").page()).contains("決定を待つものはありません");
        assertThat(other.guest().look("/work/" + item).status()).isEqualTo(404);
        other.guest().get("/work");
        other.guest().post("/work/" + item + "/decide", "decision", "reject", "purpose", "P-06", "note", "");
        assertThat(counter.rows("select state from intake.work_item where id = " + item))
                .containsExactly("open");
        var federation = counter.office.present(Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax");
        assertThat(federation.guest().get("/work").page()).contains("決定を待つものはありません");
    }

    /// A results file that says person `i` has the number of person `j`; the item it leaves.
    private long second(int i, int j) throws Exception {
        files++;
        var row = InventedFiles.found(
                1, InventedFiles.userNumber(Counter.HERE, i), InventedFiles.digits(Counter.HERE, j), false);
        var file = counter.office.machine().folder().resolve("second-" + files + ".csv");
        counter.office.machine().take(JobKind.RESULTS, Counter.HERE, InventedFiles.write(file, row));
        return Long.parseLong(
                counter.rows("select max(id) from intake.work_item").getFirst());
    }
}
