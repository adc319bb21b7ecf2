package jp.bansho.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;

/// Finds what a person sees on a page: a control by its label or inscription, else the element around a text.
final class PageElements {

    private static final String NAMES = """
            const tidy = t => (t ?? '').replace(/\\s+/g, ' ').trim();
            const labelText = l => Array.from(l.childNodes)
                .filter(n => !(n.matches && n.matches('input,select,textarea'))).map(n => n.textContent).join('');
            const names = e => [
                e.getAttribute('aria-label'),
                ...(e.getAttribute('aria-labelledby') ?? '').split(' ').map(i => document.getElementById(i)?.textContent),
                ...Array.from(e.labels ?? [], labelText),
                e.matches('input[type=submit],input[type=button],input[type=reset]') ? e.value : null,
                e.matches('input,select,textarea') ? null : e.innerText,
                e.title].map(tidy).filter(n => n);
            """;

    private static final String FIND = NAMES + """
            const within = arguments[0] ? Array.from(document.querySelectorAll(arguments[0])) : [document.body];
            const wanted = tidy(arguments[1]);
            const inside = css => [...new Set(within.flatMap(w => Array.from(w.querySelectorAll(css))))]
                .filter(e => e.checkVisibility({visibilityProperty: true}));
            const controls = inside('a[href],button,input,select,textarea,summary,[tabindex]');
            const texts = inside('*').filter(e => !e.matches('option,script,style'));
            const deepest = has => texts.filter(e => has(e) && !Array.from(e.children).some(has));
            for (const found of [
                () => controls.filter(e => names(e).some(n => n === wanted)),
                () => controls.filter(e => names(e).some(n => n.includes(wanted))),
                () => deepest(e => tidy(e.innerText) === wanted),
                () => deepest(e => tidy(e.innerText).includes(wanted))]) {
                const elements = found();
                if (elements.length) return elements;
            }
            return [];
            """;

    private static final String HAS_FOCUS = NAMES + """
            const e = document.activeElement, wanted = tidy(arguments[0]);
            if (!e || e === document.body) return false;
            let selected = false;
            try { selected = e.matches(wanted); } catch (notCss) { selected = false; }
            return selected || names(e).some(n => n === wanted);
            """;

    private PageElements() {}

    /// The best matches: exact names before parts of names, controls before plain text; empty if none.
    static List<WebElement> find(JavascriptExecutor page, @Nullable String within, String text) {
        return page.executeScript(FIND, within, text) instanceof List<?> found
                ? found.stream().map(WebElement.class::cast).toList()
                : List.of();
    }

    /// Does the element with this label, inscription or CSS selector have the focus?
    static boolean hasFocus(JavascriptExecutor page, String cssOrText) {
        return Boolean.TRUE.equals(page.executeScript(HAS_FOCUS, cssOrText));
    }
}
