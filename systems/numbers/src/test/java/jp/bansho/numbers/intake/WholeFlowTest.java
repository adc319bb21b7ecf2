package jp.bansho.numbers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobSheet;
import jp.bansho.numbers.taxfile.FinishedSlips;
import jp.bansho.numbers.taxfile.Output;
import jp.bansho.numbers.taxfile.Preview;
import jp.bansho.population.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A whole population without planted faults: every number, identifier and slip is compared with the truth.
class WholeFlowTest {

    private static final int PEOPLE = 4_000;
    private static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");

    @SuppressWarnings("NullAway.Init")
    private static TestMachine machine;

    @SuppressWarnings("NullAway.Init")
    private static Town town;

    @SuppressWarnings("NullAway.Init")
    private static FinishedSlips season;

    @SuppressWarnings("NullAway.Init")
    private static Preview preview;

    @SuppressWarnings("NullAway.Init")
    private static Output output;

    private static final TreeMap<String, JobSheet> SHEETS = new TreeMap<>();

    @BeforeAll
    static void takeEverything() throws Exception {
        machine = TestMachine.start();
        town = Town.make(machine.folder().resolve("town"), PEOPLE, 2026, false);
        for (var name : town.intakeFiles()) {
            SHEETS.put(name, town.take(machine, name));
        }
        season = FinishedSlips.of(machine, machine.folder().resolve("post"));
        preview = season.preview(season.parcel(FinishedSlips.source(town, Set.of())));
        season.approve(preview);
        output = season.write(preview);
    }

    @AfterAll
    static void close() {
        machine.close();
    }

    @Test
    void everyLineOfEveryFileHasTheOutcomeTheTruthSays() throws Exception {
        for (var name : SHEETS.keySet()) {
            var sheet = SHEETS.get(name);
            var faults = town.faults(name);
            var known = knownBefore(name);
            var outcomes = Town.outcomes(machine, sheet.job().id());
            var lines =
                    Files.readString(town.file(name), StandardCharsets.UTF_8).split("\r\n", 0);
            assertThat(outcomes).as(name).hasSameSizeAs(lines);
            var counts = new HashMap<String, Long>();
            for (var line = 1; line <= lines.length; line++) {
                var fault = faults.get((long) line);
                var plain = known.contains(lines[line - 1].split(",", -1)[0]) ? "unchanged" : "registered";
                var expected = fault == null ? plain : fault.expectedOutcome();
                assertThat(outcomes.get(line - 1)).as(name + ":" + line).isEqualTo(expected);
                counts.merge(expected, 1L, Long::sum);
            }
            sheet.counts()
                    .forEach((word, count) ->
                            assertThat(count).as(name + " " + word).isEqualTo(counts.getOrDefault(word, 0L)));
            assertThat(sheet.lines()).as(name).isEqualTo(lines.length);
        }
    }

    /// The identifiers file says nothing new about dependants who handed in their number, with their own number.
    private static List<String> knownBefore(String name) throws IOException {
        if (!name.startsWith("identifiers")) {
            return List.of();
        }
        return town.truthPeople().stream()
                .filter(person ->
                        person.kind() == Kind.DEPENDANT && !person.number().isEmpty())
                .map(person -> person.userNumber())
                .toList();
    }

    @Test
    void exactlyTheNumbersOfTheTruthAreHeld() throws Exception {
        var expected = new TreeMap<String, String>();
        for (var person : town.truthPeople()) {
            if (!person.number().isEmpty()) {
                expected.put(person.userNumber(), person.number());
            }
        }
        assertThat(expected).hasSizeGreaterThan(PEOPLE * 9 / 10);
        assertThat(Town.numbers(machine)).isEqualTo(expected);
    }

    @Test
    void everyPersonHasTheIdentifiersKindAndUsesOfTheTruth() throws Exception {
        var people = new HashMap<>(Town.people(machine, 11));
        people.putAll(Town.people(machine, 28));
        for (var truth : town.truthPeople()) {
            var person = Objects.requireNonNull(people.remove(truth.userNumber()), truth.userNumber());
            assertThat(Arrays.asList(
                            person.association(),
                            person.kind().code(),
                            person.ownNumber(),
                            person.certificateNumber(),
                            person.basicPensionNumber(),
                            person.payrollNumber(),
                            person.pensionUse(),
                            person.taxUse()))
                    .as(truth.userNumber())
                    .isEqualTo(Arrays.asList(
                            truth.association(),
                            truth.kind().code(),
                            truth.ownNumber(),
                            orNull(truth.certificate()),
                            orNull(truth.basicPension()),
                            orNull(truth.payroll()),
                            truth.kind() != Kind.DEPENDANT,
                            truth.kind() == Kind.DEPENDANT));
        }
        assertThat(people).as("people nobody invented").isEmpty();
    }

    @org.jspecify.annotations.Nullable
    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    @Test
    void theOpenedTaxFileHoldsTheNumbersOfTheTruthAndEveryOtherFieldOfTheSource() throws Exception {
        var expected = new ArrayList<String>();
        var source = FinishedSlips.source(town, Set.of());
        var slips = town.truthSlips();
        var replaced = season.replaced(preview);
        for (var i = 0; i < source.size(); i++) {
            var kept = Arrays.copyOf(source.get(i).split(",", -1), 71);
            var numbers = slips.get(i).numbers();
            for (var n = 0; n < 4; n++) {
                kept[52 + 4 * n] = numbers.get(n);
            }
            expected.add(replaced.apply(String.join(",", kept)));
        }
        var opened = new String(season.opened(output.folder()).getBytes(StandardCharsets.ISO_8859_1), SHIFT_JIS);
        assertThat(opened.split("\r\n", 0)).containsExactlyElementsOf(expected);
        assertThat(opened).endsWith("\r\n").contains("連合会").doesNotContain("\uFFFD");
        assertThat(opened.length())
                .isEqualTo(expected.stream().mapToInt(line -> line.length() + 2).sum());
    }

    @Test
    void exactlyThePeopleWithoutANumberAreOnTheListOfMissingNumbers() throws Exception {
        var expected = new ArrayList<String>();
        for (var slip : town.truthSlips()) {
            for (var n = 0; n < 4; n++) {
                if (slip.missing().get(n)) {
                    expected.add(slip.line() + ":" + (53 + 4 * n));
                }
            }
        }
        assertThat(expected).isNotEmpty();
        assertThat(season.missing(output))
                .extracting(missing -> missing.line() + ":" + missing.field())
                .containsExactlyElementsOf(expected);
        assertThat(output.missing()).isEqualTo(expected.size());
        assertThat(preview.violations()).isZero();
    }
}
