package jp.bansho.testing;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/// A person who works with the keyboard alone: Tab, arrows, Enter, the keys of the key row.
public final class Keyboard {

    private static final int MOST_OPTIONS = 60;

    private final Browser browser;
    private final String origin;
    private final String machine;
    private final String home;

    /// Somebody in front of that browser.
    ///
    /// @param machine the machine's word in its screen numbers, such as `NUM`
    /// @param home    the screen behind the login, such as `NUM-0201`
    public Keyboard(Browser browser, String origin, String machine, String home) {
        this.browser = browser;
        this.origin = origin;
        this.machine = machine;
        this.home = home;
    }

    /// Types an address, as anybody may.
    public void open(String path) {
        browser.go(origin + path);
    }

    /// Goes to the field of that label and types.
    public void type(String label, String text) {
        reach(label);
        browser.press(Keys.chord(Keys.CONTROL, "a"), text);
    }

    /// Goes to the list of that label and walks down to the option.
    public void choose(String label, String option) {
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
    public void reach(String what) {
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
    public void press(String inscription) {
        reach(inscription);
        browser.press(Keys.ENTER);
    }

    /// The main action of the page: Ctrl+Enter.
    public void main() {
        browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
    }

    /// Waits for the screen of that ID.
    public void screen(String id) {
        browser.waitFor(
                "the screen " + id,
                () -> browser.all("main").stream()
                        .anyMatch(main ->
                                main.findElement(By.xpath("..")).getText().contains(id)
                                        || browser.text().contains(id)));
    }

    /// First login: ID and temporary password, the passkey, and in.
    public void comeInFirst(String account, String password) {
        open("/first");
        type("#f-id", account);
        type("#f-password", password);
        press("次へ");
        screen(machine + "-0104");
        press("パスキーを登録する");
        screen(machine + "-0101");
        comeIn(account);
    }

    /// Login with ID and passkey.
    public void comeIn(String account) {
        open("/login");
        type("#f-id", account);
        browser.press(Keys.ENTER);
        screen(machine + "-0102");
        press("パスキーでログイン");
        screen(home);
    }

    /// Goes out.
    public void leave() {
        press("ログアウト");
        screen(machine + "-0101");
    }
}
