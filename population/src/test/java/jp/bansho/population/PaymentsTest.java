package jp.bansho.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The awards, the payments and the declarations are those that the withholding slips were made of.
class PaymentsTest {

    @TempDir
    static Path folder;

    private static final Map<String, String[]> SLIPS = new HashMap<>();
    private static final StrictShiftJis JIS = new StrictShiftJis();

    @BeforeAll
    static void make() throws IOException {
        Sample.make(folder.resolve("a"), 12_000, 23, false);
        folder = folder.resolve("a");
        for (String[] slip : Sample.rows(folder.resolve("withholding-source.csv"), Sample.SHIFT_JIS)) {
            // the JDK decodes the full-width minus to another character than the one that was encoded
            slip[11] = slip[11].replace('\u2212', '\uFF0D');
            SLIPS.put(slip[71], slip);
        }
    }

    private static List<String[]> all(String start) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (Path file : Sample.files(folder, start)) {
            rows.addAll(Sample.rows(file));
        }
        return rows;
    }

    @Test
    void theSixPaymentsOfAYearAddUpToTheSlip() throws IOException {
        Map<String, long[]> sums = new HashMap<>();
        Map<String, List<String>> months = new HashMap<>();
        for (String[] row : all("payments-")) {
            long[] sum = sums.computeIfAbsent(row[0], key -> new long[17]);
            months.computeIfAbsent(row[0], key -> new ArrayList<>()).add(row[1]);
            int first = 4 * (Integer.parseInt(row[2]) - 1);
            for (int amount = 0; amount < 4; amount++) {
                sum[first + amount] += Long.parseLong(row[3 + amount]);
            }
            sum[16] += Long.parseLong(row[7]) + Long.parseLong(row[8]) + Long.parseLong(row[9]);
        }
        assertThat(sums.keySet()).isEqualTo(SLIPS.keySet());
        assertThat(months.values())
                .allMatch(List.of("202502", "202504", "202506", "202508", "202510", "202512")::equals);
        long unpaid = 0;
        for (Map.Entry<String, String[]> slip : SLIPS.entrySet()) {
            long[] sum = sums.getOrDefault(slip.getKey(), new long[17]);
            for (int column = 19; column <= 34; column++) {
                assertThat(slip.getValue()[column - 1])
                        .as("column %d", column)
                        .isEqualTo(Long.toString(sum[column - 19]));
            }
            assertThat(slip.getValue()[42]).isEqualTo(Long.toString(sum[16]));
            unpaid += sum[1] + sum[5] + sum[9] + sum[13];
        }
        assertThat(unpaid).isPositive();
    }

    @Test
    void everyRecipientHasOneAwardWithTheAddressOfTheSlip() throws IOException {
        Set<String> seen = new HashSet<>();
        for (String[] award : all("awards-")) {
            String[] slip = SLIPS.getOrDefault(award[0], new String[0]);
            assertThat(seen.add(award[0])).isTrue();
            assertThat(award[6]).isEqualTo(slip[11]);
            assertThat(award[4]).matches("[ァ-ヴー]+　[ァ-ヴー]+");
            named(award[3], award[4], slip[13]);
        }
        assertThat(seen).isEqualTo(SLIPS.keySet());
    }

    @Test
    void theDeclarationsNameTheSamePeople() throws IOException {
        Map<String, Map<String, String[]>> people = new HashMap<>();
        for (String[] row : all("declarations-")) {
            assertThat(row[0]).isEqualTo("2025");
            assertThat(row[11]).isEqualTo("20250213");
            people.computeIfAbsent(row[1], key -> new HashMap<>()).put(row[2] + row[3], row);
        }
        String[] nobody = {"", "", "", "", "", "", "", "", "", "", ""};
        for (Map.Entry<String, String[]> entry : SLIPS.entrySet()) {
            String[] slip = entry.getValue();
            Map<String, String[]> declared = people.getOrDefault(entry.getKey(), Map.of());
            person(slip, 54, declared.getOrDefault("21", nobody));
            person(slip, 58, declared.getOrDefault("31", nobody));
            person(slip, 62, declared.getOrDefault("32", nobody));
            person(slip, 66, declared.getOrDefault("41", nobody));
            person(slip, 69, declared.getOrDefault("42", nobody));
            assertThat(slip[72]).isEqualTo(declared.getOrDefault("21", nobody)[4]);
            assertThat(slip[73]).isEqualTo(declared.getOrDefault("31", nobody)[4]);
            assertThat(slip[74]).isEqualTo(declared.getOrDefault("32", nobody)[4]);
            String[] own = declared.getOrDefault("11", nobody);
            assertThat(slip[46] + slip[47]).isEqualTo(own[8].equals("4") ? "10" : own[8].equals("5") ? "01" : "00");
            assertThat(slip[34] + slip[35]).isEqualTo(own[9].equals("2") ? "10" : own[9].equals("1") ? "01" : "00");
            if (declared.isEmpty()) {
                assertThat(slip[37] + slip[38] + slip[39] + slip[43] + slip[48]).isEqualTo("20000");
            }
        }
        assertThat(people.keySet()).isSubsetOf(SLIPS.keySet()).hasSizeLessThan(SLIPS.size());
    }

    private static void person(String[] slip, int column, String[] declared) {
        assertThat(slip[column - 1]).isEqualTo(declared[6]);
        named(declared[5], declared[6], slip[column]);
        assertThat(slip[column + 1]).isEqualTo(declared[10]);
    }

    /// A name on the slip is the one that was written in the characters of JIS, or its kana.
    private static void named(String written, String kana, String onSlip) {
        if (written.codePoints().anyMatch(point -> point >= 0xE000 && point < 0xE100)) {
            assertThat(onSlip).isEqualTo(kana);
        } else if (JIS.holds(written)) {
            assertThat(onSlip).isEqualTo(written);
        } else {
            assertThat(onSlip).isNotEqualTo(written).isNotEqualTo(kana);
        }
    }

    @Test
    void someNamesNeedMoreThanJisAndSomeCannotBeConverted() throws IOException {
        List<String> names = new ArrayList<>();
        all("awards-").forEach(row -> names.add(row[3]));
        all("declarations-").forEach(row -> names.add(row[5]));
        assertThat(names)
                .anyMatch(name -> name.contains("髙"))
                .anyMatch(name -> name.codePoints().anyMatch(point -> point >= 0xE0100))
                .anyMatch(name -> name.codePoints().anyMatch(point -> point >= 0xE000 && point < 0xE100));
    }

    @Test
    void theDeadlineIsTheDayBeforeTheFirstPayment() {
        assertThat(DeclarationDesk.deadline(2017)).isEqualTo(LocalDate.of(2017, 2, 14));
        assertThat(DeclarationDesk.deadline(2020)).isEqualTo(LocalDate.of(2020, 2, 13));
        assertThat(DeclarationDesk.deadline(2026)).isEqualTo(LocalDate.of(2026, 2, 12));
    }
}
