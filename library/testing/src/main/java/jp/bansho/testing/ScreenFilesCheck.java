package jp.bansho.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every template, style, script and text of a machine and of the frame it stands in: nothing inline, nothing from
/// outside, nothing untranslated. A machine with screens has a test class that extends this.
public abstract class ScreenFilesCheck {

    private static final Path FRAME = Path.of("..", "..", "library", "terminal", "src", "main", "resources");
    private static final List<Path> RESOURCES = List.of(Path.of("src", "main", "resources"), FRAME);
    private static final String TEMPLATES = "templates";
    private static final String STATIC = "static";
    private static final String MESSAGES = "messages";

    protected ScreenFilesCheck() {}

    /// What the content security policy would stop, or a template language would write for it.
    private static final Pattern INLINE = Pattern.compile(
            "\\s(?:th:)?(?:style|on[a-z]+)\\s*=|th:styleappend|<style|<script(?![^>]*\\b(?:th:)?src=)|javascript:"
                    + "|th:utext",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TAKEN =
            Pattern.compile("\\$\\{[^}]*(?<![\\w.'/-])(?:application|session|param)(?![\\w'-])");

    private static final Pattern OUTSIDE = Pattern.compile("(?:https?:)?//[a-z0-9.-]+\\.[a-z]{2,}[^\\s\"']*");
    private static final Set<String> NAMES_OF_LANGUAGES =
            Set.of("http://www.thymeleaf.org", "http://www.w3.org/2000/svg");
    private static final Pattern KEY =
            Pattern.compile("#\\{([a-zA-Z0-9._-]+)[}(]|#messages\\.msg\\('([a-z0-9.-]+)'[,)]");
    private static final Pattern COMMENT = Pattern.compile("<!--/\\*.*?\\*/-->", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("\\sclass=\"([^\"]+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d\\}");
    private static final Pattern UNSAFE = Pattern.compile(
            "\\beval\\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\.style\\b");

    @Test
    void noTemplateHasAnInlineStyleScriptOrEventAttribute() {
        files(TEMPLATES, ".html")
                .forEach((file, text) -> assertThat(INLINE.matcher(text).results())
                        .as("inline in %s", file)
                        .isEmpty());
    }

    /// In an expression these words are the server's own, whatever a page was given under that name: it shows nothing.
    @Test
    void noTemplateCallsWhatItShowsByAWordOfTheServer() {
        files(TEMPLATES, ".html")
                .forEach((file, text) -> assertThat(TAKEN.matcher(text)
                                .results()
                                .map(match -> match.group())
                                .toList())
                        .as("words of the server in %s", file)
                        .isEmpty());
    }

    @Test
    void nothingIsFetchedFromOutside() {
        Map<String, String> all = files(STATIC, "");
        all.putAll(files(TEMPLATES, ".html"));
        all.forEach((file, text) -> assertThat(OUTSIDE.matcher(text)
                        .results()
                        .map(match -> match.group())
                        .toList())
                .as("addresses in %s", file)
                .isSubsetOf(NAMES_OF_LANGUAGES));
    }

    @Test
    void scriptsWriteNoMarkupAndRunNoText() {
        files(STATIC, ".js")
                .forEach((file, text) -> assertThat(UNSAFE.matcher(text).results())
                        .as("unsafe in %s", file)
                        .isEmpty());
    }

    /// A class nobody styles is a slip of the pen, or a look of its own that no other screen has.
    @Test
    void everyClassOfATemplateIsStyled() {
        String styles = String.join("\n", files(STATIC, ".css").values());
        files(TEMPLATES, ".html").forEach((file, text) -> {
            Set<String> unknown = new TreeSet<>();
            CLASS.matcher(text)
                    .results()
                    .forEach(match -> unknown.addAll(List.of(match.group(1).split(" +", -1))));
            unknown.removeIf(name -> Pattern.compile("\\." + Pattern.quote(name) + "(?![\\w-])")
                    .matcher(styles)
                    .find());
            assertThat(unknown).as("classes of %s without a style", file).isEmpty();
        });
    }

    @Test
    void everyTextExistsInBothLanguages() {
        Map<String, String> japanese = texts(false);
        Map<String, String> english = texts(true);
        assertThat(english.keySet()).isEqualTo(japanese.keySet());
        Set<String> used = new TreeSet<>();
        files(TEMPLATES, ".html")
                .values()
                .forEach(text -> KEY.matcher(COMMENT.matcher(text).replaceAll(""))
                        .results()
                        .forEach(match -> used.add(match.group(1) == null ? match.group(2) : match.group(1))));
        assertThat(used).hasSizeGreaterThan(50);
        assertThat(japanese.keySet()).containsAll(used);
    }

    /// A straight apostrophe makes the placeholders behind it vanish.
    @Test
    void textsHaveNoStraightApostropheAndTheSamePlaceholders() {
        Map<String, String> english = texts(true);
        texts(false).forEach((key, text) -> {
            String other = english.getOrDefault(key, "");
            assertThat(text + other).as(key).doesNotContain("'");
            assertThat(placeholders(other)).as(key).isEqualTo(placeholders(text));
        });
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    private static Map<String, String> texts(boolean english) {
        Map<String, String> texts = new TreeMap<>();
        files(MESSAGES, ".properties").forEach((file, text) -> {
            if (file.endsWith("_en.properties") == english) {
                var properties = new Properties();
                try {
                    properties.load(new StringReader(text));
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
                properties.forEach((key, value) -> assertThat(texts.put(key.toString(), value.toString()))
                        .as("%s stands twice", key)
                        .isNull());
            }
        });
        return texts;
    }

    private static Map<String, String> files(String folder, String ending) {
        Map<String, String> texts = new TreeMap<>();
        for (Path resources : RESOURCES) {
            Path root = resources.resolve(folder);
            if (Files.isDirectory(root)) {
                read(root, ending, texts);
            }
        }
        assertThat(texts).as("files %s in %s", ending, folder).isNotEmpty();
        return texts;
    }

    private static void read(Path root, String ending, Map<String, String> texts) {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isRegularFile)
                    .filter(path -> path.toString().endsWith(ending))
                    .forEach(found::add);
            for (Path path : found) {
                String name = root.relativize(path).toString();
                assertThat(texts.put(name, Files.readString(path)))
                        .as("%s is in the frame too", name)
                        .isNull();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
