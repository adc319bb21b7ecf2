package jp.bansho.numbers.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.terminal.Office;
import jp.bansho.numbers.terminal.Office.Present;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.testing.Guest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Incidents at the terminal: opened by what the log check finds and by hand, worked through all
/// six steps under a clock that moves, reported, closed by two people (S6).
class IncidentScreensTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final int THERE = TestMachine.SAITAMA;
    private static final String[] STEPS = {"contain", "investigate", "scope", "prevent", "publish"};

    private Office office;

    @BeforeEach
    void open() throws SQLException {
        office = new Office(home -> Files.writeString(
                home.folder().resolve("logcheck.properties"), "volume.most-reveals = 3\nvolume.most-searches = 100\n"));
        office.machine().register(HERE, 0, 9);
        office.machine().register(THERE, 0, 2);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aRevealedHoneytokenGoesThroughAllSixStepsAndIsClosedByTwo() throws SQLException {
        var auditor = office.present(HERE, AccountRole.AUDITOR, "audit");
        var senior = office.present(HERE, AccountRole.SENIOR_CLERK, "pension");
        var second = office.present(HERE, AccountRole.SENIOR_CLERK, "pension");
        plant(auditor.guest(), 1);
        reveal(1);
        check(auditor.guest());
        var id = only("honeytoken-reveal");
        assertThat(text("select opened_by, account from incident.incident")).isEqualTo("machine|a.kumiai28");
        assertThat(text("select finding from incident.cause where incident = " + id))
                .isEqualTo(text("select id from inspection.finding where rule = 'honeytoken'"));
        check(auditor.guest());
        only("honeytoken-reveal");

        assertThat(auditor.guest().get("/").page()).contains("対応中の事故", "令和8年（2026年）11月29日");
        assertThat(auditor.guest().get("/incidents").page())
                .contains("NUM-1001", "おとりの個人番号の表示", "期限まで余裕あり")
                .doesNotContain("??");
        var page = auditor.guest().get("/incidents/" + id).page();
        assertThat(page)
                .contains("NUM-1002", "未決定", "候補：②不正の目的", "令和8年（2026年）12月23日", "a.kumiai28", "/check/findings/")
                .doesNotContain("??", InventedFiles.digits(HERE, 1));

        settle(senior.guest(), id, "report", "done", "2026-11-24", 422);
        settle(senior.guest(), id, "prevent", "done", "", 422);
        assertThat(senior.guest().page()).contains("先に済ませるべき段階");
        duty(senior.guest(), id, "reportable", "2");
        assertThat(senior.guest().get("/incidents/" + id).page()).contains("令和9年（2027年）1月22日");

        pass(senior, 3);
        assertThat(senior.guest().get("/incidents/" + id).page()).contains("期限間近");
        pass(senior, 3);
        assertThat(senior.guest().get("/incidents/" + id).page()).contains("期限超過", "報告期限を過ぎています");
        assertThat(senior.guest().get("/").page()).contains("報告期限を過ぎた事故");
        act(senior.guest(), id, "preliminary", 302, "day", "2026-11-29", "note", "電話で速報、受付済み");
        assertThat(senior.guest().get("/incidents/" + id).page())
                .contains("報告済み")
                .doesNotContain("期限超過");

        for (var step : STEPS) {
            settle(senior.guest(), id, step, "done", "", 302);
        }
        act(senior.guest(), id, "closing", 422, "note", "まだ確報がない");
        assertThat(last("incident-refused")).contains("not-settled");
        draft(senior.guest(), id);
        settle(senior.guest(), id, "report", "not-needed", "", 422);
        settle(senior.guest(), id, "report", "done", "2026-11-30", 302);
        act(senior.guest(), id, "closing", 302, "note", "すべて済んだ");
        close(senior, second, id);
    }

    private void close(Present senior, Present second, long id) throws SQLException {
        var application = text("select application from incident.incident where id = " + id);
        assertThat(senior.guest().get("/incidents/" + id).page())
                .contains("承認待ち")
                .doesNotContain("/close");
        senior.guest().get("/applications/" + application);
        assertThat(senior.guest()
                        .post("/applications/" + application + "/decide", "decision", "approve", "note", "")
                        .status())
                .as("self-approved closing")
                .isEqualTo(409);
        senior.guest().get("/incidents/" + id);
        senior.guest().post("/incidents/" + id + "/close");
        assertThat(text("select state from incident.incident where id = " + id)).isEqualTo("open");

        second.guest().login(second.account(), second.authenticator());
        approve(second, application);
        // what was written down meanwhile makes the approval worthless
        act(senior.guest(), id, "note", 302, "note", "もう一つ分かった");
        senior.guest().get("/incidents/" + id);
        senior.guest().post("/incidents/" + id + "/close");
        assertThat(text("select state from incident.incident where id = " + id)).isEqualTo("open");

        act(senior.guest(), id, "closing", 302, "note", "あらためて申請");
        application = text("select application from incident.incident where id = " + id);
        approve(second, application);
        assertThat(senior.guest().get("/incidents/" + id).page()).contains("承認済み", "対応を終了する");
        senior.guest().post("/incidents/" + id + "/close");
        assertThat(text("select state from incident.incident where id = " + id)).isEqualTo("closed");
        assertThat(last("incident-closed")).contains("\"application\":" + application);
        act(senior.guest(), id, "note", 422, "note", "終了後の記録");
        act(senior.guest(), id, "reopen", 302, "note", "新しい事実");
        assertThat(senior.guest().get("/incidents/" + id).page()).contains("対応中", "新しい事実", "再開");
    }

    private void draft(Guest guest, long id) throws SQLException {
        assertThat(guest.get("/incidents/" + id + "/draft").page()).contains("NUM-1008", "a.kumiai28");
        var counted = guest.post(
                "/incidents/" + id + "/draft", "from", "2026-11-24", "until", "R8.11.24", "accounts", "a.kumiai28");
        assertThat(counted.page())
                .contains("個人番号の表示: 1人分", "1人（使用の記録から集計）", "構成組合: [28]", "済んだこと investigate")
                .doesNotContain("??");
        var number = guest.post(
                "/incidents/" + id + "/draft",
                "from",
                "2026-11-24",
                "until",
                "2026-11-24",
                "accounts",
                "",
                "step",
                "keep",
                "further",
                "番号 " + InventedFiles.digits(HERE, 1));
        assertThat(number.status()).isEqualTo(422);
        assertThat(number.page()).contains("12桁の数字").doesNotContain(InventedFiles.digits(HERE, 1));
        for (var version = 1; version <= 2; version++) {
            assertThat(guest.post(
                                    "/incidents/" + id + "/draft",
                                    "from",
                                    "2026-11-24",
                                    "until",
                                    "2026-11-24",
                                    "accounts",
                                    "a.kumiai28",
                                    "step",
                                    "keep",
                                    "outline",
                                    "概要 " + version,
                                    "further",
                                    "確認されていない")
                            .status())
                    .isEqualTo(302);
        }
        assertThat(text("select people, revealed, found_actors from incident.draft where version = 2"))
                .isEqualTo("1|1|{a.kumiai28}");
        assertThat(guest.get("/incidents/" + id + "/paper/1").page())
                .contains("NUM-1011", "概要 1", "二次被害", "確認されていない")
                .doesNotContain("??");
        assertThat(last("report-drafted")).contains("\"version\":2", "\"people\":1");
    }

    @Test
    void revealsInMassesOpenOneIncidentAndSearchesNone() throws SQLException {
        var auditor = office.present(HERE, AccountRole.AUDITOR, "audit");
        reveal(1);
        reveal(2);
        check(auditor.guest());
        assertThat(text("select count(*) from incident.incident")).isEqualTo("0");
        reveal(3);
        reveal(4);
        check(auditor.guest());
        var id = only("mass-reveal");
        reveal(5);
        check(auditor.guest());
        only("mass-reveal");
        assertThat(auditor.guest().get("/incidents/" + id).page()).contains("個人番号の大量の表示");
        duty(auditor.guest(), id, "not-reportable", "");
        assertThat(auditor.guest().get("/incidents/" + id).page()).contains("報告不要");
        settle(auditor.guest(), id, "report", "not-needed", "", 422);
        for (var step : STEPS) {
            settle(auditor.guest(), id, step, "not-needed", "", 302);
        }
        settle(auditor.guest(), id, "report", "not-needed", "", 302);
        duty(auditor.guest(), id, "reportable", "4");
        assertThat(text("select count(*) from incident.entry where act = 'duty'"))
                .isEqualTo("2");
    }

    @Test
    void anAlteredRecordOpensAnIncidentOfTheWholeMachineOnce() throws SQLException {
        var watch = office.machine().part(ChainWatch.class);
        assertThat(watch.look().sound()).isTrue();
        change("update audit.record set actor = 'somebody.else' where seq = 3");
        assertThat(watch.look().sound()).isFalse();
        var id = only("chain-break");
        watch.look();
        only("chain-break");
        var officer = office.present(Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax");
        var operations = office.present(Organisation.OPERATOR, AccountRole.OPERATIONS_MANAGER, "operation");
        var here = office.present(HERE, AccountRole.AUDITOR, "audit");
        assertThat(officer.guest().get("/incidents/" + id).page()).contains("システム全体", "/steps/contain");
        assertThat(operations.guest().get("/incidents/" + id).page())
                .contains("システム全体")
                .doesNotContain("/steps/contain");
        assertThat(here.guest().get("/incidents/" + id).status()).isEqualTo(404);
        operations.guest().get("/incidents/" + id);
        settle(operations.guest(), id, "contain", "done", "", 422);
        settle(officer.guest(), id, "contain", "done", "", 302);
        // what goes wrong later joins the open incident
        change("update audit.record set actor = 'somebody.else' where seq = 5");
        watch.look();
        only("chain-break");
        assertThat(text("select count(*) from incident.entry where act = 'cause'"))
                .isNotEqualTo("0");
    }

    @Test
    void aMissingMediumIsTypedInAndAnotherAssociationSeesNothing() throws SQLException {
        var senior = office.present(HERE, AccountRole.SENIOR_CLERK, "tax");
        var guest = senior.guest();
        assertThat(guest.get("/incidents/new").page()).contains("NUM-1003").doesNotContain("??");
        var wrong = guest.post(
                "/incidents/new", "kind", "chain-break", "day", "2026-11-25", "time", "9時", "place", "", "summary", "");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page()).contains("種類を選んでください", "知った日時", "内容を書いてください");
        var number = fill(guest, "2026-11-23", "番号 " + InventedFiles.digits(HERE, 1) + " の紙");
        assertThat(number.status()).isEqualTo(422);
        assertThat(number.page()).contains("12桁の数字").doesNotContain(InventedFiles.digits(HERE, 1));
        assertThat(fill(guest, "2026-11-24", "CD-Rが見当たらない").status()).isEqualTo(302);
        var id = only("missing-medium");
        assertThat(guest.get("/incidents/" + id).page()).contains("媒体・書類の所在不明", "書庫");
        assertThat(last("incident-opened")).contains("MISSING_MEDIUM").doesNotContain("CD-R");

        var other = office.present(THERE, AccountRole.AUDITOR, "audit");
        assertThat(other.guest().get("/incidents/" + id).status()).isEqualTo(404);
        assertThat(other.guest().get("/incidents").page()).doesNotContain("所在不明");
        for (var path : new String[] {"/duty", "/note", "/closing", "/steps/contain"}) {
            other.guest().get("/incidents/new");
            assertThat(other.guest()
                            .post("/incidents/" + id + path, "state", "done", "note", "よその事故")
                            .status())
                    .as(path)
                    .isEqualTo(422);
        }
        assertThat(text("select count(*) from incident.entry where incident = " + id))
                .isEqualTo("1");
        var clerk = office.present(HERE, AccountRole.CLERK, "pension");
        assertThat(clerk.guest().get("/incidents").status()).isEqualTo(403);
        var officer = office.present(Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax");
        assertThat(officer.guest().get("/incidents/" + id).page())
                .contains("所在不明")
                .doesNotContain("/steps/contain");
    }

    @Test
    void nobodyWorksOnAnIncidentAboutThemselves() throws SQLException {
        var senior = office.present(HERE, AccountRole.SENIOR_CLERK, "pension");
        fill(senior.guest(), "2026-11-24", "自分についての件");
        var id = only("missing-medium");
        change("update incident.incident set account = '" + senior.account() + "'");
        assertThat(senior.guest().get("/incidents/" + id).page())
                .contains("あなた自身についての事故")
                .doesNotContain("/steps/contain");
        senior.guest().get("/incidents/new");
        settle(senior.guest(), id, "contain", "done", "", 422);
        assertThat(last("incident-refused")).contains("own-incident");
    }

    private static Guest.Reply fill(Guest guest, String day, String summary) {
        guest.get("/incidents/new");
        return guest.post(
                "/incidents/new",
                "kind",
                "missing-medium",
                "day",
                day,
                "time",
                "9:30",
                "place",
                "書庫",
                "summary",
                summary);
    }

    private static void settle(Guest guest, long id, String step, String state, String day, int status) {
        var path = "/incidents/" + id + "/steps/" + step;
        assertThat(guest.get(path).page()).contains("NUM-1004").doesNotContain("??");
        assertThat(guest.post(path, "state", state, "day", day, "note", "済んだこと " + step)
                        .status())
                .as(step)
                .isEqualTo(status);
    }

    private static void duty(Guest guest, long id, String duty, String event) {
        assertThat(guest.get("/incidents/" + id + "/duty").page()).contains("NUM-1005");
        assertThat(guest.post("/incidents/" + id + "/duty", "state", duty, "events", event, "note", "理由")
                        .status())
                .isEqualTo(302);
    }

    private static void act(Guest guest, long id, String act, int status, String... fields) {
        guest.get("/incidents/" + id + "/" + act);
        assertThat(guest.page()).doesNotContain("??");
        assertThat(guest.post("/incidents/" + id + "/" + act, fields).status())
                .as(act)
                .isEqualTo(status);
    }

    private static void approve(Present second, String application) {
        second.guest().get("/applications/" + application);
        assertThat(second.guest()
                        .post("/applications/" + application + "/decide", "decision", "approve", "note", "確認")
                        .status())
                .isEqualTo(302);
    }

    /// Days go by; whoever works comes in again.
    private void pass(Present present, int days) {
        office.clock().pass(Duration.ofDays(days));
        present.guest().login(present.account(), present.authenticator());
    }

    private static void plant(Guest guest, int person) {
        guest.get("/check/honeytokens");
        guest.post("/check/honeytokens", "person", InventedFiles.userNumber(HERE, person), "note", "架空の人");
    }

    private static void check(Guest guest) {
        guest.get("/check/runs");
        assertThat(guest.post("/check/runs").status()).isEqualTo(302);
    }

    private void reveal(int person) throws SQLException {
        var machine = office.machine();
        machine.part(Vault.class)
                .reveal(
                        machine.clerk(HERE),
                        Purpose.PENSION_PAYMENT,
                        HERE,
                        machine.subject(InventedFiles.userNumber(HERE, person)),
                        "case");
    }

    /// The number of the one incident of that kind, which must be the only one.
    private long only(String kind) throws SQLException {
        assertThat(text("select kind from incident.incident")).isEqualTo(kind);
        return Long.parseLong(text("select id from incident.incident"));
    }

    private String last(String event) throws SQLException {
        return text("select details from audit.record where event = '" + event + "' order by seq desc limit 1");
    }

    private void change(String sql) throws SQLException {
        try (var administrator = office.machine().superuser()) {
            Sql.run(administrator, sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (var administrator = office.machine().superuser()) {
            return String.join("", Sql.rows(administrator, sql));
        }
    }
}
