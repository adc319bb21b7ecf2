package jp.bansho.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The frame, the fields and the parts, rendered without a server; the pages stay in `target/screens` to be looked at.
class FrameTemplatesTest {

    private static final Path KEPT = Path.of("target", "screens");
    private static final List<Locale> LANGUAGES = List.of(Locale.JAPANESE, Locale.ENGLISH);
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Pattern POINTS =
            Pattern.compile(" (?:(?:for|aria-labelledby|aria-describedby)=\"|href=\"#)([^\"]*)\"");

    private final SampleScreens screens = new SampleScreens();

    @Test
    void everySampleRendersInBothLanguages() throws IOException {
        Files.createDirectories(KEPT);
        for (String name : SampleScreens.NAMES) {
            for (Locale language : LANGUAGES) {
                String page = screens.render(name, language);
                Files.writeString(KEPT.resolve(name + "-" + language + ".html"), page);
                assertThat(page)
                        .as("%s in %s", name, language)
                        .contains("<html lang=\"" + language + "\"")
                        .doesNotContain("??", "th:", "null", "${");
            }
        }
    }

    @Test
    void idsAreUniqueAndWhatPointsAtOneFindsIt() {
        for (String name : SampleScreens.NAMES) {
            String page = screens.render(name, Locale.JAPANESE);
            List<String> ids = found(ID, page);
            assertThat(ids).as(name).doesNotHaveDuplicates();
            List<String> wanted = new ArrayList<>();
            for (String pointer : found(POINTS, page)) {
                wanted.addAll(List.of(pointer.strip().split(" +", -1)));
            }
            wanted.removeIf(String::isEmpty);
            assertThat(new HashSet<>(ids)).as(name).containsAll(wanted);
        }
    }

    @Test
    void whatIsWrongStandsInTheTitleAboveTheFormAndAtTheField() {
        assertThat(screens.render("form", Locale.JAPANESE))
                .contains("<title>エラー：個人番号の登録｜個人番号管理システム</title>")
                .contains("入力内容を確認してください（5件）")
                .contains("<a href=\"#f-given\">名を入力してください</a>")
                .contains("aria-invalid=\"true\" aria-describedby=\"e-birth h-birth\"")
                .contains("id=\"e-given\"><span aria-hidden=\"true\">＊</span><span>名を入力してください</span>");
        assertThat(screens.render("form", Locale.ENGLISH)).contains("<title>Error: ");
        assertThat(screens.render("sheet", Locale.JAPANESE)).contains("<title>個人の記録｜個人番号管理システム</title>");
    }

    @Test
    void theServerNeverFillsInANumberOrAPassword() {
        Map<String, Object> typed = Map.of("value", "123456789018", "number", "123456789018");
        assertThat(screens.render("form", Locale.JAPANESE, typed)).doesNotContain("123456789018");
        assertThat(screens.render("login", Locale.JAPANESE, typed)).doesNotContain("123456789018");
    }

    @Test
    void beforeTheLoginThereIsNoNavigationNoNameAndNoLogout() {
        assertThat(screens.render("login", Locale.JAPANESE))
                .doesNotContain("番所 一郎", "/logout", "<nav", "session-notice")
                .contains("action=\"/language\"");
    }

    @Test
    void everyRefusalIsToldInWords() {
        for (Locale language : LANGUAGES) {
            for (int status : List.of(400, 401, 403, 404, 405, 409, 410, 413, 422, 429, 500)) {
                String page = screens.render("error", language, Map.of("status", status, "receipt", "R-12"));
                assertThat(page)
                        .as("%s in %s", status, language)
                        .contains("R-12")
                        .doesNotContain("??", "th:");
                assertThat(page).contains(words("error." + status + ".title", language));
                assertThat(page).contains(words("error." + status + ".next", language));
            }
            assertThat(screens.render("error", language, Map.of("status", 418)))
                    .contains(words("error.500.title", language));
        }
    }

    private static String words(String key, Locale language) {
        return SampleScreens.messages().getMessage(key, null, language);
    }

    private static List<String> found(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
