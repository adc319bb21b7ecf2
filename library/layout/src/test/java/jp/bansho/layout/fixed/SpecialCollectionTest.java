package jp.bansho.layout.fixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import jp.bansho.layout.LayoutUnknown;
import jp.bansho.layout.Rule;
import jp.bansho.layout.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The file of the special collection: read, checked and written, and each way to be wrong.
class SpecialCollectionTest {

    private static final FixedLayout LAYOUT = FixedLayout.find("special-collection");

    @Test
    void everyRecordHasFiveHundredBytes() {
        for (var part : Part.values()) {
            assertThat(LAYOUT.fields(part).getLast().end()).isEqualTo(500);
            assertThat(LAYOUT.fields(part))
                    .extracting(field -> field.column().number())
                    .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(
                                    1, LAYOUT.fields(part).size())
                            .boxed()
                            .toList());
        }
        assertThat(LAYOUT.fields(Part.DATA)).hasSize(30);
        assertThatThrownBy(() -> FixedLayout.find("nothing")).isInstanceOf(LayoutUnknown.class);
    }

    @Test
    void theExampleBreaksNoRule() throws IOException {
        assertThat(check(golden())).isEmpty();
    }

    @Test
    void theExampleIsReadAsItStands() throws IOException {
        try (var reader = new FixedReader(new ByteArrayInputStream(golden()), LAYOUT)) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.part()).isEqualTo(Part.HEADER);
            assertThat(reader.next()).isTrue();
            assertThat(reader.part()).isEqualTo(Part.DATA);
            assertThat(reader.text(Part.DATA, 13)).isEqualTo("ﾊﾞﾝｼｮ ﾀﾛｳ");
            assertThat(reader.text(Part.DATA, 15)).isEqualTo("番所\u3000太郎");
            assertThat(reader.text(Part.DATA, 20)).isEqualTo("大阪市中央区大手前２\u2212２\u2212２");
            assertThat(reader.amount(Part.DATA, 26)).isEqualTo(12300);
            assertThat(reader.text(Part.DATA, 30)).isEqualTo("28-0000000001");
        }
    }

    @Test
    void whatIsReadIsWrittenBackByteForByte() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var reader = new FixedReader(new ByteArrayInputStream(golden()), LAYOUT);
                var writer = new FixedWriter(out, LAYOUT)) {
            while (reader.next()) {
                switch (Objects.requireNonNull(reader.part())) {
                    case HEADER -> writer.open(fields(reader, Part.HEADER, 2, 7));
                    case DATA -> writer.add(fields(reader, Part.DATA, 8, 30));
                    case TRAILER -> writer.closeGroup();
                }
            }
        }
        assertThat(out.toByteArray()).isEqualTo(golden());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 9, 1, VALUE",
        "0, 1, 9999A, 2, NOT_DIGITS",
        "1, 21, '          ', 8, OBLIGATORY",
        "1, 38, 19500230, 11, DATE",
        "1, 46, 3, 12, VALUE",
        "1, 47, ABC, 13, KANA_EXPECTED",
        "1, 75, ABC, 15, FULL_WIDTH_EXPECTED",
        "1, 394, 12345 67890, 26, NOT_DIGITS",
        "1, 35, X, 10, EMPTY_EXPECTED",
        "3, 21, 000000003, 8, TOTAL_COUNT",
        "3, 30, 00000022201, 9, TOTAL_AMOUNT",
        "3, 52, 00000000000, 11, TOTAL_AMOUNT",
        "2, 6, 102, 2, GROUP_KEY",
        "3, 13, 20261002, 2, GROUP_KEY",
        "2, 0, 1, 1, RECORD_ORDER",
    })
    void aPlantedMistakeIsFoundWhereItIs(int record, int at, String bytes, int field, Rule rule) throws IOException {
        var file = golden();
        var planted = bytes.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(planted, 0, file, record * 500 + at, planted.length);
        assertThat(check(file)).contains(new Violation(record + 1, field, rule));
    }

    @Test
    void groupsAscendAndAreClosed() throws IOException {
        var raw = new String(golden(), StandardCharsets.ISO_8859_1);
        var first = raw.substring(0, 2000);
        var second = raw.substring(2000);
        assertThat(check(bytes(second + first))).containsExactly(new Violation(4, 2, Rule.GROUP_ORDER));
        assertThat(check(bytes(first + first))).containsExactly(new Violation(5, 2, Rule.GROUP_ORDER));
        assertThat(check(bytes(raw.substring(0, 1500)))).containsExactly(new Violation(4, 0, Rule.RECORD_ORDER));
        assertThat(check(bytes(raw.substring(0, 2999)))).contains(new Violation(6, 0, Rule.RECORD_LENGTH));
        assertThat(check(new byte[0])).containsExactly(new Violation(1, 0, Rule.RECORD_ORDER));
    }

    @Test
    void randomGroupsAreWrittenAndRead() throws IOException {
        var random = new Random(500);
        var out = new ByteArrayOutputStream();
        var paid = 0L;
        try (var writer = new FixedWriter(out, LAYOUT)) {
            for (var municipality = 1; municipality <= 40; municipality++) {
                writer.open(Map.of(2, "27%03d".formatted(municipality), 3, "101", 4, "00", 6, "1", 7, "20261001"));
                for (var i = random.nextInt(30); i >= 0; i--) {
                    var amount = random.nextLong(99_999_999L);
                    paid += amount;
                    writer.add(Map.of(
                            8, "1234567890", 9, "1150", 11, "19500401", 12, "2", 13, "ﾊﾅ", 15, "花", 26, "" + amount));
                }
                writer.closeGroup();
            }
        }
        assertThat(check(out.toByteArray())).isEmpty();
        var sum = 0L;
        try (var reader = new FixedReader(new ByteArrayInputStream(out.toByteArray()), LAYOUT)) {
            while (reader.next()) {
                sum += reader.part() == Part.TRAILER ? reader.amount(Part.TRAILER, 9) : 0;
            }
        }
        assertThat(sum).isEqualTo(paid);
    }

    @Test
    void whatDoesNotFitIsNotWritten() throws IOException {
        var writer = new FixedWriter(new ByteArrayOutputStream(), LAYOUT);
        assertThatThrownBy(() -> writer.add(Map.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> writer.open(Map.of(2, "271281"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(writer::close).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyFieldStandsOnThePage() throws IOException {
        var page = Files.readAllLines(Path.of(
                Objects.requireNonNull(System.getProperty("bansho.root")), "docs", "formats", "special-collection.md"));
        for (var part : Part.values()) {
            for (var field : LAYOUT.fields(part)) {
                var column = field.column();
                var width =
                        column.width().least() == column.width().most() || column.kind() == jp.bansho.layout.Kind.EMPTY
                                ? "=" + column.width().most()
                                : "&lt;=" + column.width().most();
                var line = "| %d | %d | %d | %s | %s | %s | %s | %s | %s | %s |"
                        .formatted(
                                column.number(),
                                field.start() + 1,
                                field.bytes(),
                                column.japanese(),
                                column.english(),
                                column.kind().name().toLowerCase(java.util.Locale.ROOT),
                                width,
                                column.obligatory() ? "yes" : "no",
                                column.values().isEmpty() ? "-" : String.join(", ", column.values()),
                                column.source().name().toLowerCase(java.util.Locale.ROOT));
                assertThat(page).as(part + " " + column.number()).contains(line);
            }
        }
    }

    private static Map<Integer, String> fields(FixedReader reader, Part part, int first, int last) {
        var fields = new HashMap<Integer, String>();
        for (var number = first; number <= last; number++) {
            fields.put(number, reader.text(part, number));
        }
        return fields;
    }

    private static List<Violation> check(byte[] file) throws IOException {
        var violations = new ArrayList<Violation>();
        var check = new FixedCheck(LAYOUT, violations::add);
        try (var reader = new FixedReader(new ByteArrayInputStream(file), LAYOUT)) {
            while (reader.next()) {
                var before = violations.size();
                assertThat(check.check(reader)).isEqualTo(violations.size() == before);
            }
        }
        check.finish();
        return violations;
    }

    private static byte[] bytes(String raw) {
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] golden() throws IOException {
        return Files.readAllBytes(Path.of("src/test/golden/special-collection.dat"));
    }
}
