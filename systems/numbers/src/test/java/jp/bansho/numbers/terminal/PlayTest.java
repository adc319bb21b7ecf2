package jp.bansho.numbers.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import jp.bansho.access.AccountRole;
import jp.bansho.access.account.NewUser;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.Users;
import jp.bansho.testing.Browser;
import jp.bansho.testing.Keyboard;
import org.junit.jupiter.api.Test;

/// The whole play in a real browser, with the keyboard alone: a user manager prepares a user, the nightly batch makes
/// the account, the new clerk comes in for the first time, enrols a passkey, comes in with it, looks somebody up for a
/// purpose and sees the number for a moment; the record knows, and an auditor finds it.
class PlayTest {

    private static final int HERE = TestMachine.HYOGO;

    @Test
    void fromTheUserManagerToTheAuditor() throws Exception {
        try (var office = new Office();
                var browser = Browser.start()) {
            var machine = office.machine();
            machine.register(HERE, 0, 5);
            browser.authenticator();
            var keys = new Keyboard(browser, machine.origin(), "NUM", "NUM-0201");
            var users = machine.part(Users.class);
            var manager = users.registerFirst(
                    machine.actor(Role.OPERATOR), HERE, user("S1", AccountRole.USER_MANAGER, "general"));
            var auditor =
                    users.registerFirst(machine.actor(Role.OPERATOR), HERE, user("S2", AccountRole.AUDITOR, "audit"));

            keys.comeInFirst(manager.account(), manager.temporaryPassword());
            prepareClerk(keys, browser);
            keys.leave();
            users.nightly(machine.actor(Role.OPERATOR), Office.TODAY);
            office.clock().pass(Duration.ofDays(1));

            keys.comeIn(manager.account());
            keys.open("/users/slips");
            keys.press("form[action$='/slip'] button");
            browser.waitForText("はじめてのログイン");
            var slip = browser.text();
            assertThat(browser.axe()).isEmpty();
            browser.script("history.back()");
            keys.open("/");
            keys.leave();

            var account = found("k28-[0-9]{4}", slip);
            keys.comeInFirst(account, found("([A-Z2-8]{4}-){3}[A-Z2-8]{4}", slip));
            var number = InventedFiles.digits(HERE, 1);
            lookUpAndReveal(keys, browser, number);
            keys.leave();

            keys.comeInFirst(auditor.account(), auditor.temporaryPassword());
            keys.open("/log");
            keys.main();
            browser.waitForText(account); // the words of the event stand in the form above, too
            assertThat(browser.text()).contains("個人番号の表示", account).doesNotContain(number);
            assertThat(browser.browserErrors()).isEmpty();
        }
    }

    private static void prepareClerk(Keyboard keys, Browser browser) {
        keys.open("/users/new");
        keys.type("#f-staffNumber", "S3");
        keys.type("#f-person", "番所 花子");
        keys.choose("#f-role", "担当者");
        keys.choose("#f-department", "年金課");
        keys.type("#f-from", "R8.11.24");
        keys.type("#f-until", "R9.3.31");
        keys.type("#f-reason", "採用");
        keys.main();
        browser.waitForText("この内容で準備する");
        assertThat(browser.axe()).isEmpty();
        keys.main();
        browser.waitForPath("/users/prepared");
        assertThat(browser.axe()).isEmpty();
    }

    private static void lookUpAndReveal(Keyboard keys, Browser browser, String number) {
        keys.open("/people");
        keys.choose("#f-by", "利用番号");
        keys.type("#f-sought", InventedFiles.userNumber(HERE, 1));
        keys.choose("#f-purpose", "年金の支給");
        keys.type("#f-caseReference", "R8-0042");
        keys.press("検索する");
        keys.screen("NUM-0302");
        assertThat(browser.text()).contains("●●●●").doesNotContain(number);
        keys.choose("#f-purpose", "年金の支給");
        keys.type("#f-caseReference", "R8-0042");
        keys.press("個人番号を表示する");
        browser.waitForText(number.substring(0, 4) + " " + number.substring(4, 8) + " " + number.substring(8));
        assertThat(browser.url()).doesNotContain(number);
        keys.press("今すぐ隠す");
        browser.waitFor("the number is gone", () -> !browser.text().contains(number.substring(4, 8) + " "));
        keys.press("個人の記録へ戻る");
        keys.screen("NUM-0302");
        assertThat(browser.text()).doesNotContain(number.substring(4, 8) + " " + number.substring(8));
    }

    private static NewUser user(String staffNumber, AccountRole role, String department) {
        return new NewUser(
                staffNumber, "試験 " + staffNumber, null, role, department, Office.TODAY, Office.TODAY.plusDays(200));
    }

    private static String found(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }
}
