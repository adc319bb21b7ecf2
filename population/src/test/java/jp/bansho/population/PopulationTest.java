package jp.bansho.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulationTest {

    @TempDir
    Path folder;

    @Test
    void theSameSeedMakesTheSameBytesWhateverTheLocale() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Sample.make(folder.resolve("a"), 3_000, 11, true);
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Sample.make(folder.resolve("b"), 3_000, 11, true);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(Sample.digest(folder.resolve("a"))).isEqualTo(Sample.digest(folder.resolve("b")));
    }

    @Test
    void anotherSeedMakesOtherPeople() throws IOException {
        Sample.make(folder.resolve("a"), 500, 11, false);
        Sample.make(folder.resolve("b"), 500, 12, false);
        assertThat(Sample.digest(folder.resolve("a"))).isNotEqualTo(Sample.digest(folder.resolve("b")));
    }

    /// If this fails, everybody's population has changed: think, then put the new digests into the file.
    @Test
    void fiveHundredPeopleAreThePeopleTheyAlwaysWere() throws IOException {
        Sample.make(folder.resolve("clean"), 500, 1, false);
        Sample.make(folder.resolve("faults"), 500, 1, true);
        Population.make(new Options(500, 1, folder.resolve("next"), 3, false, 2025, true, true), Progress.none());
        String golden = Files.readString(Path.of("src/test/golden/population-500.txt"), StandardCharsets.UTF_8);
        StringBuilder digests = new StringBuilder();
        for (String sample : List.of("clean", "faults", "next")) {
            digests.append(sample)
                    .append(' ')
                    .append(Sample.digest(folder.resolve(sample)))
                    .append('\n');
        }
        assertThat(digests.toString()).isEqualTo(golden);
    }

    @Test
    void theKindsOfPeopleKeepTheirShares() throws IOException {
        Population.Made made = Sample.make(folder.resolve("a"), 50_000, 3, false);
        assertThat(made.people()).isEqualTo(50_000);
        assertThat(made.recipients() + made.spouses() + made.dependants()).isEqualTo(50_000);
        assertThat(made.recipients() / 50_000.0).isEqualTo(0.52, within(0.01));
        assertThat(made.spouses() / 50_000.0).isEqualTo(0.14, within(0.01));
        assertThat(made.dependants() / 50_000.0).isEqualTo(0.34, within(0.01));
        assertThat(made.slips()).isEqualTo(made.recipients());
    }

    @Test
    void noNumberOfAnyKindComesTwice() throws IOException {
        Sample.make(folder.resolve("a"), 20_000, 4, false);
        List<List<String>> columns =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Path file : Sample.files(folder.resolve("a"), "identifiers-")) {
            for (String[] row : Sample.rows(file)) {
                columns.get(0).add(row[0]);
                columns.get(1).add(row[2]);
                columns.get(2).add(row[3]);
                columns.get(3).add(row[5]);
            }
        }
        List<String> numbers = new ArrayList<>();
        for (Path file : Sample.files(folder.resolve("a"), "identity-results-")) {
            Sample.rows(file).forEach(row -> numbers.add(row[30]));
        }
        for (Path file : Sample.files(folder.resolve("a"), "dependants-")) {
            Sample.rows(file).forEach(row -> numbers.add(row[0]));
        }
        for (List<String> column :
                Stream.concat(columns.stream(), Stream.of(numbers)).toList()) {
            List<String> filled =
                    column.stream().filter(cell -> !cell.isEmpty()).toList();
            Set<String> different = new HashSet<>(filled);
            assertThat(different).hasSameSizeAs(filled).hasSizeGreaterThan(10_000);
        }
    }

    @Test
    void faultsLeaveEverythingElseUntouched() throws IOException {
        Sample.make(folder.resolve("clean"), 5_000, 5, false);
        Sample.make(folder.resolve("faults"), 5_000, 5, true);
        int spoilt = 0;
        Set<String> touched = new HashSet<>();
        try (Stream<Truth.Fault> faults = Truth.of(folder.resolve("faults")).faults()) {
            faults.forEach(fault -> touched.add(fault.file() + ":" + fault.userNumber()));
        }
        for (String start : List.of("identity-results-", "dependants-", "identifiers-", "withholding")) {
            for (Path clean : Sample.files(folder.resolve("clean"), start)) {
                String name = String.valueOf(clean.getFileName());
                int key =
                        start.startsWith("identity") ? 3 : start.startsWith("dep") ? 1 : start.startsWith("w") ? 71 : 0;
                Set<String> faulty = new HashSet<>();
                Sample.records(folder.resolve("faults").resolve(name))
                        .forEach(record -> faulty.add(new String(record, StandardCharsets.ISO_8859_1)));
                List<String> lost = Sample.records(clean).stream()
                        .map(record -> new String(record, StandardCharsets.ISO_8859_1))
                        .filter(record -> !faulty.contains(record))
                        .map(record -> name + ":" + record.strip().split(",", -1)[key])
                        .toList();
                assertThat(touched).as(name).containsAll(lost);
                spoilt += lost.size();
            }
        }
        assertThat(spoilt).isGreaterThan(50);
    }

    @Test
    void aFolderThatHoldsSomethingIsRefused() throws IOException {
        Files.writeString(folder.resolve("precious.txt"), "x");
        assertThatThrownBy(() -> Sample.make(folder, 500, 1, false)).isInstanceOf(DirectoryNotEmptyException.class);
        assertThat(Sample.files(folder)).hasSize(1);
    }

    @Test
    void everythingSaysThatItIsInvented() throws IOException {
        Sample.make(folder.resolve("a"), 500, 1, false);
        assertThat(folder.resolve("a/README.txt")).content().contains("架空のデータ").contains("invented data");
        assertThat(Files.readAllLines(folder.resolve("a/associations.properties")))
                .filteredOn(line -> line.contains(".name="))
                .hasSize(3)
                .allMatch(line -> line.contains("（架空）"));
    }
}
