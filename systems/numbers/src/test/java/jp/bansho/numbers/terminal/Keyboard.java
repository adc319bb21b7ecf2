package jp.bansho.numbers.terminal;

import jp.bansho.testing.Browser;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/// A person who works with the keyboard alone: Tab, arrows, Enter, the keys of the key row.
final class Keyboard {

    private static final int MOST_OPTIONS = 60;

    private final Browser browser;
    private final String origin;

    Keyboard(Browser browser, String origin) {
        this.browser = browser;
        this.origin = origin;
    }

    /// Types an address, as anybody may.
    void open(String path) {
        browser.go(origin + path);
    }

    /// Goes to the field of that label and types.
    void type(String label, String text) {
        reach(label);
        browser.press(Keys.chord(Keys.CONTROL, "a"), text);
    }

    /// Goes to the list of that label and walks down to the option.
    void choose(String label, String option) {
        reach(label);
        browser.press(Keys.HOME);
        for (var step = 0; step < MOST_OPTIONS; step++) {
            var chosen = String.valueOf(
                    browser.script("const e = document.activeElement; return e.options[e.selectedIndex].text.trim()"));
            if (chosen.contains(option)) {
                return;
            }
            browser.press(Keys.ARROW_DOWN);
        }
        throw new AssertionError("no such option: " + option);
    }

    /// Presses Tab until the field or button has the focus; `#id`, `form …` (CSS) or its label.
    void reach(String what) {
        if (what.startsWith("#") || what.startsWith("form")) {
            browser.tabTo(what);
            return;
        }
        browser.script(
                "document.querySelectorAll('[data-wanted]').forEach(e => e.removeAttribute('data-wanted'));"
                        + "arguments[0].setAttribute('data-wanted', '')",
                browser.find(what));
        browser.tabTo("[data-wanted]");
    }

    /// Goes to a button or link and presses Enter.
    void press(String inscription) {
        reach(inscription);
        browser.press(Keys.ENTER);
    }

    /// The main action of the page: Ctrl+Enter.
    void main() {
        browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
    }

    /// Waits for the screen of that ID.
    void screen(String id) {
        browser.waitFor(
                "the screen " + id,
                () -> browser.all("main").stream()
                        .anyMatch(main ->
                                main.findElement(By.xpath("..")).getText().contains(id)
                                        || browser.text().contains(id)));
    }

    /// First login: ID and temporary password, the passkey, and in.
    void comeInFirst(String account, String password) {
        open("/first");
        type("#f-id", account);
        type("#f-password", password);
        press("次へ");
        screen("NUM-0104");
        press("パスキーを登録する");
        screen("NUM-0101");
        comeIn(account);
    }

    /// Login with ID and passkey.
    void comeIn(String account) {
        open("/login");
        type("#f-id", account);
        browser.press(Keys.ENTER);
        screen("NUM-0102");
        press("パスキーでログイン");
        screen("NUM-0201");
    }

    /// Goes out.
    void leave() {
        press("ログアウト");
        screen("NUM-0101");
    }
}
