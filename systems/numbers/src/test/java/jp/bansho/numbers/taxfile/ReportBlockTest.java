package jp.bansho.numbers.taxfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import jp.bansho.layout.Layouts;
import jp.bansho.layout.RecordCheck;
import jp.bansho.layout.RecordReader;
import jp.bansho.layout.Rule;
import jp.bansho.layout.Violation;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.intake.Invented;
import org.junit.jupiter.api.Test;

class ReportBlockTest {

    private static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");
    private static final String USER = InventedFiles.userNumber(28, 0);
    private static final String OTHER = InventedFiles.userNumber(28, 1);
    private static final String NUMBER = "0" + InventedFiles.digits(28, 0);

    private static NumberMap book(String... users) {
        var map = new NumberMap(users.length, 0, users.length);
        for (var i = 0; i < users.length; i++) {
            var key = users[i].getBytes(StandardCharsets.US_ASCII);
            map.link(NumberMap.pack(key, 0, key.length), NumberMap.pack(key, 8, key.length), i);
            map.number(i, InventedFiles.number(28, i));
        }
        return map;
    }

    private static byte[] source(String... lines) {
        return Arrays.stream(lines)
                .map(line -> line + "\r\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static ReportBlock.Order order(TaxReport report, NumberMap numbers) {
        return new ReportBlock.Order(
                Recipe.of(report, SourceSlips.YEAR),
                numbers,
                List.of(Invented.ASSOCIATION.userNumbers()),
                null,
                null,
                true);
    }

    private static ReportBlock.Done run(TaxReport report, NumberMap numbers, String... lines) throws IOException {
        var source = source(lines);
        return new ReportBlock(order(report, numbers), new SlipBytes(source.length)).run(source, source.length, 0, 1);
    }

    private static String text(ReportBlock.Done done) {
        return new String(done.bytes().array(), 0, done.bytes().length(), SHIFT_JIS);
    }

    private static String slip(String name) {
        return SourceSlips.slip("0", USER, name, "ﾊﾞﾝｼﾖ ﾀﾛｳ", 1_200_000, 61_200);
    }

    @Test
    void aSlipComesOutAsAPersonWouldWriteItFromTheFormatPage() throws IOException {
        var done = run(TaxReport.WITHHOLDING, book(USER), slip("番所　太郎"));
        assertThat(text(done))
                .isEqualTo("377,,,東京都千代田区架空町１−２−３,架空共済連合会,,,,,0,07,兵庫県神戸市中央区１−１,0,番所　太郎,1,25,04,01,"
                        + "1200000,0,61200,0,,,,,,,,,,,,,0,0,,2,,,,,,,,,0,0,,,,ﾊﾞﾝｼﾖ ﾀﾛｳ," + NUMBER
                        + ",,,,,,,,,,,,,,,,,,\r\n");
        assertThat(done.violations()).isEmpty();
        assertThat(done.replacements()).isEmpty();
        assertThat(done.figures()).isEqualTo(new Figures(1, 0, 1_200_000, 61_200, 0));
        assertThat(done.people().all()).containsExactly(new Present(28, "recipient", 1, 0));
    }

    @Test
    void aCompatibilityFormIsReplacedAndListedAndAHalfWidthOneToo() throws IOException {
        var done = run(TaxReport.WITHHOLDING, book(USER), slip("\uFA19戸　一郎"), slip("番所 太郎"), slip("大藏　齊藤"));
        assertThat(text(done)).contains(",神戸　一郎,", ",番所　太郎,", ",大蔵　斉藤,");
        assertThat(done.replacements())
                .containsEntry(new Replacement("\uFA19", "神", "COMPATIBILITY"), new Tally(1, 1))
                .containsEntry(new Replacement(" ", "　", "FULL_WIDTH"), new Tally(1, 2))
                .containsEntry(new Replacement("藏", "蔵", "OLD_FORM"), new Tally(1, 3))
                .hasSize(4);
    }

    @Test
    void aNameWithoutAFormIsWrittenInKanaAndOnlyTheCharacterIsListed() throws IOException {
        var done = run(TaxReport.WITHHOLDING, book(USER), slip("渡\uD86E\uDFBD　太郎"));
        assertThat(text(done)).contains(",バンシヨ　タロウ,");
        assertThat(done.replacements()).containsOnlyKeys(new Replacement("\uD86E\uDFBD", "", Replacement.KANA));
    }

    @Test
    void anAddressWithoutAFormAndANameWithoutKanaAreViolations() throws IOException {
        var done = run(
                TaxReport.WITHHOLDING,
                book(USER),
                Invented.with(slip("番所　太郎"), 12, "\uD86E\uDFBD町"),
                Invented.with(slip("\uD86E\uDFBD　太郎"), 52, ""));
        assertThat(done.violations())
                .contains(
                        new Violation(1, 12, Rule.CHARACTER_NOT_ALLOWED),
                        new Violation(2, 14, Rule.CHARACTER_NOT_ALLOWED));
        assertThat(done.outcomes().count(SlipOutcome.INVALID.code())).isEqualTo(2);
    }

    @Test
    void aNameTooLongAfterItsReplacementIsAViolationOfTheReport() throws IOException {
        var done = run(TaxReport.WITHHOLDING, book(USER), slip("番".repeat(31)), slip("番所　太郎"));
        assertThat(done.violations()).containsExactly(new Violation(1, 14, Rule.WIDTH));
        assertThat(done.outcomes().count(SlipOutcome.COMPLETE.code())).isEqualTo(1);
    }

    @Test
    void whatIsCheckedOnTheWayIsAllThatTheReportDemands() throws IOException {
        var contents = List.of(
                "",
                "0",
                "1",
                "2",
                "3",
                "9",
                "00",
                "01",
                "05",
                "31",
                "99",
                "1200001",
                "12345678901",
                "番所　太郎",
                "ﾊﾞﾝｼﾖ",
                "バンショ",
                "x",
                "〒１",
                "　番",
                "番様",
                "横浜市１－１",
                "番".repeat(31),
                "03-3581-4161",
                "0123456789012",
                "\uD86E\uDFBD");
        var random = new Random(20261123);
        var lines = new String[6_000];
        for (var i = 0; i < lines.length; i++) {
            lines[i] = slip("番所　太郎");
            for (var changes = random.nextInt(4); changes > 0; changes--) {
                lines[i] =
                        Invented.with(lines[i], 1 + random.nextInt(71), contents.get(random.nextInt(contents.size())));
            }
        }
        var done = run(TaxReport.WITHHOLDING, book(USER), lines);
        var found = done.violations().stream().map(Violation::line).collect(Collectors.toSet());
        var all = new HashSet<Long>();
        var layout = Layouts.find("nta-377", SourceSlips.YEAR);
        var check = new RecordCheck(layout);
        try (var reader = RecordReader.over(done.bytes().array(), done.bytes().length(), layout, 1, 0)) {
            while (reader.next()) {
                check.check(reader, violation -> all.add(violation.line()));
            }
        }
        assertThat(all).hasSizeBetween(1_000, 5_500);
        assertThat(found).containsAll(all);
        assertThat(done.outcomes().count(SlipOutcome.INVALID.code())).isEqualTo(found.size());
    }

    @Test
    void theMunicipalReportHasHalfWidthKanaAndStretchesByMunicipality() throws IOException {
        var done = run(
                TaxReport.PAYMENT_REPORT,
                book(USER, OTHER),
                SourceSlips.report("0", USER, "13101"),
                SourceSlips.report("0", OTHER, "13101"),
                SourceSlips.report("1", OTHER, "27128"));
        assertThat(done.violations()).isEmpty();
        assertThat(text(done)).contains(",ﾊﾞﾝｼｮ ﾀﾛｳ,,13101,\r\n");
        assertThat(done.stretches())
                .extracting(ReportBlock.Stretch::group, ReportBlock.Stretch::records)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("13101", 2),
                        org.assertj.core.groups.Tuple.tuple("27128", 1));
    }

    @Test
    void theSecondReadingCatchesEachFlippedFieldAndAWrongSum() throws IOException {
        var source = source(slip("番所　太郎"), slip("\uFA19戸　一郎"));
        var done = run(TaxReport.WITHHOLDING, book(USER), slip("番所　太郎"), slip("\uFA19戸　一郎"));
        var good = Arrays.copyOf(done.bytes().array(), done.bytes().length());
        read(source, good, done.replacements().keySet(), done.figures());
        for (var i = 0; i < good.length; i++) {
            var flipped = good.clone();
            flipped[i] = (byte) (flipped[i] == '7' ? '8' : flipped[i] < 0 ? flipped[i] ^ 1 : flipped[i] + 1);
            assertThatThrownBy(() -> read(source, flipped, done.replacements().keySet(), done.figures()))
                    .as("byte " + i)
                    .isInstanceOfAny(TaxfileRefused.class, NumberFormatException.class);
        }
        assertThatThrownBy(() -> read(source, good, Set.of(), done.figures())).hasMessageContaining("line 2, field 14");
        assertThatThrownBy(() ->
                        read(source, good, done.replacements().keySet(), new Figures(2, 1, 2_400_000, 122_400, 0)))
                .hasMessageContaining("summary");
    }

    private static void read(byte[] source, byte[] finished, Set<Replacement> claims, Figures figures) {
        var recipe = Recipe.of(TaxReport.WITHHOLDING, SourceSlips.YEAR);
        try (var numbers = book(USER)) {
            new SecondReading(TaxReport.WITHHOLDING, recipe.fills(), numbers, claims)
                    .compare(source, source.length, finished, finished.length, new int[] {1, 2}, 2, figures, false);
        }
    }

    @Test
    void theSecondReadingSharesNoCodeWithTheLayouts() throws IOException {
        var text = java.nio.file.Files.readString(
                java.nio.file.Path.of("src/main/java/jp/bansho/numbers/taxfile/SecondReading.java"));
        assertThat(text.lines().filter(line -> line.startsWith("import jp.bansho")))
                .containsExactly("import jp.bansho.layout.Fill;");
        assertThat(text).doesNotContain("Cells", "Letters", "RecordReader", "characters");
    }

    @Test
    void aPassCutsAnywhereAndGivesTheSameBytes() throws IOException {
        var lines = new String[200];
        for (var i = 0; i < lines.length; i++) {
            lines[i] = SourceSlips.slip("0", USER, "番所　太郎", "ﾀﾛｳ", i, i % 3);
        }
        var source = source(lines);
        var whole = text(run(TaxReport.WITHHOLDING, book(USER), lines));
        try (var numbers = book(USER);
                var pass = new ReportPass(
                        order(TaxReport.WITHHOLDING, numbers),
                        new ByteArrayInputStream(source),
                        Progress.SILENT,
                        source.length,
                        1 << 12)) {
            var all = new StringBuilder();
            for (var done = pass.next(); done != null; done = pass.next()) {
                all.append(text(done));
            }
            assertThat(all.toString()).isEqualTo(whole);
            assertThat(pass.slips).isEqualTo(200);
            assertThat(pass.figures.untaxed()).isEqualTo(67);
        }
    }
}
