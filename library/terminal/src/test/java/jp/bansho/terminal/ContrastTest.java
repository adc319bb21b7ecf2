package jp.bansho.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The colours of the screens, computed: text stands out 4.5 : 1 from what it stands on, borders and marks 3 : 1 (WCAG
/// 2.2, 1.4.3 and 1.4.11).
class ContrastTest {

    private static final Path STYLES = Path.of("src", "main", "resources", "static", "css");
    private static final Pattern COLOUR = Pattern.compile("--((?:ink|paper|line)[a-z-]*): (#[0-9a-f]{6});");
    private static final Pattern RAW = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsl\\(");
    private static final Pattern TEXT = Pattern.compile("(?m)^\\s+color: (?!var\\(--ink|inherit|GrayText)(.*);");
    private static final List<String> PLAIN =
            List.of("paper", "paper-stripe", "paper-head", "paper-hover", "paper-selected");
    private static final List<String> ON_PLAIN =
            List.of("ink", "ink-strong", "ink-help", "ink-link", "ink-link-hover", "ink-link-visited", "ink-error");

    @Test
    void plainTextIsReadableOnEveryPlainPaper() throws IOException {
        Map<String, String> colours = colours();
        for (String paper : PLAIN) {
            for (String ink : ON_PLAIN) {
                assertThat(contrast(colours, ink, paper))
                        .as("%s on %s", ink, paper)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @Test
    void everyOtherPaperCarriesItsOwnInk() throws IOException {
        Map<String, String> colours = colours();
        for (String paper : colours.keySet()) {
            if (paper.startsWith("paper-") && !PLAIN.contains(paper)) {
                String ink = paper.replace("paper-", "ink-").replaceAll("-(hover|active)$", "");
                assertThat(colours).containsKey(ink);
                assertThat(contrast(colours, ink, paper))
                        .as("%s on %s", ink, paper)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @Test
    void bordersThatSaySomethingStandOut() throws IOException {
        Map<String, String> colours = colours();
        for (String line : colours.keySet()) {
            if (line.startsWith("line") && !"line-soft".equals(line)) {
                assertThat(contrast(colours, line, "paper")).as(line).isGreaterThanOrEqualTo(3.0);
            }
        }
    }

    @Test
    void coloursAreNamedInOneFileAndTextIsWrittenInInk() throws IOException {
        try (Stream<Path> styles = Files.list(STYLES)) {
            for (Path style : styles.toList()) {
                if (!style.endsWith("tokens.css")) {
                    String text = Files.readString(style);
                    assertThat(RAW.matcher(text).results())
                            .as("raw colours in %s", style)
                            .isEmpty();
                    assertThat(TEXT.matcher(text).results().map(match -> match.group(1)))
                            .as("text colours in %s", style)
                            .isEmpty();
                }
            }
        }
    }

    private static Map<String, String> colours() throws IOException {
        Map<String, String> colours = new TreeMap<>();
        COLOUR.matcher(Files.readString(STYLES.resolve("tokens.css")))
                .results()
                .forEach(match -> colours.put(match.group(1), match.group(2)));
        assertThat(colours).hasSizeGreaterThan(40);
        return colours;
    }

    private static double contrast(Map<String, String> colours, String one, String other) {
        double first = luminance(colours.getOrDefault(one, ""));
        double second = luminance(colours.getOrDefault(other, ""));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int octet) {
        double share = (octet & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
