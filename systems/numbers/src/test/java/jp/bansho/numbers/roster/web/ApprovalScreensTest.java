package jp.bansho.numbers.roster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Arrays;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.terminal.Office;
import jp.bansho.numbers.terminal.Office.Present;
import jp.bansho.testing.Guest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Four eyes at the screens: what is decided is what was written, and nobody decides for themselves on any way in
/// (A6, A7).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApprovalScreensTest {

    private static final int HERE = TestMachine.HYOGO;

    private Office office;

    @BeforeAll
    void open() {
        office = new Office();
    }

    @AfterAll
    void close() {
        office.close();
    }

    private Present senior() throws Exception {
        return office.present(HERE, AccountRole.SENIOR_CLERK, "pension");
    }

    private static String[] form(String kind, String payload, String... more) {
        var fields = new String[] {
            "kind", kind, "purpose", "年金の支給", "caseReference", "R8-12", "reason", "一斉点検", "payload", payload
        };
        var all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }

    /// Applies, and returns the path of the application.
    private static String apply(Guest guest, String kind, String payload) {
        assertThat(guest.get("/applications/new").page()).contains("実行する機能は後の版で提供します");
        var check = guest.post("/applications/new", form(kind, payload));
        assertThat(check.page()).contains("NUM-0604", "R8-12");
        var made = guest.post(
                "/applications/new", form(kind, payload, "step", "do", "ticket", Pieces.ticket(check.page())));
        assertThat(made.status()).as(made.page()).isEqualTo(302);
        return made.location().substring(made.location().indexOf("/applications/"));
    }

    private String state(String path) throws SQLException {
        var id = path.substring(path.lastIndexOf('/') + 1);
        return Pieces.texts(office.machine(), "select state from access.application where id = " + id)
                .getFirst();
    }

    private void change(String sql) throws SQLException {
        try (var connection = office.machine().superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void samePerson(Present one, Present other) throws SQLException {
        change("update access.account set person = (select person from access.account where id = '" + one.account()
                + "') where id = '" + other.account() + "'");
    }

    /// Nothing on the page to decide with, and the form is refused whoever sends it.
    private void cannotDecide(Guest guest, String path, String why, String sentence) throws Exception {
        for (var decision : new String[] {"approve", "refuse"}) {
            guest.get(path);
            var reply = guest.post(path + "/decide", "decision", decision, "note", "問題なし");
            assertThat(reply.status()).as("%s %s", why, decision).isEqualTo(409);
            assertThat(reply.page()).as("%s %s", why, decision).contains(sentence);
        }
        assertThat(state(path)).as(why).isEqualTo("open");
    }

    @Test
    void theOperatorAppliesForEmergencyAccessAndTheFederationDecides() throws Exception {
        var operations = office.present(Organisation.OPERATOR, AccountRole.OPERATIONS_MANAGER, "operation");
        var federation = office.present(Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax");
        var path = apply(operations.guest(), "emergency-access", "psql numbers\r\nselect count(*)  from job.job\r\n");
        assertThat(operations.guest().get(path).page())
                .contains("NUM-0603", "自分が申請したもの", "申請を取り下げる")
                .doesNotContain(path + "/decide");
        assertThat(federation.guest().get("/").page()).contains("承認を待つ申請", "/approvals");
        assertThat(federation.guest().get("/approvals").page()).contains(path, "運営委託先");
        var page = federation.guest().get(path).page();
        assertThat(page).contains("psql numbers\nselect count(*)  from job.job</pre>", path + "/decide");
        var hash = Pieces.find(page, "payload__hash\">([0-9a-f]{64})<");
        assertThat(Pieces.texts(
                        office.machine(),
                        "select encode(sha256(convert_to(payload, 'UTF8')), 'hex') from access.application where id = "
                                + path.substring(path.lastIndexOf('/') + 1)))
                .containsExactly(hash);
        assertThat(federation
                        .guest()
                        .post(path + "/decide", "decision", "approve", "note", "")
                        .location())
                .endsWith(path);
        assertThat(operations.guest().get("/").page()).contains("承認された自分の申請（未実施）");
        assertThat(operations.guest().get(path).page()).contains("承認済み", federation.account());
        assertThat(federation
                        .guest()
                        .post(path + "/decide", "decision", "refuse", "note", "やはり")
                        .status())
                .isEqualTo(409);
        assertThat(state(path)).isEqualTo("approved");
        assertThat(Pieces.records(office.machine(), federation.account()))
                .anyMatch(record -> record.startsWith("application-decided") && record.contains(hash))
                .anyMatch(record -> record.startsWith("approval-refused") && record.contains("already-decided"));
    }

    @Test
    void nobodyDecidesWithTheOwnAccountOrASecondOne() throws Exception {
        var applicant = senior();
        var path = apply(applicant.guest(), "bulk-reveal", "2800000001");
        assertThat(applicant.guest().get(path).page()).contains("承認されても、まだ実行できません");
        cannotDecide(applicant.guest(), path, "own account", "自分の申請は自分では承認・却下できません");
        var second = senior();
        samePerson(applicant, second);
        assertThat(second.guest().get(path).page()).contains("自分が申請したもの").doesNotContain(path + "/decide");
        assertThat(second.guest().get("/approvals").page()).doesNotContain(path);
        cannotDecide(second.guest(), path, "second account", "別の利用者IDを使っても");
    }

    @Test
    void nobodyDecidesWithASecondRole() throws Exception {
        var manager = office.present(HERE, AccountRole.USER_MANAGER, "general");
        var second = senior();
        samePerson(manager, second);
        String[] fields = {
            "staffNumber", "H-7", "person", "関 花子", "userNumber", "", "role", "senior-clerk", "department", "pension",
            "from", "R8.11.25", "until", "R9.3.31", "reason", "昇任", "step", "do", "ticket", ""
        };
        manager.guest().get("/users/new");
        fields[19] = Pieces.ticket(
                manager.guest().post("/users/new", Arrays.copyOf(fields, 16)).page());
        manager.guest().post("/users/new", fields);
        var path = Pieces.find(manager.guest().get("/applications").page(), "href=\"(/applications/[0-9]+)\"");
        assertThat(second.guest().get("/approvals").page()).doesNotContain(path + "\"");
        cannotDecide(second.guest(), path, "second role", "別の利用者IDを使っても");
        assertThat(manager.guest()
                        .post(path + "/decide", "decision", "approve", "note", "")
                        .status())
                .as("a user manager decides nothing")
                .isEqualTo(403);
    }

    @Test
    void nobodyDecidesUnderTheirNameInTheFederation() throws Exception {
        var operations = office.present(Organisation.OPERATOR, AccountRole.OPERATIONS_MANAGER, "operation");
        var namesake = office.present(Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax");
        change("""
                update access.person p set name = '髙田 進', name_key = '高田進'
                  from access.account a where a.person = p.id and a.id in ('%s', '%s')
                """.formatted(operations.account(), namesake.account()));
        var path = apply(operations.guest(), "maintenance-login", "login maintenance-1, two hours");
        cannotDecide(namesake.guest(), path, "same name", "申請者と同姓同名です");
    }

    @Test
    void whoHasNoPartInItDoesNotSeeIt() throws Exception {
        var applicant = senior();
        var path = apply(applicant.guest(), "bulk-reveal", "2800000001");
        var clerk = office.present(HERE, AccountRole.CLERK, "pension");
        var stranger = office.present(TestMachine.SAITAMA, AccountRole.SENIOR_CLERK, "pension");
        assertThat(clerk.guest().get(path).status()).isEqualTo(404);
        assertThat(clerk.guest().get("/approvals").status()).isEqualTo(403);
        clerk.guest().get("/applications");
        assertThat(clerk.guest()
                        .post(path + "/decide", "decision", "approve", "note", "")
                        .status())
                .isEqualTo(403);
        assertThat(stranger.guest().get(path).status()).isEqualTo(404);
        stranger.guest().get("/approvals");
        assertThat(stranger.guest()
                        .post(path + "/decide", "decision", "approve", "note", "")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.guest().post(path + "/withdraw").status()).isEqualTo(404);
        var colleague = senior();
        colleague.guest().get(path);
        assertThat(colleague.guest().post(path + "/withdraw").status()).isEqualTo(409);
        assertThat(state(path)).isEqualTo("open");
        assertThat(colleague
                        .guest()
                        .post(path + "/decide", "decision", "refuse", "note", " ")
                        .status())
                .as("a refusal needs a reason")
                .isEqualTo(422);
        applicant.guest().get(path);
        assertThat(applicant.guest().post(path + "/withdraw").location()).endsWith(path);
        assertThat(state(path)).isEqualTo("withdrawn");
    }

    @Test
    void anApplicationNamesNoNumberAndNothingOnlyOthersMayApplyFor() throws Exception {
        var applicant = senior();
        var guest = applicant.guest();
        guest.get("/applications/new");
        assertThat(guest.post("/applications/new", "kind", "bulk-reveal").status())
                .isEqualTo(422);
        assertThat(guest.page()).contains("目的を入力してください", "事案番号を入力してください");
        for (var kind : new String[] {"emergency-access", "new-rights"}) {
            var check = guest.post("/applications/new", form(kind, "select 1"));
            var reply = guest.post(
                    "/applications/new", form(kind, "select 1", "step", "do", "ticket", Pieces.ticket(check.page())));
            assertThat(reply.status()).as(kind).isEqualTo(422);
            assertThat(reply.page()).as(kind).contains("申請できない種類");
        }
        var number = "1234 5678 9018";
        var check = guest.post("/applications/new", form("bulk-reveal", number));
        var reply = guest.post(
                "/applications/new", form("bulk-reveal", number, "step", "do", "ticket", Pieces.ticket(check.page())));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page()).contains("個人番号は書けません");
        assertThat(Pieces.records(office.machine(), applicant.account()))
                .anyMatch(record -> record.contains("number-in-text"))
                .noneMatch(record -> record.contains(number));
    }
}
