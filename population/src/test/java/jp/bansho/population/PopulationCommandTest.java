package jp.bansho.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PopulationCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine command = new CommandLine(new PopulationCommand(InstantSource.fixed(Instant.EPOCH)));
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(arguments);
    }

    @Test
    void jsonSaysWhatWasMade() {
        int code = run(
                "make",
                "--people",
                "200",
                "--seed",
                "1",
                "--out",
                folder.resolve("a").toString(),
                "--json");
        assertThat(code).isEqualTo(PopulationCommand.DONE);
        assertThat(out.toString()).startsWith("{\"people\":200,\"recipients\":").endsWith("}" + System.lineSeparator());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theTaxYearStandsOnEverySlip() throws Exception {
        int code = run(
                "make",
                "--people",
                "200",
                "--seed",
                "1",
                "--out",
                folder.resolve("a").toString(),
                "--tax-year",
                "2030",
                "--associations",
                "1");
        assertThat(code).isEqualTo(PopulationCommand.DONE);
        assertThat(Sample.rows(folder.resolve("a/withholding-source.csv"), Sample.SHIFT_JIS))
                .allMatch(row -> row[10].equals("12"));
        assertThat(Sample.files(folder, "identity-results-")).hasSize(1);
    }

    @Test
    void tooFewPeopleAreRefusedInBothLanguages() {
        int code = run(
                "make",
                "--people",
                "200",
                "--seed",
                "1",
                "--out",
                folder.resolve("a").toString(),
                "--faults");
        assertThat(code).isEqualTo(PopulationCommand.REFUSED);
        assertThat(err.toString()).contains("人数は500").contains("people must be 500");
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void faultsAndALaterTimeTogetherAreRefused() {
        String[] begin = {"make", "--people", "500", "--seed", "1", "--faults", "--out"};
        for (String later : List.of("--next-month", "--next-year")) {
            List<String> arguments = new ArrayList<>(List.of(begin));
            arguments.addAll(List.of(folder.resolve("a").toString(), later));
            assertThat(run(arguments.toArray(String[]::new))).isEqualTo(PopulationCommand.REFUSED);
            assertThat(err.toString()).contains("同時に指定できません").contains("goes with neither");
            assertThat(folder.resolve("a")).doesNotExist();
        }
    }

    @Test
    void theNextMonthAndTheNextYearCanBeAskedFor() throws Exception {
        String out = folder.resolve("a").toString();
        int code = run("make", "--people", "500", "--seed", "1", "--next-month", "--next-year", "--out", out);
        assertThat(code).isEqualTo(PopulationCommand.DONE);
        assertThat(Sample.files(folder, "dependants-next-")).hasSize(3);
        assertThat(Sample.files(folder, "resident-events-2.csv")).hasSize(1);
        assertThat(Sample.files(folder, "next-")).hasSize(2);
    }

    @Test
    void aFullFolderIsRefused() {
        assertThat(run("make", "--people", "200", "--seed", "1", "--out", folder.toString()))
                .isZero();
        assertThat(run("make", "--people", "200", "--seed", "1", "--out", folder.toString()))
                .isEqualTo(PopulationCommand.REFUSED);
        assertThat(err.toString()).contains("空ではありません").contains("not empty");
    }

    @Test
    void helpSpeaksJapaneseAndEnglish() {
        assertThat(run("make", "--help")).isZero();
        assertThat(out.toString()).contains("架空", "Makes invented", "--people", "--tax-year");
    }
}
