package jp.bansho.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each line that `truth/faults.csv` names is looked at with its own eyes.
class FaultsTest {

    @TempDir
    static Path folder;

    private static List<Truth.Fault> faults = List.of();
    private static final Map<String, List<byte[]>> FILES = new HashMap<>();

    @BeforeAll
    static void make() throws IOException {
        Path out = folder.resolve("a");
        Sample.make(out, 12_000, 41, true);
        for (Path file : Sample.files(out)) {
            FILES.put(String.valueOf(file.getFileName()), Sample.records(file));
        }
        try (Stream<Truth.Fault> stream = Truth.of(out).faults()) {
            faults = stream.toList();
        }
    }

    private static byte[] record(Truth.Fault fault) {
        return FILES.getOrDefault(fault.file(), List.of()).get((int) fault.line() - 1);
    }

    private static String[] cells(Truth.Fault fault) {
        return Sample.cells(record(fault), StandardCharsets.UTF_8);
    }

    private static List<Truth.Fault> all(String file, String word) {
        List<Truth.Fault> found = faults.stream()
                .filter(fault -> fault.file().startsWith(file) && fault.fault().equals(word))
                .toList();
        assertThat(found).as(file + " " + word).hasSizeGreaterThanOrEqualTo(word.equals("truncated-record") ? 1 : 2);
        return found;
    }

    @Test
    void everyKindComesAndNoOther() {
        Set<String> words = Stream.of(
                        Arrays.stream(ResultsFault.values()),
                        Arrays.stream(NextResultsFault.values()),
                        Arrays.stream(DependantsFault.values()),
                        Arrays.stream(TaxFault.values()))
                .flatMap(kinds -> kinds)
                .map(Fault::word)
                .collect(Collectors.toCollection(TreeSet::new));
        words.addAll(List.of("no-hit", "several-hits"));
        assertThat(faults.stream().map(Truth.Fault::fault).collect(Collectors.toSet()))
                .isEqualTo(words);
        assertThat(faults).extracting(Truth.Fault::userNumber).allMatch(user -> user.matches("[0-9]{10}"));
    }

    @Test
    void resultsNumbersAreWrongAsSaid() {
        all("identity", "bad-check-digit")
                .forEach(fault -> assertThat(cells(fault)[30])
                        .matches("[0-9]{12}")
                        .matches(number -> !Sample.validNumber(number)));
        all("identity", "all-zero-number")
                .forEach(fault -> assertThat(cells(fault)[30]).isEqualTo("000000000000"));
        all("identity", "not-digits")
                .forEach(fault -> assertThat(cells(fault)[30]).matches("[0-9]{5}O[0-9]{6}"));
    }

    @Test
    void resultsRecordsAreBrokenAsSaid() {
        all("identity", "column-count")
                .forEach(fault -> assertThat(cells(fault).length).isIn(39, 41));
        all("identity", "broken-utf-8")
                .forEach(fault -> assertThat(decodes(record(fault), StandardCharsets.UTF_8))
                        .isFalse());
        all("identity", "record-in-shift-jis").forEach(fault -> {
            assertThat(decodes(record(fault), StandardCharsets.UTF_8)).isFalse();
            assertThat(decodes(record(fault), Sample.SHIFT_JIS)).isTrue();
            assertThat(Sample.cells(record(fault), Sample.SHIFT_JIS)[25]).contains("\u3000");
        });
        all("identity", "lf-without-cr")
                .forEach(fault -> assertThat(text(fault)).endsWith("\n").doesNotContain("\r"));
    }

    @Test
    void resultsCodesAreWrongAsSaid() {
        all("identity", "missing-user-number")
                .forEach(fault -> assertThat(cells(fault)[3]).isEmpty());
        all("identity", "foreign-user-number")
                .forEach(fault -> assertThat(cells(fault)[3])
                        .matches("[0-9]{10}")
                        .doesNotStartWith(fault.file().substring(17, 19)));
        all("identity", "inconsistent-hits")
                .forEach(
                        fault -> assertThat(cells(fault)[17] + cells(fault)[18]).isEqualTo("002"));
        all("identity", "unknown-code")
                .forEach(fault -> assertThat(cells(fault)[17]).isNotIn("00", "10", "20", "90"));
        all("identity", "no-hit").forEach(fault -> assertThat(cells(fault)[17]).isEqualTo("10"));
        all("identity", "several-hits")
                .forEach(fault -> assertThat(cells(fault)[17]).isEqualTo("20"));
    }

    @Test
    void conflictsNameTheWinnerFirst() {
        for (String file : List.of("identity", "dependants")) {
            int number = file.equals("identity") ? 30 : 0;
            int user = file.equals("identity") ? 3 : 1;
            pairs(all(file, "number-of-another"), (winner, loser) -> {
                assertThat(cells(winner)[number]).isEqualTo(cells(loser)[number]);
                assertThat(cells(winner)[user]).isNotEqualTo(cells(loser)[user]);
            });
            pairs(all(file, "second-number"), (winner, loser) -> {
                assertThat(cells(winner)[user]).isEqualTo(cells(loser)[user]);
                assertThat(cells(winner)[number]).isNotEqualTo(cells(loser)[number]);
                assertThat(Sample.validNumber(cells(loser)[number])).isTrue();
            });
        }
    }

    private static void pairs(List<Truth.Fault> rows, BiConsumer<Truth.Fault, Truth.Fault> check) {
        assertThat(rows.size() % 2).isZero();
        for (int row = 0; row < rows.size(); row += 2) {
            Truth.Fault winner = rows.get(row);
            Truth.Fault loser = rows.get(row + 1);
            assertThat(winner.expectedOutcome() + "," + loser.expectedOutcome()).isEqualTo("registered,conflict");
            assertThat(winner.file()).isEqualTo(loser.file());
            assertThat(winner.line()).isLessThan(loser.line());
            check.accept(winner, loser);
        }
    }

    @Test
    void theNextMonthHasOtherNumbersWithAndWithoutTheCode() {
        Map<String, String> before = new HashMap<>();
        FILES.keySet().stream()
                .filter(name -> name.matches("identity-results-..\\.csv"))
                .forEach(name -> FILES.getOrDefault(name, List.of()).forEach(record -> {
                    String[] row = Sample.cells(record, StandardCharsets.UTF_8);
                    before.put(row[3], row.length > 30 ? row[30] : "");
                }));
        for (String word : List.of("number-changed", "number-changed-without-code")) {
            all("identity", word).forEach(fault -> {
                assertThat(fault.file()).endsWith("-2.csv");
                assertThat(cells(fault)[23]).isEqualTo(word.equals("number-changed") ? "2" : "0");
                assertThat(cells(fault)[30])
                        .isNotEqualTo(before.get(fault.userNumber()))
                        .matches(Sample::validNumber);
            });
        }
        Set<String> told =
                faults.stream().map(fault -> fault.file() + fault.line()).collect(Collectors.toSet());
        FILES.keySet().stream().filter(name -> name.endsWith("-2.csv")).forEach(name -> {
            List<byte[]> records = FILES.getOrDefault(name, List.of());
            assertThat(records).hasSizeGreaterThan(100);
            for (int line = 1; line <= records.size(); line++) {
                String[] row = Sample.cells(records.get(line - 1), StandardCharsets.UTF_8);
                assertThat(row[30].equals(before.get(row[3]))).isNotEqualTo(told.contains(name + line));
            }
        });
    }

    @Test
    void dependantsRowsAreWrongAsSaid() {
        all("dependants", "bad-check-digit")
                .forEach(fault -> assertThat(cells(fault)[0])
                        .matches("[0-9]{12}")
                        .matches(number -> !Sample.validNumber(number)));
        all("dependants", "full-width-digits")
                .forEach(fault -> assertThat(cells(fault)[0]).matches("[０-９]{12}"));
        all("dependants", "missing-column")
                .forEach(fault -> assertThat(cells(fault)).hasSize(2));
        all("dependants", "trailing-comma")
                .forEach(fault -> assertThat(text(fault)).endsWith(",\r\n"));
        all("dependants", "byte-order-mark").forEach(fault -> {
            assertThat(fault.line()).isOne();
            assertThat(text(fault)).startsWith("\u00EF\u00BB\u00BF");
        });
        List<Truth.Fault> twice = all("dependants", "duplicate-row");
        for (int row = 0; row < twice.size(); row += 2) {
            assertThat(text(twice.get(row))).isEqualTo(text(twice.get(row + 1)));
            assertThat(twice.get(row).expectedOutcome()).isEqualTo("registered");
            assertThat(twice.get(row + 1).expectedOutcome()).isEqualTo("unchanged");
        }
    }

    @Test
    void slipsAreWrongAsSaid() {
        all("with", "vendor-character").forEach(fault -> {
            assertThat(decodes(record(fault), Charset.forName("windows-31j"))).isTrue();
            assertThat(Sample.cells(record(fault), Charset.forName("windows-31j"))[13])
                    .startsWith("髙");
            assertThat(text(fault).split(",", -1)[13]).matches("(?s)(\u00FB\u00FC|\u00EE\u00E0).*");
        });
        all("with", "half-width-kana")
                .forEach(fault -> assertThat(slip(fault)[13]).matches("[ｦ-ﾟ ]+"));
        all("with", "comma-lost").forEach(fault -> assertThat(slip(fault)).hasSize(74));
        all("with", "extra-column").forEach(fault -> assertThat(slip(fault)).hasSize(76));
        all("with", "lf-without-cr")
                .forEach(fault -> assertThat(text(fault)).endsWith("\n").doesNotContain("\r"));
        all("with", "name-too-long")
                .forEach(fault -> assertThat(slip(fault)[13]).hasSizeGreaterThan(30));
        all("with", "quoted-field")
                .forEach(fault -> assertThat(slip(fault)[13]).startsWith("\"").endsWith("\""));
        all("with", "invalid-date")
                .forEach(fault -> assertThat(slip(fault)[16] + slip(fault)[17]).isEqualTo("0230"));
        all("with", "truncated-record").forEach(fault -> {
            assertThat(fault.line())
                    .isEqualTo(FILES.getOrDefault(fault.file(), List.of()).size());
            assertThat(text(fault)).doesNotContain("\n");
            assertThat(slip(fault).length).isLessThan(75);
        });
    }

    private static String[] slip(Truth.Fault fault) {
        return Sample.cells(record(fault), Sample.SHIFT_JIS);
    }

    private static String text(Truth.Fault fault) {
        return new String(record(fault), StandardCharsets.ISO_8859_1);
    }

    private static boolean decodes(byte[] record, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(record));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }
}
