package jp.bansho.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.JavascriptExecutor;

/// Runs axe-core on a page: the rules of WCAG 2.0, 2.1 and 2.2, levels A and AA, that a machine can judge.
///
/// The driver evaluates the script itself, so that the page's content security policy need not allow it.
final class Accessibility {

    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {
                runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']},
                resultTypes: ['violations']
            }).then(
                result => done({passes: result.passes.length, violations: result.violations.flatMap(v => v.nodes.map(n =>
                    `${v.id} (${v.impact}) at ${n.target.flat().join(' ')}: ${n.failureSummary.replace(/\\s+/g, ' ')}`))}),
                problem => done('axe-core: ' + problem));
            """;

    private Accessibility() {}

    static List<String> violations(JavascriptExecutor page) {
        if (!Boolean.TRUE.equals(page.executeScript("return typeof window.axe === 'object'"))) {
            page.executeScript(source());
        }
        var result = page.executeAsyncScript(RUN);
        if (result instanceof Map<?, ?> map
                && map.get("violations") instanceof List<?> violations
                && map.get("passes") instanceof Long passes
                && passes > 0) {
            return violations.stream().map(String::valueOf).toList();
        }
        throw new IllegalStateException("the page was not checked: " + result);
    }

    private static String source() {
        try (var script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("axe.min.js cannot be read", e);
        }
    }
}
