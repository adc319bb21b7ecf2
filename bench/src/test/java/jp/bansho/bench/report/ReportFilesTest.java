package jp.bansho.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

    private static final Report REPORT = new Report(
            List.of(
                    Bar.atLeast("intake / raw COPY", 0.61234, 0.5, 1_000_000),
                    Bar.atMost("growth", 11.5, 11, 10_000_000),
                    new Bar("bad input", 97, "= 97, nothing else touched", true, 3_000)),
            List.of(new Section("Intake", List.of("what", "rows"), List.of(List.of("ours", "1,000")), "Medians of 3.")),
            "2 cores (\"model\" \\ x), 24 GiB, PostgreSQL 18.6, Java 25, shared and noisy",
            "./bansho bench --people 1000000",
            42);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_file_for_programs_has_one_object_per_bar_with_exactly_the_agreed_fields() throws IOException {
        ReportFiles.write(REPORT, folder.resolve("new"));
        assertThat(folder.resolve("new/latest.json")).hasContent("""
                [
                  {"name": "intake / raw COPY", "measured": 0.612, "bar": ">= 0.5", "holds": true, "people": 1000000, "machine": "2 cores (\\"model\\" \\\\ x), 24 GiB, PostgreSQL 18.6, Java 25, shared and noisy", "command": "./bansho bench --people 1000000"},
                  {"name": "growth", "measured": 11.500, "bar": "<= 11", "holds": false, "people": 10000000, "machine": "2 cores (\\"model\\" \\\\ x), 24 GiB, PostgreSQL 18.6, Java 25, shared and noisy", "command": "./bansho bench --people 1000000"},
                  {"name": "bad input", "measured": 97, "bar": "= 97, nothing else touched", "holds": true, "people": 3000, "machine": "2 cores (\\"model\\" \\\\ x), 24 GiB, PostgreSQL 18.6, Java 25, shared and noisy", "command": "./bansho bench --people 1000000"}
                ]
                """);
    }

    @Test
    void the_file_for_people_shows_a_missed_bar_and_the_tables() throws IOException {
        ReportFiles.write(REPORT, folder);
        assertThat(Files.readString(folder.resolve("latest.md")))
                .contains("| intake / raw COPY | 0.61 | >= 0.5 | holds | 1,000,000 |")
                .contains("| growth | 11.50 | <= 11 | **missed** | 10,000,000 |")
                .contains("## Intake\n\n| what | rows |\n| --- | --- |\n| ours | 1,000 |\n\nMedians of 3.\n")
                .contains("`./bansho bench --people 1000000` alone, all in one run of 42 minutes");
    }

    @Test
    void a_second_report_takes_the_place_of_the_first() throws IOException {
        ReportFiles.write(REPORT, folder);
        ReportFiles.write(new Report(List.of(), List.of(), "a machine", "a command", 1), folder);
        assertThat(folder.resolve("latest.json")).hasContent("[\n\n]\n");
        assertThat(Files.readString(folder.resolve("latest.md"))).doesNotContain("raw COPY");
    }

    @Test
    void figures_are_written_the_same_in_every_locale() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Figures.plain(0.5)).isEqualTo("0.500");
            assertThat(Figures.plain(151_234.6)).isEqualTo("151235");
            assertThat(Figures.shown(151_234.6)).isEqualTo("151,235");
            assertThat(Bar.atLeast("x", 1, 0.8, 1).bar()).isEqualTo(">= 0.8");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_bar_is_held_at_its_limit_and_missed_beyond_it() {
        assertThat(Bar.atLeast("x", 0.5, 0.5, 1).holds()).isTrue();
        assertThat(Bar.atLeast("x", 0.4999, 0.5, 1).holds()).isFalse();
        assertThat(Bar.atMost("x", 11, 11, 1).holds()).isTrue();
        assertThat(Bar.atMost("x", 11.001, 11, 1).holds()).isFalse();
    }

    @Test
    void a_measurement_without_a_figure_is_never_written() {
        var report =
                new Report(List.of(new Bar("x", Double.NaN, ">= 1", false, 1)), List.of(), "a machine", "a command", 1);
        assertThatThrownBy(() -> ReportFiles.write(report, folder)).isInstanceOf(IllegalArgumentException.class);
        assertThat(folder.resolve("latest.json")).doesNotExist();
    }
}
