package jp.bansho.numbers.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.testing.Browser;
import jp.bansho.testing.Keyboard;

/// Judges pages in a browser: axe finds nothing against WCAG 2.2 A and AA, the browser complains
/// of nothing, and at 320 pixels no page is wider than the window. Takes pictures along the way if
/// they are wanted.
final class PageJudge {

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

    private final Browser browser;
    private final Keyboard keys;
    private final List<String> wrong = new ArrayList<>();

    PageJudge(Browser browser, Keyboard keys) {
        this.browser = browser;
        this.keys = keys;
    }

    /// Opens a page and judges it.
    ///
    /// @param picture the name of its picture; empty if there is none
    void look(String picture, String path) {
        keys.open(path);
        judge(picture);
    }

    /// Opens the page of that screen and judges it.
    void screen(String screen, String path) {
        keys.open(path);
        keys.screen(screen);
        judge("");
    }

    /// Judges the page that is there.
    void judge(String picture) {
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

    /// Nothing was found since the last time.
    void done() {
        var found = List.copyOf(wrong);
        wrong.clear();
        assertThat(found).isEmpty();
    }
}
