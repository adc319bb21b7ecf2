package jp.bansho.numbers.terminal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Organisation;
import jp.bansho.access.account.NewUser;
import jp.bansho.access.account.Slip;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.Users;
import jp.bansho.testing.Browser;
import jp.bansho.testing.Keyboard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Every screen in a real browser, as [PageJudge] wants it. `./bansho screens` writes the pictures
/// of `docs/screens` along the way.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScreensTest {

    private static final int HERE = TestMachine.HYOGO;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @SuppressWarnings("NullAway.Init")
    private Keyboard keys;

    @SuppressWarnings("NullAway.Init")
    private PageJudge judge;

    @SuppressWarnings("NullAway.Init")
    private DeskStories stories;

    @BeforeAll
    void open() throws Exception {
        office = new Office();
        browser = Browser.start();
        browser.authenticator();
        keys = new Keyboard(browser, office.machine().origin(), "NUM", "NUM-0201");
        judge = new PageJudge(browser, keys);
        stories = new DeskStories(office);
        office.machine().register(HERE, 0, 60);
        var rows = new StringBuilder();
        for (var i = 0; i < 3; i++) {
            rows.append(InventedFiles.found(
                    i + 1, InventedFiles.userNumber(HERE, i), InventedFiles.digits(HERE, 100 + i), false));
        }
        rows.append(InventedFiles.noHit(4, InventedFiles.userNumber(HERE, 90)));
        office.machine()
                .take(
                        JobKind.RESULTS,
                        HERE,
                        InventedFiles.write(office.machine().folder().resolve("second.csv"), rows.toString()));
        plantAHoneytoken();
    }

    /// The person the senior clerk looks up is one nobody has business with.
    private void plantAHoneytoken() throws Exception {
        try (var administrator = office.machine().superuser();
                var statement = administrator.createStatement()) {
            statement.execute("""
                    insert into inspection.honeytoken (subject, organisation, note, marked_by, marked_at)
                    values (%d, %d, 'おとり', 't028-0001', now())
                    """.formatted(office.machine().subject(InventedFiles.userNumber(HERE, 1)), HERE));
        }
    }

    @AfterAll
    void close() {
        browser.close();
        office.close();
    }

    @Test
    @Order(1)
    void theDoor() throws Exception {
        judge.look("01-login", "/login");
        judge.look("", "/first");
        var slip = office.hire(HERE, AccountRole.CLERK, "pension");
        keys.open("/first");
        keys.type("#f-id", slip.account());
        keys.type("#f-password", slip.temporaryPassword());
        keys.press("次へ");
        keys.screen("NUM-0104");
        judge.judge("02-enrol");
        keys.press("パスキーを登録する");
        keys.screen("NUM-0101");
        judge.judge("");
        keys.open("/login");
        keys.type("#f-id", slip.account());
        keys.press("次へ");
        keys.screen("NUM-0102");
        judge.judge("");
        keys.press("パスキーでログイン");
        keys.screen("NUM-0201");
        judge.look("", "/lock");
        keys.press("パスキーで再開する");
        keys.screen("NUM-0201");
        keys.leave();
        judge.done();
    }

    @Test
    @Order(2)
    void aSeniorClerkLooksSomebodyUp() throws Exception {
        comeIn(HERE, AccountRole.SENIOR_CLERK, "pension");
        judge.look("10-work-list", "/");
        judge.look("11-find", "/people");
        keys.press("検索する");
        browser.waitForText("入力内容を確認してください");
        browser.browserErrors();
        judge.judge("12-find-problems");
        find(InventedFiles.userNumber(HERE, 1), "P-05");
        judge.judge("13-person");
        keys.choose("#f-purpose", "P-05");
        keys.type("#f-caseReference", "R8-0042");
        keys.press("個人番号を表示する");
        browser.waitForText("パスキーで確認して表示する");
        judge.judge("14-reveal-passkey");
        keys.press("パスキーで確認して表示する");
        browser.waitForText("個人番号の表示");
        // any number with a right check digit may be somebody's: the picture shows one that is nobody's
        browser.script("document.querySelector('[data-reveal-number]').textContent = '0000 0000 0000'");
        judge.judge("15-reveal");
        keys.press("個人の記録へ戻る");
        keys.screen("NUM-0302");
        for (var page : List.of("identifiers", "change", "delete", "purpose")) {
            judge.look(page.equals("change") ? "16-change-number" : "", path(1) + "/" + page);
        }
        judge.look("17-register", "/people/new");
        judge.look("", "/overview");
        judge.look("", "/rights");
        judge.look("", "/jobs");
        judge.look("", "/jobs/1");
        judge.look("", "/jobs/2/rows");
        judge.look("20-work-items", "/work");
        judge.look("21-work-item", "/work/1");
        judge.look("", "/approvals");
        judge.look("", "/applications");
        judge.look("", "/applications/new");
        judge.look("", "/reviews");
        stories.round();
        judge.screen("NUM-1201", "/cycles");
        judge.screen("NUM-1202", "/cycles/life-status/2026-11");
        judge.screen("NUM-1203", "/cycles/rules");
        keys.open("/");
        keys.leave();
        judge.done();
    }

    @Test
    @Order(3)
    void aTaxClerkUploads() throws Exception {
        comeIn(HERE, AccountRole.CLERK, "tax");
        judge.look("22-upload", "/uploads");
        keys.open("/");
        keys.leave();
        judge.done();
    }

    @Test
    @Order(4)
    void aUserManagerManages() throws Exception {
        var users = office.machine().part(Users.class);
        var operator = office.machine().actor(Role.OPERATOR);
        var manager = users.registerFirst(operator, HERE, user("M1", AccountRole.USER_MANAGER, "general"));
        comeIn(manager);
        judge.look("31-user-new", "/users/new");
        var somebody = office.hire(HERE, AccountRole.CLERK, "tax");
        judge.look("30-users", "/users");
        for (var page : List.of("", "/change", "/end", "/stop", "/reset")) {
            judge.look(page.isEmpty() ? "32-user" : "", "/users/account/" + somebody.account() + page);
        }
        judge.look("", "/users/prepared");
        judge.look("33-rights", "/rights");
        users.nightly(operator, Office.TODAY);
        judge.look("34-reviews", "/reviews");
        judge.look("35-review", "/reviews/1");
        judge.look("", "/reviews/ledger");
        judge.look("", "/users/slips");
        judge.screen("NUM-0809", "/record-period");
        keys.open("/");
        keys.leave();
        judge.done();
    }

    @Test
    @Order(5)
    void anAuditorReadsTheRecord() throws Exception {
        comeIn(HERE, AccountRole.AUDITOR, "audit");
        keys.open("/log");
        keys.main();
        browser.waitForText("個人番号の表示");
        judge.judge("40-log");
        judge.look("", "/log/3");
        judge.look("41-findings", "/check");
        judge.look("", "/check/honeytokens");
        keys.open("/check/runs");
        keys.main();
        browser.waitForPath("/check");
        judge.look("", "/check/runs");
        judge.look("42-finding", "/check/findings/1");
        judge.look("", "/overview");
        keys.open("/");
        keys.leave();
        judge.done();
    }

    @Test
    @Order(6)
    void theFederationAndTheOperationsManagerSeeTheirs() throws Exception {
        comeIn(Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax");
        judge.look("50-overview-federation", "/overview");
        judge.look("", "/people");
        judge.look("", "/approvals");
        keys.open("/");
        keys.leave();
        comeIn(Organisation.OPERATOR, AccountRole.OPERATIONS_MANAGER, "operation");
        judge.look("", "/");
        judge.look("", "/log");
        judge.look("51-apply", "/applications/new");
        keys.choose("#f-kind", "緊急アクセス");
        keys.type("#f-purpose", "障害対応");
        keys.type("#f-caseReference", "T-0042");
        keys.type("#f-reason", "データベースの索引が壊れた");
        keys.type("#f-payload", "索引の再作成");
        keys.main();
        browser.waitForText("入力に戻る");
        judge.judge("");
        keys.main();
        browser.waitForText("取り下げる");
        judge.judge("53-application");
        inAnEmergency(browser.url().replaceFirst("https://[^/]*", ""));
        judge.look("", "/applications");
        keys.press("English");
        browser.waitForText("Log out");
        for (var page : List.of("/", "/log", "/overview", "/applications", "/applications/new", "/reviews", "/check")) {
            judge.look("", page);
        }
        judge.screen("NUM-1101", "/operation");
        judge.screen("NUM-1103", "/emergency");
        keys.open("/");
        keys.press("日本語");
        browser.waitForText("ログアウト");
        keys.open("/people");
        browser.waitForText("権限がありません");
        browser.browserErrors();
        judge.judge("52-no-right");
        keys.open("/");
        keys.leave();
        judge.done();
    }

    /// Health and report; the session that was applied for is approved and opened.
    private void inAnEmergency(String application) throws SQLException {
        judge.screen("NUM-1101", "/operation");
        judge.screen("NUM-1102", "/operation/report");
        stories.approved(application);
        judge.screen("NUM-1103", "/emergency");
        judge.screen("NUM-1104", application.replace("/applications/", "/emergency/open/"));
        keys.press("form[action*='/emergency/open/'] button");
        browser.waitForText("一度だけ");
        judge.judge("");
        judge.screen("NUM-1103", "/emergency");
    }

    @Test
    @Order(7)
    void anErasureFromTheOutlookToTheCertificate() throws Exception {
        var clerk = office.present(HERE, AccountRole.CLERK, "pension");
        var senior = office.present(HERE, AccountRole.SENIOR_CLERK, "pension");
        var run = stories.erasure(clerk, 6);
        comeIn(HERE, AccountRole.CLERK, "pension");
        judge.screen("NUM-0901", "/retention");
        judge.screen("NUM-0902", "/retention/due");
        judge.screen("NUM-0903", stories.dates(6));
        keys.open(stories.dates(7));
        keys.choose("#f-sort", "死亡");
        keys.type("#f-day", "R8.11.20");
        keys.type("#f-text", "死亡届の写し");
        keys.main();
        keys.screen("NUM-0904");
        judge.judge("");
        judge.screen("NUM-0905", "/retention/runs");
        judge.screen("NUM-0906", run);
        stories.erased(clerk, senior, run);
        judge.screen("NUM-0906", run);
        judge.screen("NUM-0907", run + "/certificate");
        keys.open("/");
        keys.leave();
        judge.done();
    }

    @Test
    @Order(8)
    void anIncidentAndItsPapers() throws Exception {
        var incident = stories.incident(office.present(HERE, AccountRole.SENIOR_CLERK, "tax"));
        comeIn(HERE, AccountRole.SENIOR_CLERK, "tax");
        judge.screen("NUM-1001", "/incidents");
        judge.screen("NUM-1002", incident);
        judge.screen("NUM-1003", "/incidents/new");
        judge.screen("NUM-1004", incident + "/steps/contain");
        judge.screen("NUM-1005", incident + "/duty");
        for (var page : List.of("preliminary", "note", "closing")) {
            judge.look("", incident + "/" + page);
        }
        judge.screen("NUM-1008", incident + "/draft");
        judge.screen("NUM-1011", incident + "/paper/1");
        keys.open("/");
        keys.leave();
        judge.done();
    }

    @Test
    @Order(9)
    void theTaxSeason() throws Exception {
        var previews = stories.previews(folder);
        comeIn(Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax");
        judge.screen("NUM-1301", "/tax");
        for (var preview : previews) {
            judge.screen("NUM-1302", preview);
        }
        judge.screen("NUM-0901", "/retention");
        judge.screen("NUM-1201", "/cycles");
        keys.open("/");
        keys.leave();
        comeIn(HERE, AccountRole.CLERK, "tax");
        judge.screen("NUM-1303", "/tax");
        keys.open("/");
        keys.leave();
        judge.done();
    }

    private void find(String userNumber, String row) {
        keys.open("/people");
        keys.choose("#f-by", "利用番号");
        keys.type("#f-sought", userNumber);
        keys.choose("#f-purpose", row);
        keys.type("#f-caseReference", "R8-0042");
        keys.press("検索する");
        keys.screen("NUM-0302");
    }

    private String path(int person) throws SQLException {
        return "/people/" + HERE + "/" + office.machine().subject(InventedFiles.userNumber(HERE, person));
    }

    private void comeIn(int organisation, AccountRole role, String department) throws SQLException {
        comeIn(office.hire(organisation, role, department));
    }

    private void comeIn(Slip slip) {
        office.clock().pass(Duration.ofSeconds(1));
        keys.comeInFirst(slip.account(), slip.temporaryPassword());
    }

    private static NewUser user(String staffNumber, AccountRole role, String department) {
        return new NewUser(staffNumber, "番所 管理", null, role, department, Office.TODAY, Office.TODAY.plusDays(200));
    }
}
