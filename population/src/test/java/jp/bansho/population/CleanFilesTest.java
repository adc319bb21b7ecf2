package jp.bansho.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Without `--faults`, every record is valid.
class CleanFilesTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void make() throws IOException {
        Sample.make(folder.resolve("a"), 10_000, 21, false);
        folder = folder.resolve("a");
    }

    @Test
    void everyRecordEndsWithCrLfAndHasItsColumns() throws IOException {
        columns("identity-results-", 40);
        columns("dependants-", 3);
        columns("identifiers-", 6);
        columns("withholding-source", 75);
    }

    private static void columns(String start, int expected) throws IOException {
        List<Path> files = Sample.files(folder, start);
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            for (byte[] record : Sample.records(file)) {
                String text = new String(record, StandardCharsets.ISO_8859_1);
                assertThat(text).endsWith("\r\n");
                assertThat(text.split(",", -1)).hasSize(expected);
            }
        }
    }

    @Test
    void resultsAreWellFormed() throws IOException {
        for (Path file : Sample.files(folder, "identity-results-")) {
            String code = String.valueOf(file.getFileName()).substring(17, 19);
            String before = "";
            String kindBefore = "1";
            for (String[] row : Sample.rows(file)) {
                assertThat(row[0]).matches("[0-9]{10}").isGreaterThanOrEqualTo(before);
                before = row[0];
                assertThat(row[1]).isEqualTo("21");
                assertThat(row[2]).isIn("1", "2").isGreaterThanOrEqualTo(kindBefore);
                kindBefore = row[2];
                assertThat(row[3]).matches(code + "[0-9]{8}");
                switch (row[17]) {
                    case "00" -> assertThat(row[18] + row[19]).isEqualTo("11");
                    case "20" -> assertThat(Integer.parseInt(row[18])).isBetween(2, 4);
                    default -> assertThat(row[17] + row[18] + row[19]).isEqualTo("1000");
                }
                if (row[17].equals("10")) {
                    assertThat(List.of(row).subList(24, 37)).containsOnly("");
                } else {
                    assertThat(Sample.validNumber(row[30])).isTrue();
                    assertThat(row[24]).matches("[0-9]{11}");
                    assertThat(row[25]).matches("\\S+\u3000\\S+");
                    assertThat(row[26]).matches("[ぁ-ん]+\u3000[ぁ-ん]+");
                    LocalDate.parse(row[27], DateTimeFormatter.BASIC_ISO_DATE);
                    assertThat(row[36]).startsWith(code).hasSize(5);
                }
            }
        }
    }

    @Test
    void dependantsAreAsciiAndValid() throws IOException {
        for (Path file : Sample.files(folder, "dependants-")) {
            for (byte[] record : Sample.records(file)) {
                String[] row = Sample.cells(record, StandardCharsets.US_ASCII);
                assertThat(Sample.validNumber(row[0])).isTrue();
                assertThat(row[1]).matches("[0-9]{10}");
                assertThat(row[2]).matches("K[0-9]{7}");
            }
        }
    }

    @Test
    void slipsNeedNothingBeyondJisLevelOneAndTwo() throws IOException {
        for (byte[] record : Sample.records(folder.resolve("withholding-source.csv"))) {
            for (int position = 0; position < record.length; position++) {
                int lead = record[position] & 0xFF;
                if ((lead >= 0x81 && lead <= 0x9F) || lead >= 0xE0) {
                    int trail = record[++position] & 0xFF;
                    int pair = lead < 0xA0 ? lead - 0x81 : lead - 0xC1;
                    int row = 2 * pair + (trail >= 0x9F ? 2 : 1);
                    assertThat((row >= 1 && row <= 8) || (row >= 16 && row <= 84))
                            .as("row %d", row)
                            .isTrue();
                }
            }
            assertThat(new String(record, Sample.SHIFT_JIS)).doesNotContain("\uFFFD");
        }
    }

    @Test
    void slipsObeyTheRulesOfTheirFields() throws IOException {
        Set<Integer> fullWidth = Set.of(4, 5, 12, 14, 45, 54, 55, 58, 59, 62, 63, 66, 67, 69, 70);
        Set<Integer> amounts = new HashSet<>(List.of(43));
        for (int column = 19; column <= 34; column++) {
            amounts.add(column);
        }
        String before = "";
        for (String[] row : Sample.rows(folder.resolve("withholding-source.csv"), Sample.SHIFT_JIS)) {
            for (int column = 1; column <= 75; column++) {
                String cell = row[column - 1];
                if (fullWidth.contains(column)) {
                    int most = column == 4 || column == 12 ? 60 : column == 45 ? 100 : 30;
                    assertThat(cell).as("column %d", column).matches("[^ -~｡-ﾟ]{0," + most + "}");
                } else if (column == 52) {
                    assertThat(cell).matches("[ｦ-ﾟ ]{3,30}");
                } else {
                    assertThat(cell)
                            .as("column %d", column)
                            .matches(amounts.contains(column) ? "[0-9]{1,10}" : "[0-9-]*");
                }
            }
            assertThat(row[0] + row[9] + row[10] + row[12]).isEqualTo("377" + "0" + "07" + "0");
            assertThat(List.of(row[36], row[52], row[56], row[60], row[64])).containsOnly("");
            assertThat(row[37]).isEqualTo(row[54].isEmpty() ? "2" : row[37]).isIn("1", "2", "3");
            assertThat(row[71]).isGreaterThan(before);
            before = row[71];
            int era = switch (row[14]) {
                case "1" -> 1925;
                case "2" -> 1911;
                default -> throw new AssertionError("a recipient of another era");
            };
            LocalDate birth =
                    LocalDate.of(era + Integer.parseInt(row[15]), Integer.parseInt(row[16]), Integer.parseInt(row[17]));
            assertThat(2025 - birth.getYear()).isBetween(60, 100);
            int grown = Integer.parseInt(row[38]) + Integer.parseInt(row[39]) + Integer.parseInt(row[43]);
            assertThat(row[58].isEmpty()).isEqualTo(grown < 1);
            assertThat(row[62].isEmpty()).isEqualTo(grown < 2);
            assertThat(row[66].isEmpty()).isEqualTo(row[48].equals("0"));
        }
    }

    @Test
    void aboutTwoNamesInAHundredNeedMoreThanJis() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : Sample.files(folder, "identity-results-")) {
            Sample.rows(file).forEach(row -> names.add(row[25]));
        }
        StrictShiftJis shiftJis = new StrictShiftJis();
        List<String> beyond =
                names.stream().filter(name -> !shiftJis.holds(name)).toList();
        assertThat(beyond.size() * 100.0 / names.size()).isBetween(1.3, 2.7);
        assertThat(beyond)
                .anyMatch(name -> name.contains("髙"))
                .anyMatch(name -> name.contains("﨑"))
                .anyMatch(name -> name.contains("𠮷"));
    }

    @Test
    void municipalitiesAreManyAndTheirCodesAreRight() {
        List<String[]> rows = Resource.rows("municipalities.csv");
        assertThat(rows).hasSizeGreaterThan(150);
        for (String[] row : rows) {
            int five = Integer.parseInt(row[0].substring(0, 5));
            assertThat(CheckDigits.ofMunicipality(five)).isEqualTo(row[0].charAt(5) - '0');
        }
        assertThat(rows).anyMatch(row -> row[2].equals("神戸市中央区"));
    }
}
