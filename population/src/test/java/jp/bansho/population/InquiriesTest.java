package jp.bansho.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Asking the register about the people of the pension side gives the results that lie in the
/// folder, so one truth serves both ways.
class InquiriesTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void make() throws IOException {
        Population.make(new Options(20_000, 41, folder.resolve("a"), 3, false, 2025, true, true), Progress.none());
    }

    private static Path population() {
        return folder.resolve("a");
    }

    /// What the results say about each user number, for each hit: columns 25 to 37, then 22 to 24.
    private static Map<String, List<List<String>>> results(String ending) throws IOException {
        Map<String, List<List<String>>> results = new LinkedHashMap<>();
        for (Path file : Sample.files(population(), "identity-results-")) {
            if (String.valueOf(file.getFileName()).matches("identity-results-[0-9]{2}" + ending)) {
                for (String[] row : Sample.rows(file)) {
                    List<List<String>> hits = results.computeIfAbsent(row[3], key -> new ArrayList<>());
                    if (!row[17].equals("10")) {
                        List<String> hit = new ArrayList<>(Arrays.asList(row).subList(24, 37));
                        hit.addAll(Arrays.asList(row).subList(21, 24));
                        hits.add(hit);
                    }
                }
            }
        }
        return results;
    }

    private static Map<String, List<List<String>>> answers(Register register, ResultsRow.Month month)
            throws IOException {
        Map<String, List<List<String>>> answers = new LinkedHashMap<>();
        for (Path file : Sample.files(population(), "pensioners-")) {
            for (String[] row : Sample.rows(file)) {
                List<List<String>> hits = register.ask(row).stream()
                        .map(resident -> answer(resident, month))
                        .toList();
                assertThat(answers.put(row[0], hits)).isNull();
            }
        }
        return answers;
    }

    private static List<String> answer(String[] resident, ResultsRow.Month month) {
        boolean changed = resident[10].compareTo(month.from()) >= 0 && resident[10].compareTo(month.to()) <= 0;
        String what = !changed ? "0" : resident[9].equals("34") ? "2" : resident[9].equals("11") ? "1" : "0";
        return List.of(
                resident[1],
                resident[2],
                resident[3],
                resident[4],
                resident[5],
                resident[6],
                resident[0],
                resident[9],
                resident[10],
                resident[11],
                resident[12],
                "0",
                resident[7],
                changed ? "1" : "0",
                resident[8].equals("2") ? "2" : "1",
                what);
    }

    @Test
    void theAnswersAreTheResults() throws IOException {
        Map<String, List<List<String>>> expected = results("\\.csv");
        Register register = new Register(population().resolve(RegisterDesk.FILE));
        Map<String, List<List<String>>> answers = answers(register, ResultsRow.Month.first(2025));
        assertThat(answers).isEqualTo(expected);
        Set<Integer> counts = new HashSet<>();
        answers.values().forEach(hits -> counts.add(hits.size()));
        assertThat(counts).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void theNextMonthsAnswersAreItsResults() throws IOException {
        Register register = new Register(population().resolve(RegisterDesk.FILE));
        List<String[]> events = Sample.rows(population().resolve(NextMonth.EVENTS));
        events.forEach(register::happen);
        assertThat(events.stream().map(event -> event[1]).distinct()).containsExactlyInAnyOrder("1", "2", "3", "5");
        assertThat(answers(register, ResultsRow.Month.second(2025))).isEqualTo(results("-2\\.csv"));
    }

    @Test
    void theTruthOfTheNextMonthSaysWhatChanged() throws IOException {
        Map<String, List<List<String>>> first = results("\\.csv");
        Map<String, List<List<String>>> second = results("-2\\.csv");
        Map<String, Truth.NextMonth> truth = new HashMap<>();
        try (Stream<Truth.NextMonth> rows = Truth.of(population()).nextMonth()) {
            rows.forEach(row -> truth.put(row.userNumber(), row));
        }
        assertThat(second.keySet()).isEqualTo(first.keySet());
        second.forEach((user, hits) -> {
            Truth.NextMonth row = truth.get(user);
            if (row == null) {
                assertThat(hits)
                        .map(hit -> hit.get(6))
                        .isEqualTo(first.getOrDefault(user, List.of()).stream()
                                .map(hit -> hit.get(6))
                                .toList());
                return;
            }
            assertThat(hits).hasSize(1);
            List<String> hit = hits.getFirst();
            List<String> before = first.getOrDefault(user, List.of()).getFirst();
            assertThat(hit.get(6)).isEqualTo(row.number());
            assertThat(hit.get(8)).isEqualTo(row.day()).startsWith("2025");
            assertThat(!hit.get(6).equals(before.get(6))).isEqualTo(row.event().equals("number-changed"));
            assertThat(hit.get(14).equals("2")).isEqualTo(row.event().equals("died"));
            assertThat(!hit.get(5).equals(before.get(5))).isEqualTo(row.event().equals("moved"));
        });
        assertThat(truth.values().stream().map(Truth.NextMonth::event).distinct())
                .containsExactlyInAnyOrder("number-changed", "died", "moved", "left");
    }

    @Test
    void nextYearsDeclarationsDifferAsTheTruthSays() throws IOException {
        Map<String, String> held = declared("dependants-[0-9]{2}\\.csv");
        Map<String, String> next = declared("dependants-next-[0-9]{2}\\.csv");
        Map<String, String> outcomes = new HashMap<>();
        held.forEach((user, number) -> outcomes.put(
                user, !next.containsKey(user) ? "gone" : number.equals(next.get(user)) ? "same" : "changed"));
        next.keySet().stream().filter(user -> !held.containsKey(user)).forEach(user -> outcomes.put(user, "new"));
        Map<String, String> truth = new HashMap<>();
        try (Stream<Truth.NextYear> rows = Truth.of(population()).nextYear()) {
            rows.forEach(row -> {
                truth.put(row.userNumber(), row.outcome());
                assertThat(row.number()).isEqualTo(next.getOrDefault(row.userNumber(), held.get(row.userNumber())));
            });
        }
        assertThat(truth).isEqualTo(outcomes);
        assertThat(new HashSet<>(truth.values())).containsExactlyInAnyOrder("same", "changed", "new", "gone");
        assertThat(next.values()).doesNotHaveDuplicates().allMatch(Sample::validNumber);
    }

    private static Map<String, String> declared(String name) throws IOException {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (Path file : Sample.files(population(), "dependants-")) {
            if (String.valueOf(file.getFileName()).matches(name)) {
                Sample.rows(file)
                        .forEach(row -> assertThat(numbers.put(row[1], row[0])).isNull());
            }
        }
        return numbers;
    }

    @Test
    void theRegisterHoldsEverybodyOnce() throws IOException {
        List<String[]> residents = Sample.rows(population().resolve(RegisterDesk.FILE));
        assertThat(residents).hasSizeGreaterThan(20_000).allMatch(row -> row.length == 13);
        assertThat(residents.stream().map(row -> row[0]))
                .doesNotHaveDuplicates()
                .allMatch(Sample::validNumber);
        Set<String> numbers = new HashSet<>();
        residents.forEach(row -> numbers.add(row[0]));
        try (Stream<Truth.Person> people = Truth.of(population()).people()) {
            assertThat(people.map(Truth.Person::number).filter(number -> !number.isEmpty()))
                    .allMatch(numbers::contains);
        }
        assertThat(residents.stream().map(row -> row[8]).distinct()).containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    void thePensionSideHoldsNoIndividualNumberAndNoDependant() throws IOException {
        StrictShiftJis shiftJis = new StrictShiftJis();
        Set<String> kinds = new HashSet<>();
        long known = 0;
        long all = 0;
        for (Path file : Sample.files(population(), "pensioners-")) {
            String before = "";
            for (String[] row : Sample.rows(file)) {
                assertThat(row).hasSize(13);
                assertThat(row[0]).isGreaterThan(before);
                before = row[0];
                kinds.add(row[1]);
                assertThat(shiftJis.holds(row[3] + row[7])).isTrue();
                assertThat(String.join(",", row)).doesNotContainPattern("(?<![0-9])[0-9]{12}(?![0-9])");
                known += row[2].isEmpty() ? 0 : 1;
                all++;
            }
        }
        assertThat(kinds).containsExactlyInAnyOrder("1", "2");
        assertThat(known * 100.0 / all).isBetween(78.0, 82.0);
    }

    @Test
    void whatIsAddedChangesNothingElse() throws IOException {
        Sample.make(folder.resolve("plain"), 20_000, 41, false);
        for (Path file : Sample.files(folder.resolve("plain"))) {
            assertThat(population().resolve(folder.resolve("plain").relativize(file)))
                    .hasSameBinaryContentAs(file);
        }
        Sample.make(folder.resolve("faults"), 20_000, 41, true);
        for (String start : List.of("pensioners-", RegisterDesk.FILE)) {
            for (Path file : Sample.files(folder.resolve("faults"), start)) {
                assertThat(population().resolve(folder.resolve("faults").relativize(file)))
                        .hasSameBinaryContentAs(file);
            }
        }
    }
}
