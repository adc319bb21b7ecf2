package jp.bansho.layout;

import static jp.bansho.layout.Golden.AWARDS;
import static jp.bansho.layout.Golden.DECLARATIONS;
import static jp.bansho.layout.Golden.DEPENDANTS;
import static jp.bansho.layout.Golden.ELT_331;
import static jp.bansho.layout.Golden.IDENTIFIERS;
import static jp.bansho.layout.Golden.INQUIRIES;
import static jp.bansho.layout.Golden.PAYMENTS;
import static jp.bansho.layout.Golden.PENSIONERS;
import static jp.bansho.layout.Golden.RESULTS;
import static jp.bansho.layout.Golden.SOURCE;
import static jp.bansho.layout.Golden.TAX;
import static jp.bansho.layout.Plant.combination;
import static jp.bansho.layout.Plant.field;
import static jp.bansho.layout.Plant.line;
import static jp.bansho.layout.Plant.sjis;
import static jp.bansho.layout.Plant.utf8;
import static jp.bansho.layout.Plant.whole;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule is broken on purpose once at least; exactly that is found, at its line and column, and nothing beside it.
class PlantedViolationsTest {

    @ParameterizedTest
    @MethodSource({"shapes", "characters", "contents", "combinations"})
    void aPlantedMistakeIsFoundWhereItIs(Plant plant) throws IOException {
        var broken = plant.change().apply(plant.golden().raw());
        assertThat(broken)
                .as("the mistake was planted")
                .isNotEqualTo(plant.golden().raw());
        var bytes = broken.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Golden.check(bytes, plant.golden().layout())).isEqualTo(plant.expected());
    }

    @Test
    void everyRuleIsBrokenAtLeastOnce() {
        var broken = Stream.of(shapes(), characters(), contents(), combinations())
                .flatMap(plants -> plants)
                .flatMap(plant -> plant.expected().stream())
                .map(Violation::rule)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
        assertThat(broken).isEqualTo(EnumSet.allOf(Rule.class));
    }

    @Test
    void severalMistakesOfOneRecordAreAllFound() throws IOException {
        var raw = line(TAX.raw(), 2, r -> Plant.with(Plant.with(r, 2, "12"), 14, ""))
                .replaceFirst("\r\n$", "\n");
        assertThat(Golden.check(raw.getBytes(StandardCharsets.ISO_8859_1), TAX.layout()))
                .containsExactly(
                        new Violation(2, 2, Rule.WIDTH),
                        new Violation(2, 14, Rule.OBLIGATORY),
                        new Violation(3, 0, Rule.LINE_END));
    }

    static Stream<Plant> shapes() {
        return Stream.of(
                whole("a column too many", TAX, raw -> line(raw, 2, r -> r + ","), 2, Rule.COLUMN_COUNT),
                whole(
                        "a column too few",
                        TAX,
                        raw -> line(raw, 2, r -> r.substring(0, r.length() - 1)),
                        2,
                        Rule.COLUMN_COUNT),
                whole("tabs", TAX, raw -> line(raw, 2, r -> r.replace(',', '\t')), 2, Rule.SEPARATOR),
                whole("semicolons", DEPENDANTS, raw -> line(raw, 2, r -> r.replace(',', ';')), 2, Rule.SEPARATOR),
                whole("LF alone", TAX, raw -> line(raw, 2, r -> r + "#").replace("#\r\n", "\n"), 2, Rule.LINE_END),
                whole("CR alone", TAX, raw -> line(raw, 2, r -> r + "#").replace("#\r\n", "\r"), 2, Rule.LINE_END),
                whole("no end", TAX, raw -> raw.substring(0, raw.length() - 2), 3, Rule.LINE_END),
                whole("half an end", TAX, raw -> raw.substring(0, raw.length() - 1), 3, Rule.LINE_END),
                whole("UTF-8 mark", RESULTS, raw -> "\u00EF\u00BB\u00BF" + raw, 1, Rule.BYTE_ORDER_MARK),
                whole("too long", TAX, raw -> line(raw, 2, r -> r + "1".repeat(70_000)), 2, Rule.RECORD_LENGTH),
                whole("only commas", TAX, raw -> line(raw, 2, r -> ",".repeat(66_000)), 2, Rule.RECORD_LENGTH),
                whole("empty line", TAX, raw -> line(raw, 2, r -> r + "\r\n"), 3, Rule.EMPTY_RECORD),
                whole("end of file sign", TAX, raw -> line(raw, 3, r -> r + "\r\n\u001A"), 4, Rule.COLUMN_COUNT));
    }

    static Stream<Plant> characters() {
        return Stream.of(
                field(TAX, 14, "\u0094", Rule.CHARSET),
                field(TAX, 14, "\u0094 ", Rule.CHARSET),
                field(TAX, 14, "\u0080@", Rule.CHARSET),
                field(TAX, 14, "\u00A0@", Rule.CHARSET),
                field(TAX, 14, "\u00FD@", Rule.CHARSET),
                field(TAX, 6, "\u0081", Rule.CHARSET),
                field(TAX, 52, "\u0081 ", Rule.CHARSET),
                field(RESULTS, 14, "\u00C0\u00AF", Rule.CHARSET),
                field(RESULTS, 14, "\u00ED\u00A0\u0080", Rule.CHARSET),
                field(RESULTS, 14, "\u00F4\u0090\u0080\u0080", Rule.CHARSET),
                field(RESULTS, 14, "\u00E3\u0081", Rule.CHARSET),
                field(RESULTS, 4, "\u00FF", Rule.CHARSET),
                field(DEPENDANTS, 2, "2800000004\u00B1", Rule.CHARSET),
                field(TAX, 14, sjis("①"), Rule.CHARACTER_NOT_ALLOWED),
                field(TAX, 14, sjis("㍻"), Rule.CHARACTER_NOT_ALLOWED),
                field(TAX, 14, sjis("髙"), Rule.CHARACTER_NOT_ALLOWED),
                field(TAX, 14, sjis("纊"), Rule.CHARACTER_NOT_ALLOWED),
                field(TAX, 14, "\u00ED@", Rule.CHARACTER_NOT_ALLOWED),
                field(TAX, 14, "\u00F0@", Rule.CHARACTER_NOT_ALLOWED),
                field(TAX, 14, "\u0081\u00AD", Rule.CHARACTER_NOT_ALLOWED),
                field(TAX, 14, "\u0085@", Rule.CHARACTER_NOT_ALLOWED),
                field(TAX, 14, "\u0098s", Rule.CHARACTER_NOT_ALLOWED),
                field(TAX, 14, "\u00EA\u00A5", Rule.CHARACTER_NOT_ALLOWED),
                field(TAX, 14, "\u0009", Rule.CHARACTER_NOT_ALLOWED),
                field(TAX, 6, "\u00B1", Rule.CHARACTER_NOT_ALLOWED),
                field(SOURCE, 72, "28 01", Rule.CHARACTER_NOT_ALLOWED),
                field(SOURCE, 72, "12345678901234567", Rule.WIDTH),
                field(RESULTS, 14, "\u0000", Rule.CHARACTER_NOT_ALLOWED),
                field(RESULTS, 14, "\u007F", Rule.CHARACTER_NOT_ALLOWED),
                field(RESULTS, 14, "\u00C2\u0085", Rule.CHARACTER_NOT_ALLOWED),
                field(TAX, 6, sjis("０３"), Rule.HALF_WIDTH_EXPECTED),
                field(RESULTS, 4, utf8("２８"), Rule.HALF_WIDTH_EXPECTED),
                field(TAX, 14, "Taro", Rule.FULL_WIDTH_EXPECTED),
                field(TAX, 14, sjis("ﾀﾛｳ"), Rule.FULL_WIDTH_EXPECTED),
                field(TAX, 14, sjis("番所 太郎"), Rule.FULL_WIDTH_EXPECTED),
                field(ELT_331, 46, sjis("バンショ"), Rule.HALF_WIDTH_EXPECTED),
                field(ELT_331, 46, "Bansho", Rule.KANA_EXPECTED),
                field(ELT_331, 46, sjis("｢ﾊﾞﾝ｣"), Rule.KANA_EXPECTED),
                field(ELT_331, 46, "\u00FD@", Rule.CHARSET),
                field(ELT_331, 46, "\"", Rule.QUOTE),
                field(TAX, 19, "12-4", Rule.NOT_DIGITS),
                field(TAX, 53, "0 23456789018", Rule.NOT_DIGITS),
                field(TAX, 19, sjis("１２"), Rule.NOT_DIGITS),
                field(TAX, 14, "\"" + sjis("番所") + "\"", Rule.QUOTE),
                field(TAX, 19, "\"1200000\"", Rule.QUOTE),
                field(TAX, 52, "\"", Rule.QUOTE),
                field(RESULTS, 26, "\"\"", Rule.QUOTE));
    }

    static Stream<Plant> contents() {
        return Stream.of(
                field(TAX, 2, "123456789", Rule.WIDTH),
                field(TAX, 3, "123456", Rule.WIDTH),
                field(TAX, 14, sjis("番".repeat(31)), Rule.WIDTH),
                field(TAX, 52, sjis("ｱ".repeat(15) + "ア".repeat(16)), Rule.WIDTH),
                field(TAX, 53, "123456789018", Rule.WIDTH),
                field(RESULTS, 14, utf8("\uD842\uDFB7".repeat(301)), Rule.WIDTH),
                field(IDENTIFIERS, 3, "12345678901234", Rule.WIDTH),
                field(TAX, 1, "375", Rule.VALUE),
                field(TAX, 10, "2", Rule.VALUE),
                field(TAX, 11, "04", Rule.VALUE),
                field(TAX, 53, "1123456789018", Rule.VALUE),
                field(RESULTS, 18, "99", Rule.VALUE),
                field(IDENTIFIERS, 2, "4", Rule.VALUE),
                field(TAX, 14, "", Rule.OBLIGATORY),
                field(DEPENDANTS, 1, "", Rule.OBLIGATORY),
                field(SOURCE, 72, "", Rule.OBLIGATORY),
                field(TAX, 37, "0", Rule.EMPTY_EXPECTED),
                field(TAX, 8, sjis("大阪"), Rule.EMPTY_EXPECTED),
                field(SOURCE, 53, "0123456789018", Rule.EMPTY_EXPECTED),
                field(INQUIRIES, 16, "123456789018", Rule.EMPTY_EXPECTED),
                field(PENSIONERS, 2, "3", Rule.VALUE),
                field(AWARDS, 2, "4", Rule.VALUE),
                field(PAYMENTS, 3, "5", Rule.VALUE),
                field(PAYMENTS, 4, "1234567890", Rule.WIDTH),
                field(DECLARATIONS, 11, "05", Rule.VALUE),
                field(PENSIONERS, 3, "123456789018", Rule.WIDTH),
                field(RESULTS, 12, "20260229", Rule.DATE),
                field(RESULTS, 12, "2026011", Rule.DATE),
                field(RESULTS, 12, "2026-1-1", Rule.DATE),
                field(RESULTS, 12, "00000101", Rule.DATE));
    }

    static Stream<Plant> combinations() {
        return Stream.of(
                combination(TAX, 15, "15", "4", "16", "31", "17", "05", "18", "01"),
                combination(TAX, 15, "15", "1", "16", "64", "17", "01", "18", "08"),
                combination(TAX, 15, "15", "1", "16", "26", "17", "02", "18", "29"),
                combination(TAX, 15, "15", "1", "16", "00", "17", "02", "18", "01"),
                combination(TAX, 15, "15", "9", "16", "50", "17", "13", "18", "01"),
                combination(TAX, 56, "55", sjis("番所")),
                combination(TAX, 55, "54", sjis("バンショ")),
                combination(TAX, 59, "61", "0123456789018"),
                combination(TAX, 19, "19", "99", "20", "100"),
                combination(TAX, 31, "31", "9999999998", "32", "9999999999"),
                combination(SOURCE, 55, "73", "2800000009"),
                combination(RESULTS, 31, "31", "123456789018"),
                combination(INQUIRIES, 10, "9", "24727059608"),
                combination(INQUIRIES, 14, "14", ""),
                combination(INQUIRIES, 6, "6", ""),
                combination(INQUIRIES, 5, "5", ""),
                combination(AWARDS, 11, "10", "20200101", "11", "20191231"),
                combination(PAYMENTS, 4, "4", "99", "5", "100"),
                combination(PAYMENTS, 6, "6", "99", "7", "100"),
                combination(DECLARATIONS, 9, "9", "3"),
                combination(DECLARATIONS, 9, "9", "0"),
                combination(DECLARATIONS, 4, "4", "2"),
                combination(DECLARATIONS, 10, "3", "1", "9", "0", "10", "3"),
                combination(RESULTS, 19, "19", "1"),
                combination(RESULTS, 21, "21", "1"),
                combination(RESULTS, 6, "5", "20261102", "6", "20261101"),
                combination(RESULTS, 31, "18", "00", "19", "1", "20", "1", "21", "1", "23", "1", "24", "0"));
    }
}
