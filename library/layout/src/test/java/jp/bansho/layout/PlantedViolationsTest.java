package jp.bansho.layout;

import static jp.bansho.layout.Golden.AWARDS;
import static jp.bansho.layout.Golden.DECLARATIONS;
import static jp.bansho.layout.Golden.DEPENDANTS;
import static jp.bansho.layout.Golden.ELT_331;
import static jp.bansho.layout.Golden.IDENTIFIERS;
import static jp.bansho.layout.Golden.INQUIRIES;
import static jp.bansho.layout.Golden.MUNICIPAL;
import static jp.bansho.layout.Golden.PAYMENT;
import static jp.bansho.layout.Golden.PAYMENTS;
import static jp.bansho.layout.Golden.PENSIONERS;
import static jp.bansho.layout.Golden.RESULTS;
import static jp.bansho.layout.Golden.TAX;
import static jp.bansho.layout.Golden.WITHHOLDING;
import static jp.bansho.layout.Plant.broken;
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
    @MethodSource({"shapes", "characters", "contents", "combinations", "ofTheSlip", "ofTheReports"})
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
        var broken = Stream.of(shapes(), characters(), contents(), combinations(), ofTheSlip(), ofTheReports())
                .flatMap(plants -> plants)
                .flatMap(plant -> plant.expected().stream())
                .map(Violation::rule)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
        // those of files in groups are broken in the tests of jp.bansho.layout.fixed
        broken.addAll(EnumSet.range(Rule.RECORD_ORDER, Rule.TOTAL_AMOUNT));
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
                field(WITHHOLDING, 72, "28 01", Rule.CHARACTER_NOT_ALLOWED),
                field(WITHHOLDING, 72, "12345678901234567", Rule.WIDTH),
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
                field(WITHHOLDING, 72, "", Rule.OBLIGATORY),
                field(TAX, 37, "0", Rule.EMPTY_EXPECTED),
                field(TAX, 8, sjis("大阪"), Rule.EMPTY_EXPECTED),
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
                combination(WITHHOLDING, 55, "73", "2800000009"),
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

    /// What the slip demands beyond characters and widths. Line 2 is a slip without spouse and dependants, 19 =
    /// 1200000.
    static Stream<Plant> ofTheSlip() {
        return Stream.concat(
                wordings(),
                Stream.of(
                        broken(Rule.TELEPHONE, TAX, 6, "6", "0335814161"),
                        broken(Rule.TELEPHONE, TAX, 6, "6", "03(3581-4161"),
                        broken(Rule.TELEPHONE, TAX, 6, "6", "3-3581-4161"),
                        broken(Rule.TELEPHONE, TAX, 6, "6", "03-3581-41611"),
                        broken(Rule.CHECK_DIGIT, TAX, 51, "51", "5835678256247"),
                        broken(Rule.BORN_LATER, TAX, 16, "15", "5", "16", "06", "17", "01", "18", "01"),
                        broken(Rule.UNPAID_EXCEEDS, TAX, 20, "20", "1200001"),
                        broken(Rule.UNPAID_EXCEEDS, TAX, 24, "24", "1"),
                        broken(Rule.UNCOLLECTED_EXCEEDS, TAX, 22, "22", "61201"),
                        broken(Rule.TAX_EXCEEDS, TAX, 33, "31", "9999999998", "33", "9999999999"),
                        broken(Rule.AMOUNT_MISSING, TAX, 19, "19", "", "21", ""),
                        broken(Rule.PREMIUMS_EXCEED, TAX, 43, "43", "1200001"),
                        broken(Rule.SPOUSE_MISSING, TAX, 55, "38", "1"),
                        broken(Rule.SPOUSE_UNEXPECTED, TAX, 55, "55", sjis("番所　花子"), "56", "00"),
                        broken(Rule.KIND_MISSING, TAX, 56, "38", "3", "55", sjis("番所　花子")),
                        broken(Rule.NAME_MISSING, TAX, 59, "58", sjis("バンショ")),
                        broken(Rule.NAME_MISSING, TAX, 59, "61", "0123456789018"),
                        broken(Rule.NAME_MISSING, TAX, 59, "60", "01", "50", "1"),
                        broken(Rule.NAMED_TOO_FEW, TAX, 59, "40", "1"),
                        broken(Rule.NAMED_TOO_FEW, TAX, 67, "49", "2"),
                        broken(Rule.NAMED_TOO_MANY, TAX, 39, "59", sjis("番所"), "60", "00"),
                        broken(Rule.NAMED_TOO_MANY, TAX, 49, "67", sjis("番所"), "68", "00"),
                        broken(Rule.GAP, TAX, 59, "40", "1", "63", sjis("番所"), "64", "00"),
                        broken(Rule.GAP, TAX, 67, "49", "1", "70", sjis("番所"), "71", "00"),
                        broken(Rule.NON_RESIDENTS, TAX, 50, "40", "1", "59", sjis("番所"), "60", "04"),
                        broken(Rule.DISABLED_TOGETHER, TAX, 46, "46", "1"),
                        broken(Rule.DISABLED_TOO_MANY, TAX, 41, "41", "1", "42", "1"),
                        broken(Rule.CONTRADICTION, TAX, 36, "35", "1", "36", "1"),
                        broken(Rule.CONTRADICTION, TAX, 48, "47", "1", "48", "1"),
                        broken(Rule.CONTRADICTION, TAX, 38, "48", "1", "38", "1", "55", sjis("番所"), "56", "00"),
                        broken(Rule.CONTRADICTION, TAX, 38, "47", "1", "38", "3", "55", sjis("番所"), "56", "00")));
    }

    private static Stream<Plant> wordings() {
        return Stream.of(
                broken(Rule.EDGE_BLANK, TAX, 12, "12", sjis("大阪市中央区　")),
                broken(Rule.BLANKS, TAX, 12, "12", sjis("大阪市中央区　　大手前")),
                broken(Rule.ADDRESS_PUNCTUATION, TAX, 12, "12", sjis("大阪市中央区、大手前")),
                broken(Rule.ADDRESS_PUNCTUATION, TAX, 12, "12", sjis("大阪市中央区，大手前")),
                broken(Rule.ADDRESS_PUNCTUATION, TAX, 4, "4", sjis("大阪市中央区；大手前")),
                broken(Rule.ADDRESS_NUMBER_MARK, TAX, 12, "12", sjis("大阪市中央区２ー２")),
                broken(Rule.ADDRESS_NUMBER_MARK, TAX, 12, "12", sjis("大阪市中央区２／２")),
                broken(Rule.ADDRESS_POSTAL_CODE, TAX, 12, "12", sjis("〒大阪市中央区")),
                broken(Rule.ADDRESS_POSTAL_CODE, TAX, 12, "12", sjis("５４０－０００８大阪市中央区")),
                broken(Rule.ADDRESS_CITY, TAX, 12, "12", sjis("大阪府中央区大手前２－２－２")),
                broken(Rule.ADDRESS_CITY, TAX, 12, "12", sjis("中京区河原町")),
                broken(Rule.EDGE_BLANK, TAX, 14, "14", sjis("　番所太郎")),
                broken(Rule.BLANKS, TAX, 14, "14", sjis("番所　　太郎")),
                broken(Rule.NAME_TITLE, TAX, 14, "14", sjis("番所　太郎様")),
                broken(Rule.NAME_TITLE, TAX, 14, "14", sjis("番所　太郎　殿")),
                broken(Rule.NAME_TITLE, TAX, 14, "14", sjis("番所氏")),
                broken(Rule.NAME_MARK, TAX, 14, "14", sjis("番所、太郎")),
                broken(Rule.NAME_MARK, TAX, 14, "14", sjis("番所　太郎２")),
                broken(Rule.KANA_EXPECTED, TAX, 52, "52", sjis("ばんしょ")),
                broken(Rule.KANA_EXPECTED, TAX, 52, "52", "Bansho"),
                broken(Rule.EDGE_BLANK, TAX, 5, "5", sjis("財務産業　")),
                broken(Rule.BLANKS, TAX, 5, "5", sjis("財務　　産業")),
                broken(Rule.ORGANISATION_ABBREVIATION, TAX, 5, "5", sjis("財務産業　株）")),
                broken(Rule.ORGANISATION_ABBREVIATION, TAX, 5, "5", sjis("（株　財務産業")),
                broken(Rule.ORGANISATION_ABBREVIATION, TAX, 5, "5", sjis("財務産業／株")),
                broken(Rule.ORGANISATION_ABBREVIATION, TAX, 5, "5", sjis("株、財務産業")));
    }

    /// What the papers of the municipalities demand; for the old one, what its outside validator is known to demand.
    static Stream<Plant> ofTheReports() {
        return Stream.concat(
                Stream.of(1, 4, 5, 10, 11, 12, 14, 15, 16, 17, 18, 46, 48)
                        .map(column -> field(ELT_331, column, "", Rule.OBLIGATORY)),
                Stream.of(
                        field(ELT_331, 1, "377", Rule.VALUE),
                        field(ELT_331, 2, "12345678901", Rule.WIDTH),
                        field(ELT_331, 4, sjis("番".repeat(61)), Rule.WIDTH),
                        field(ELT_331, 10, "4", Rule.VALUE),
                        field(ELT_331, 11, "28", Rule.VALUE),
                        field(ELT_331, 15, "5", Rule.VALUE),
                        field(ELT_331, 33, "0", Rule.EMPTY_EXPECTED),
                        field(ELT_331, 34, "0", Rule.VALUE),
                        field(ELT_331, 46, sjis("ｱ".repeat(61)), Rule.WIDTH),
                        field(ELT_331, 47, "1".repeat(26), Rule.WIDTH),
                        field(ELT_331, 48, "2712", Rule.WIDTH),
                        field(ELT_331, 48, "2712841", Rule.WIDTH),
                        field(ELT_331, 49, "1".repeat(13), Rule.WIDTH),
                        combination(ELT_331, 15, "15", "4", "16", "01", "17", "01", "18", "07"),
                        field(MUNICIPAL, 10, "4", Rule.VALUE),
                        field(MUNICIPAL, 72, "1123456789018", Rule.VALUE),
                        combination(MUNICIPAL, 67, "72", "0123456789018"),
                        broken(Rule.MUNICIPALITY, MUNICIPAL, 76, "76", "48100"),
                        broken(Rule.MUNICIPALITY, MUNICIPAL, 76, "76", "271285"),
                        broken(Rule.MUNICIPALITY, PAYMENT, 76, "76", "00100"),
                        combination(PAYMENT, 67, "82", "2800000010"),
                        field(WITHHOLDING, 53, "0123456789018", Rule.EMPTY_EXPECTED),
                        field(WITHHOLDING, 76, "", Rule.OBLIGATORY),
                        field(WITHHOLDING, 14, utf8("番".repeat(121)), Rule.WIDTH),
                        broken(Rule.UNPAID_EXCEEDS, WITHHOLDING, 20, "20", "1200001")));
    }

    /// A column with a check digit of an Individual Number is looked at when whoever writes the file asks for it.
    @Test
    void checkDigitsOfNumbersAreLookedAtOnDemand() throws IOException {
        var file = line(TAX.raw(), 1, record -> Plant.with(record, 57, "0123456789019"))
                .getBytes(StandardCharsets.ISO_8859_1);
        var zeros = line(TAX.raw(), 3, record -> Plant.with(record, 53, "0".repeat(13)))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Golden.check(TAX.bytes(), RecordCheck.withNumbers(TAX.layout()), TAX.layout()))
                .isEmpty();
        assertThat(Golden.check(file, TAX.layout())).isEmpty();
        assertThat(Golden.check(file, RecordCheck.withNumbers(TAX.layout()), TAX.layout()))
                .containsExactly(new Violation(1, 57, Rule.CHECK_DIGIT));
        assertThat(Golden.check(zeros, RecordCheck.withNumbers(TAX.layout()), TAX.layout()))
                .containsExactly(new Violation(3, 53, Rule.CHECK_DIGIT));
    }

    @Test
    void moreThanSixtyKindsOfMistakesArePlanted() {
        var kinds = Stream.of(shapes(), characters(), contents(), combinations(), ofTheSlip(), ofTheReports())
                .flatMap(plants -> plants)
                .map(plant ->
                        plant.golden().id + " " + plant.expected().getFirst().column() + " "
                                + plant.expected().getFirst().rule())
                .distinct();
        assertThat(kinds).hasSizeGreaterThan(100);
        var slips = Stream.of(shapes(), characters(), contents(), combinations(), ofTheSlip())
                .flatMap(plants -> plants)
                .filter(plant -> plant.golden() == TAX)
                .map(plant -> plant.expected().getFirst().column() + " "
                        + plant.expected().getFirst().rule())
                .distinct();
        assertThat(slips).hasSizeGreaterThan(60);
    }
}
