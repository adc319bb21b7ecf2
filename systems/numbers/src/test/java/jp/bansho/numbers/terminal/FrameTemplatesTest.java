package jp.bansho.numbers.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The frame, the fields and the parts, rendered without a server.
class FrameTemplatesTest {

    private static final Path SAMPLES = Path.of("target", "screens");

    private final SampleScreens screens = new SampleScreens();

    @Test
    void everySampleRendersInBothLanguages() throws IOException {
        Files.createDirectories(SAMPLES);
        for (String name : SampleScreens.NAMES) {
            for (Locale locale : new Locale[] {Locale.JAPANESE, Locale.ENGLISH}) {
                String page = screens.render(name, locale);
                assertThat(page).as("%s in %s", name, locale).doesNotContain("??", "th:", "null");
                Files.writeString(SAMPLES.resolve(name + "-" + locale.getLanguage() + ".html"), page);
            }
        }
    }
}
