package jp.bansho.numbers.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
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

/// Every screen in a real browser: axe finds nothing against WCAG 2.2 A and AA, the browser
/// complains of nothing, and at 320 pixels no page is wider than the window. `./bansho screens`
/// writes the pictures of `docs/screens` along the way.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScreensTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final Path PICTURES =
            Path.of(System.getProperty("bansho.root", "../..")).resolve("docs/screens");
    private static final boolean REWRITE =
            System.getProperty("bansho.screens", "compare").equals("rewrite");

    /// What sticks out of a narrow window, unless it scrolls in a frame of its own.
    private static final String TOO_WIDE = """
            if (document.documentElement.scrollWidth <= 320) return '';
            return [...document.querySelectorAll('main *')]
                .filter(e => e.getBoundingClientRect().right > 321 && !e.closest('.list__scroll'))
                .map(e => e.tagName + '.' + e.className).slice(0, 5).join(' ') || 'outside main';
            """;

    private final List<String> wrong = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @SuppressWarnings("NullAway.Init")
    private Keyboard keys;

    @BeforeAll
    void open() throws Exception {
        office = new Office();
        browser = Browser.start();
        browser.authenticator();
        keys = new Keyboard(browser, office.machine().origin(), "NUM", "NUM-0201");
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
        look("01-login", "/login");
        look("", "/first");
        var slip = office.hire(HERE, AccountRole.CLERK, "pension");
        keys.open("/first");
        keys.type("#f-id", slip.account());
        keys.type("#f-password", slip.temporaryPassword());
        keys.press("次へ");
        keys.screen("NUM-0104");
        judge("02-enrol");
        keys.press("パスキーを登録する");
        keys.screen("NUM-0101");
        judge("");
        keys.open("/login");
        keys.type("#f-id", slip.account());
        keys.press("次へ");
        keys.screen("NUM-0102");
        judge("");
        keys.press("パスキーでログイン");
        keys.screen("NUM-0201");
        look("", "/lock");
        keys.press("パスキーで再開する");
        keys.screen("NUM-0201");
        keys.leave();
        done();
    }

    @Test
    @Order(2)
    void aSeniorClerkLooksSomebodyUp() throws Exception {
        comeIn(HERE, AccountRole.SENIOR_CLERK, "pension");
        look("10-work-list", "/");
        look("11-find", "/people");
        keys.press("検索する");
        browser.waitForText("入力内容を確認してください");
        browser.browserErrors();
        judge("12-find-problems");
        find(InventedFiles.userNumber(HERE, 1), "P-05");
        judge("13-person");
        keys.choose("#f-purpose", "P-05");
        keys.type("#f-caseReference", "R8-0042");
        keys.press("個人番号を表示する");
        browser.waitForText("パスキーで確認して表示する");
        judge("14-reveal-passkey");
        keys.press("パスキーで確認して表示する");
        browser.waitForText("個人番号の表示");
        // any number with a right check digit may be somebody's: the picture shows one that is nobody's
        browser.script("document.querySelector('[data-reveal-number]').textContent = '0000 0000 0000'");
        judge("15-reveal");
        keys.press("個人の記録へ戻る");
        keys.screen("NUM-0302");
        for (var page : List.of("identifiers", "change", "delete", "purpose")) {
            look(page.equals("change") ? "16-change-number" : "", path(1) + "/" + page);
        }
        look("17-register", "/people/new");
        look("", "/overview");
        look("", "/rights");
        look("", "/jobs");
        look("", "/jobs/1");
        look("", "/jobs/2/rows");
        look("20-work-items", "/work");
        look("21-work-item", "/work/1");
        look("", "/approvals");
        look("", "/applications");
        look("", "/applications/new");
        look("", "/reviews");
        keys.open("/");
        keys.leave();
        done();
    }

    @Test
    @Order(3)
    void aTaxClerkUploads() throws Exception {
        comeIn(HERE, AccountRole.CLERK, "tax");
        look("22-upload", "/uploads");
        keys.open("/");
        keys.leave();
        done();
    }

    @Test
    @Order(4)
    void aUserManagerManages() throws Exception {
        var users = office.machine().part(Users.class);
        var operator = office.machine().actor(Role.OPERATOR);
        var manager = users.registerFirst(operator, HERE, user("M1", AccountRole.USER_MANAGER, "general"));
        comeIn(manager);
        look("31-user-new", "/users/new");
        var somebody = office.hire(HERE, AccountRole.CLERK, "tax");
        look("30-users", "/users");
        for (var page : List.of("", "/change", "/end", "/stop", "/reset")) {
            look(page.isEmpty() ? "32-user" : "", "/users/account/" + somebody.account() + page);
        }
        look("", "/users/prepared");
        look("33-rights", "/rights");
        users.nightly(operator, Office.TODAY);
        look("34-reviews", "/reviews");
        look("35-review", "/reviews/1");
        look("", "/reviews/ledger");
        look("", "/users/slips");
        keys.open("/");
        keys.leave();
        done();
    }

    @Test
    @Order(5)
    void anAuditorReadsTheRecord() throws Exception {
        comeIn(HERE, AccountRole.AUDITOR, "audit");
        keys.open("/log");
        keys.main();
        browser.waitForText("個人番号の表示");
        judge("40-log");
        look("", "/log/3");
        look("41-findings", "/check");
        look("", "/check/honeytokens");
        keys.open("/check/runs");
        keys.main();
        browser.waitForPath("/check");
        look("", "/check/runs");
        look("42-finding", "/check/findings/1");
        look("", "/overview");
        keys.open("/");
        keys.leave();
        done();
    }

    @Test
    @Order(6)
    void theFederationAndTheOperationsManagerSeeTheirs() throws Exception {
        comeIn(Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax");
        look("50-overview-federation", "/overview");
        look("", "/people");
        look("", "/approvals");
        keys.open("/");
        keys.leave();
        comeIn(Organisation.OPERATOR, AccountRole.OPERATIONS_MANAGER, "operation");
        look("", "/");
        look("", "/log");
        look("51-apply", "/applications/new");
        keys.choose("#f-kind", "緊急アクセス");
        keys.type("#f-purpose", "障害対応");
        keys.type("#f-caseReference", "T-0042");
        keys.type("#f-reason", "データベースの索引が壊れた");
        keys.type("#f-payload", "索引の再作成");
        keys.main();
        browser.waitForText("入力に戻る");
        judge("");
        keys.main();
        browser.waitForText("取り下げる");
        judge("53-application");
        look("", "/applications");
        keys.press("English");
        browser.waitForText("Log out");
        for (var page : List.of("/", "/log", "/overview", "/applications", "/applications/new", "/reviews", "/check")) {
            look("", page);
        }
        keys.open("/");
        keys.press("日本語");
        browser.waitForText("ログアウト");
        keys.open("/people");
        browser.waitForText("権限がありません");
        browser.browserErrors();
        judge("52-no-right");
        keys.open("/");
        keys.leave();
        done();
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

    /// Opens a page and judges it.
    private void look(String picture, String path) {
        keys.open(path);
        judge(picture);
    }

    /// Judges the page that is there.
    private void judge(String picture) {
        var where = browser.url().replaceFirst("https://[^/]*", "");
        browser.axe().forEach(violation -> wrong.add(where + ": " + violation));
        browser.browserErrors().forEach(error -> wrong.add(where + ": " + error));
        if (REWRITE && !picture.isEmpty()) {
            var height = browser.script("return document.documentElement.scrollHeight");
            browser.size(1280, height instanceof Long tall ? Math.max(800, tall.intValue() + 40) : 800);
            browser.screenshot(PICTURES.resolve(picture + ".png"));
        }
        browser.size(320, 640);
        if (browser.script(TOO_WIDE) instanceof String wide && !wide.isEmpty()) {
            wrong.add(where + ": wider than a window of 320 pixels: " + wide);
        }
        browser.size(1280, 800);
    }

    private void done() {
        var found = List.copyOf(wrong);
        wrong.clear();
        assertThat(found).isEmpty();
    }
}
