package jp.bansho.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions.Transport;

/// A person's browser: a real Chromium without a window, in Japanese, that reaches this machine alone.
///
/// What is sought is sought as a person seeks it, by what is written on it. What is not there yet is waited for;
/// what does not come fails with an [AssertionError] that names it and the page. Without Chromium nothing is
/// skipped: [#start()] fails. One browser is one person; people who work at the same time have a browser each.
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path profile;
    private final ChromeDriver driver;

    private Browser(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
    }

    /// Takes any certificate; passkeys work all the same.
    ///
    /// @throws IllegalStateException without Chromium or its driver
    public static Browser start() {
        return start(environmentPath(), null);
    }

    /// Takes this certificate as good, as if the machine's administrator had installed it, and no other unknown one.
    ///
    /// @throws IllegalStateException without Chromium or its driver
    public static Browser start(Certificate trusted) {
        return start(environmentPath(), trusted);
    }

    static Browser start(String path, @Nullable Certificate trusted) {
        var profile = Chromium.newProfile();
        try {
            var browser = new Browser(profile, Chromium.start(path, profile, trusted));
            browser.size(1280, 800);
            return browser;
        } catch (RuntimeException e) {
            Chromium.delete(profile);
            throw e;
        }
    }

    private static String environmentPath() {
        var path = System.getenv("PATH");
        return path == null ? "" : path;
    }

    /// Opens the page and waits until it is loaded. Fails if Chromium shows a page of its own instead: no good
    /// certificate, or an answer 4xx or 5xx without a word for the person.
    public void go(String url) {
        driver.get(url);
        if (String.valueOf(driver.executeScript("return location.href")).startsWith("chrome-error:")) {
            throw new AssertionError("no page but Chromium's own on " + where() + ": " + text());
        }
    }

    /// The page's address.
    public String url() {
        return String.valueOf(driver.getCurrentUrl());
    }

    /// The page's title.
    public String title() {
        return String.valueOf(driver.getTitle());
    }

    /// All text that is visible on the page.
    public String text() {
        return String.valueOf(driver.executeScript("return document.body.innerText"));
    }

    /// The one control that has this label or inscription, or else the one element around this text.
    /// White space counts once. A whole name is preferred to a part of one.
    public WebElement find(String text) {
        return only(null, text);
    }

    /// The same inside the elements that a CSS selector names, for pages that say a word more than once.
    public WebElement find(String within, String text) {
        return only(within, text);
    }

    /// All elements, visible or not, that a CSS selector names; none is no failure.
    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /// Clicks on what [#find(String)] finds; a page that the click opens is loaded when this returns.
    public void click(String text) {
        only(null, text).click();
    }

    /// Clicks on what [#find(String,String)] finds.
    public void click(String within, String text) {
        only(within, text).click();
    }

    /// Replaces what is in the field with this label.
    public void write(String label, String text) {
        var field = only(null, label);
        field.clear();
        if (text.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
            driver.executeScript("arguments[0].focus()", field);
            insert(text);
        } else {
            field.sendKeys(text);
        }
    }

    /// Chooses an option by its text, in the list with this label.
    public void choose(String label, String option) {
        for (var each : only(null, label).findElements(By.tagName("option"))) {
            if (each.getText().strip().equals(option)) {
                each.click();
                return;
            }
        }
        throw new AssertionError("no option “" + option + "” in “" + label + "” on " + where());
    }

    /// Presses keys where the focus is: texts, [Keys], and chords (`Keys.chord(Keys.SHIFT, Keys.TAB)`).
    public void press(CharSequence... keys) {
        for (var sequence : keys) {
            var held = new ArrayDeque<Keys>();
            sequence.codePoints().forEach(character -> press(character, held));
            release(held);
        }
    }

    private void press(int character, Deque<Keys> held) {
        if (Character.isSupplementaryCodePoint(character)) {
            insert(Character.toString(character));
            return;
        }
        var key = Keys.getKeyFromUnicode((char) character);
        if (key == Keys.SHIFT || key == Keys.CONTROL || key == Keys.ALT || key == Keys.META) {
            held.push(key);
            new Actions(driver).keyDown(key).perform();
        } else if (key == Keys.NULL) {
            release(held);
        } else {
            new Actions(driver).sendKeys(Character.toString(character)).perform();
        }
    }

    private void release(Deque<Keys> held) {
        while (!held.isEmpty()) {
            new Actions(driver).keyUp(held.pop()).perform();
        }
    }

    /// As an input method does it: no key has such a character, and the driver's keys end at U+FFFF.
    private void insert(String text) {
        driver.executeCdpCommand("Input.insertText", Map.of("text", text));
    }

    /// Presses Tab until the element with this label, inscription or CSS selector has the focus, 100 times at most.
    public void tabTo(String cssOrText) {
        tabTo(cssOrText, 100);
    }

    /// The same with another limit.
    ///
    /// @return how often Tab was pressed; 0 if the focus was there
    public int tabTo(String cssOrText, int most) {
        for (var times = 0; times <= most; times++) {
            if (PageElements.hasFocus(driver, cssOrText)) {
                return times;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("“" + cssOrText + "” was not reached with " + most + " Tab keys on " + where());
    }

    /// Waits until the page says this.
    public void waitForText(String text) {
        waitFor("the text “" + text + "”", () -> text().contains(text));
    }

    /// Waits until the page's path begins with this, such as `/work`.
    public void waitForPath(String path) {
        waitFor("the path " + path, () -> URI.create(url()).getPath().startsWith(path));
    }

    /// Waits until the condition holds; an element that went away with its page counts as not yet.
    ///
    /// @param what names it in the failure
    public void waitFor(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " did not come in " + PATIENCE + " on " + where());
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (StaleElementReferenceException e) {
            return false;
        }
    }

    /// Runs a script in the page, whatever its content security policy says.
    public @Nullable Object script(String script, @Nullable Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /// Runs a script that calls its last argument with its result.
    public @Nullable Object asyncScript(String script, @Nullable Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    /// Gives the page this much room, in CSS pixels: 1280 × 800 at the start; WCAG wants 320 to be enough.
    public void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /// Writes a picture (PNG) of the whole page, one dot for each CSS pixel, as wide as [#size(int,int)] says.
    public void screenshot(Path file) {
        var clip = driver.executeScript("""
                const root = document.documentElement;
                return {x: 0, y: 0, scale: 1, width: root.clientWidth, height: Math.max(root.scrollHeight, root.clientHeight)};
                """);
        if (!(clip instanceof Map<?, ?> area)
                || !(driver.executeCdpCommand(
                                        "Page.captureScreenshot",
                                        Map.of("format", "png", "captureBeyondViewport", true, "clip", area))
                                .get("data")
                        instanceof String picture)) {
            throw new IllegalStateException("no picture of " + where());
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Base64.getDecoder().decode(picture));
        } catch (IOException e) {
            throw new UncheckedIOException("the picture could not be written: " + file, e);
        }
    }

    /// What Chromium complained of since the last call, empty if all is well: errors in scripts, offences
    /// against the content security policy, answers 4xx and 5xx.
    public List<String> browserErrors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }

    /// What axe-core finds against WCAG 2.2 A and AA on the page, empty if nothing: one text for each place,
    /// with rule, impact, target and remedy.
    public List<String> axe() {
        return Accessibility.violations(driver);
    }

    /// Adds an authenticator that is built in, as the fingerprint reader of a computer; a browser has one of them.
    public Authenticator authenticator() {
        return Authenticator.add(driver, Transport.INTERNAL);
    }

    /// Adds an authenticator that is plugged in; a browser has as many as are added.
    public Authenticator securityKey() {
        return Authenticator.add(driver, Transport.USB);
    }

    /// Ends Chromium and removes what it kept.
    @Override
    public void close() {
        try {
            driver.quit();
        } finally {
            Chromium.delete(profile);
        }
    }

    private WebElement only(@Nullable String within, String text) {
        var what = "“" + text + "”" + (within == null ? "" : " in " + within);
        waitFor(what, () -> !PageElements.find(driver, within, text).isEmpty());
        var found = PageElements.find(driver, within, text);
        if (found.size() != 1) {
            throw new AssertionError(what + " is there " + found.size() + " times on " + where());
        }
        return found.getFirst();
    }

    private String where() {
        return url() + " (" + title() + ")";
    }
}
