package jp.bansho.numbers.roster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
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

/// Reviews at the screens (A6): opened in the night, decided line by line by somebody else, signed and closed.
class ReviewScreensTest {

    private static final int HERE = TestMachine.HYOGO;

    private Office office;
    private Present one;
    private Present other;
    private Present clerk;

    @BeforeEach
    void open() throws Exception {
        office = new Office();
        one = office.present(HERE, AccountRole.USER_MANAGER, "general");
        other = office.present(HERE, AccountRole.USER_MANAGER, "general");
        clerk = office.present(HERE, AccountRole.CLERK, "pension");
    }

    @AfterEach
    void close() {
        office.close();
    }

    private String night() {
        office.machine().part(Users.class).nightly(office.machine().actor(Role.OPERATOR), Office.TODAY);
        return Pieces.find(one.guest().get("/reviews").page(), "href=\"(/reviews/[0-9]+)\"");
    }

    private static Guest.Reply decide(Present who, String review, Present about, String decision, String note) {
        who.guest().get(review);
        var reply = who.guest().post(review + "/lines/" + about.account(), "decision", decision, "note", note);
        if (reply.status() == 302) {
            who.guest().get(review); // reads what the screen says about it
        }
        return reply;
    }

    private static Guest.Reply handIn(Guest guest, String csv) {
        guest.get("/reviews/ledger");
        return guest.post("/reviews/ledger", "ledger", csv);
    }

    @Test
    void aReviewIsOpenedDecidedByOthersSignedAndClosed() throws Exception {
        var review = night();
        assertThat(one.guest().get("/").page()).contains("権限の点検・利用者IDの棚卸し");
        assertThat(one.guest().get("/reviews").page()).contains("権限の点検 2026-11", "利用者IDの棚卸し 2026-Q4", "点検中");
        assertThat(one.guest().get(review).page())
                .contains("NUM-0702", clerk.account(), "自分の利用者IDです", "台帳にない")
                .doesNotContain("/lines/" + one.account() + "\"");
        assertThat(decide(one, review, one, "keep", "").status()).as("own line").isEqualTo(422);
        assertThat(decide(one, review, clerk, "revoke", "").page()).contains("理由を入力してください");
        assertThat(decide(one, review, clerk, "", "見た").page()).contains("判定を選択してください", "value=\"見た\"");
        assertThat(decide(one, review, clerk, "revoke", "異動済み").location()).endsWith(review);
        assertThat(decide(one, review, other, "keep", "").location()).endsWith(review);
        assertThat(one.guest().get(review + "/close").page()).contains("完了できません");
        assertThat(decide(other, review, one, "keep", "").location()).endsWith(review);
        assertThat(other.guest().get("/users/prepared").page()).contains(clerk.account(), "失効");

        var page = other.guest().get(review + "/close").page();
        assertThat(page).contains("NUM-0703", "bansho review result v1");
        var hash = Pieces.find(page, "payload__hash\">([0-9a-f]{64})<");
        var answer = other.authenticator().get(other.guest().options());
        one.guest().get(review + "/close");
        one.guest().post(review + "/close", "credential", answer);
        assertThat(one.guest().get(review).page())
                .as("somebody else's signature")
                .contains("点検中");
        assertThat(other.guest().post(review + "/close", "credential", answer).location())
                .endsWith(review);
        assertThat(other.guest().get(review).page()).contains("完了し、署名を記録しました").doesNotContain("判定する<");
        assertThat(
                        Pieces.texts(
                                office.machine(),
                                "select encode(sha256(convert_to(result, 'UTF8')), 'hex') from access.review where evidence is not null"))
                .containsExactly(hash);
        assertThat(one.guest().get(review + "/result").page())
                .contains("NUM-0704", other.account(), hash.substring(0, 4).toUpperCase(Locale.ROOT), "異動済み");
        assertThat(decide(one, review, other, "keep", "").page()).contains("この点検は完了しています");
        assertThat(Pieces.records(office.machine(), other.account()))
                .anyMatch(record -> record.startsWith("review-closed") && record.contains(hash));
        assertThat(Pieces.records(office.machine(), one.account()))
                .anyMatch(record -> record.startsWith("review-refused") && record.contains("own-line"));
    }

    @Test
    void theLedgerIsTakenWholeOrNotAtAllAndPointsOutWhoMoved() throws Exception {
        var staff = Pieces.texts(
                        office.machine(),
                        "select staff_number from access.person p join access.account a on a.person = p.id where a.id = '"
                                + clerk.account() + "'")
                .getFirst();
        var wrong = handIn(one.guest(), "職員番号,氏名,所属\n" + staff + ",試験 一,tax\nS9,名前だけ\n");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page()).contains("NUM-0705", "項目は3つにしてください", ">3<");
        assertThat(Pieces.texts(office.machine(), "select count(*) from access.ledger"))
                .containsExactly("0");
        assertThat(handIn(one.guest(), "職員番号\t氏名\t所属\r\n" + staff + "\t試験 一\ttax\r\n")
                        .location())
                .endsWith("/reviews");
        assertThat(one.guest().get("/reviews").page()).contains("1人");
        assertThat(one.guest().get(night()).page()).contains("異動（台帳と所属が異なる）", "税務担当課");
    }

    @Test
    void reviewsAreTheOrganisationsOwn() throws Exception {
        var review = night();
        var stranger = office.present(TestMachine.SAITAMA, AccountRole.USER_MANAGER, "general");
        var auditor = office.present(HERE, AccountRole.AUDITOR, "audit");
        for (var page : new String[] {"", "/close", "/result"}) {
            assertThat(stranger.guest().get(review + page).status()).as(page).isEqualTo(404);
        }
        assertThat(decide(stranger, review, clerk, "keep", "").status()).isEqualTo(404);
        assertThat(clerk.guest().get("/reviews").status()).isEqualTo(403);
        assertThat(auditor.guest().get(review).page()).contains("NUM-0702").doesNotContain("/lines/");
        assertThat(auditor.guest().get("/reviews/ledger").status()).isEqualTo(403);
        assertThat(decide(auditor, review, clerk, "keep", "").status()).isEqualTo(403);
        assertThat(auditor.guest().get(review + "/close").status()).isEqualTo(403);
    }
}
