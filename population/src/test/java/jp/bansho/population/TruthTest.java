package jp.bansho.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruthTest {

    @TempDir
    Path folder;

    /// Takes the files in the way the truth says and compares what is held in the end.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsHeldFollowsFromTheFilesAndTheirFaults(boolean withFaults) throws IOException {
        Path out = folder.resolve("p");
        Sample.make(out, 8_000, 31, withFaults);
        Truth truth = Truth.of(out);
        Map<String, String> outcomes = new HashMap<>();
        try (Stream<Truth.Fault> faults = truth.faults()) {
            faults.forEach(fault -> outcomes.put(fault.file() + ":" + fault.line(), fault.expectedOutcome()));
        }
        Map<String, String> held = new HashMap<>();
        List<Path> files = Stream.concat(
                        Sample.files(out, "identity-results-").stream()
                                .sorted((one, two) -> Integer.compare(
                                        one.toString().length(), two.toString().length())),
                        Sample.files(out, "dependants-").stream())
                .toList();
        for (Path file : files) {
            boolean results = String.valueOf(file.getFileName()).startsWith("identity");
            List<String[]> rows = Sample.rows(file);
            for (int line = 1; line <= rows.size(); line++) {
                String[] row = rows.get(line - 1);
                String outcome = outcomes.getOrDefault(file.getFileName() + ":" + line, "registered");
                String user = results ? row[3] : row[1];
                String number = results && row.length > 30 ? row[30] : row[0];
                if (outcome.equals("registered")) {
                    assertThat(number).isEqualTo(held.getOrDefault(user, number));
                }
                if (outcome.equals("registered") || outcome.equals("changed")) {
                    held.put(user, number);
                }
            }
        }
        Set<String> numbers = new HashSet<>();
        try (Stream<Truth.Person> people = truth.people()) {
            people.forEach(person -> {
                assertThat(person.number()).isEqualTo(held.getOrDefault(person.userNumber(), ""));
                assertThat(person.number().isEmpty() || numbers.add(person.number()))
                        .isTrue();
                assertThat(person.number().isEmpty() || Sample.validNumber(person.number()))
                        .isTrue();
            });
        }
        assertThat(held).hasSizeGreaterThan(7_800);
        slipsCarryWhatIsHeld(out, held);
    }

    private static void slipsCarryWhatIsHeld(Path out, Map<String, String> held) throws IOException {
        Set<String> unspoilt = new HashSet<>();
        List<String[]> rows = Sample.rows(out.resolve("withholding-source.csv"), Sample.SHIFT_JIS);
        List<Truth.Slip> slips;
        try (Stream<Truth.Slip> stream = Truth.of(out).slips()) {
            slips = stream.toList();
        }
        assertThat(slips).hasSameSizeAs(rows);
        int missing = 0;
        for (Truth.Slip slip : slips) {
            String[] row = rows.get((int) slip.line() - 1);
            if (row.length != 75) {
                continue;
            }
            unspoilt.add(row[71]);
            for (int place = 0; place < 4; place++) {
                String user = row[71 + place];
                String number = held.getOrDefault(user, "");
                assertThat(slip.numbers().get(place)).isEqualTo(number.isEmpty() ? "" : "0" + number);
                boolean absent = !user.isEmpty() && number.isEmpty();
                assertThat(slip.missing().get(place)).isEqualTo(absent);
                missing += absent ? 1 : 0;
            }
        }
        assertThat(missing).isBetween(10, 200);
        assertThat(unspoilt).hasSizeGreaterThan(rows.size() - 40);
    }

    @Test
    void everybodyIsInTheIdentifiersFileWithWhatTheTruthSays() throws IOException {
        Path out = folder.resolve("p");
        Sample.make(out, 2_000, 32, false);
        Map<String, String> rows = new HashMap<>();
        for (Path file : Sample.files(out, "identifiers-")) {
            Sample.rows(file).forEach(row -> rows.put(row[0], String.join(",", row)));
        }
        assertThat(rows).hasSize(2_000);
        try (Stream<Truth.Person> people = Truth.of(out).people()) {
            people.forEach(person -> {
                assertThat(rows.remove(person.userNumber()))
                        .isEqualTo(String.join(
                                ",",
                                person.userNumber(),
                                Integer.toString(person.kind().code()),
                                person.certificate(),
                                person.basicPension(),
                                person.payroll(),
                                person.ownNumber()));
                assertThat(person.certificate()).hasSize(person.kind() == Kind.RECIPIENT ? 15 : 0);
            });
        }
        assertThat(rows).isEmpty();
    }

    @Test
    void nobodyIsNamedByAToString() {
        Truth.Person person = new Truth.Person(28, "2800000001", Kind.SPOUSE, "123456789018", "K1", "", "", "");
        assertThat(person.toString()).doesNotContain("1");
        assertThat(new Truth.Slip(3, List.of("0123456789018"), List.of(false)).toString())
                .isEqualTo("Slip[line=3]");
    }
}
