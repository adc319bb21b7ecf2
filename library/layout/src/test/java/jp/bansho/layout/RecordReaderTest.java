package jp.bansho.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The reader against its naive twin: borders of the buffer, damaged bytes, byte soup, and going on from an offset.
class RecordReaderTest {

    @Test
    void whatACarrierPutBeforeARecordIsReadOver() throws IOException {
        var golden = Golden.ELT_331;
        var raw = golden.raw().replaceFirst("^331", "N-1@2@331");
        var file = raw.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Golden.check(file, golden.layout())).isEmpty();
        try (var reader = new RecordReader(new ByteArrayInputStream(file), golden.layout());
                var plain = golden.reader()) {
            assertThat(reader.next() && plain.next()).isTrue();
            assertThat(Golden.fields(reader)).isEqualTo(Golden.fields(plain));
        }
        var other = Golden.DEPENDANTS.raw().replaceFirst("^", "1@").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Golden.check(other, Golden.DEPENDANTS.layout())).hasSize(1);
    }

    private static final int LONGEST = 1100;
    private static final String SOUP = ",,,,\r\n\r\nab\u00EF\u00BB\u00BF\u00FE\u00FF";

    @ParameterizedTest
    @EnumSource
    void aRecordIsTheSameWhereverTheBufferEnds(Golden golden) throws IOException {
        var expected = SlowReader.read(golden.raw(), LONGEST);
        for (var capacity = LONGEST + 2; capacity < LONGEST + 200; capacity += 3) {
            var in = new Trickle(golden.bytes(), 0, new Random(capacity), 1 + capacity % 97);
            assertThat(rows(new RecordReader(in, golden.layout(), 1, 0, capacity, LONGEST)))
                    .as("capacity %s", capacity)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void readingOnFromAnOffsetGivesTheSameRecords(Golden golden) throws IOException {
        var all = SlowReader.read(golden.raw(), LONGEST);
        for (var i = 0; i < all.size(); i++) {
            var first = all.get(i);
            var in = new ByteArrayInputStream(golden.bytes());
            in.skipNBytes(first.offset());
            assertThat(rows(new RecordReader(in, golden.layout(), first.line(), first.offset(), 4096, LONGEST)))
                    .isEqualTo(all.subList(i, all.size()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void damagedBytesAreCutAsTheNaiveTwinCutsThem(Golden golden) throws IOException {
        var random = new Random(377);
        for (var round = 0; round < 500; round++) {
            var bytes = golden.bytes();
            for (var i = random.nextInt(8); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(-128, 128);
                bytes[random.nextInt(bytes.length)] = (byte) SOUP.charAt(random.nextInt(SOUP.length()));
            }
            compare(bytes, 200 + random.nextInt(LONGEST), golden.layout(), random, "round " + round + " of seed 377");
        }
    }

    @Test
    void byteSoupIsCutAsTheNaiveTwinCutsIt() throws IOException {
        var random = new Random(2016);
        for (var round = 0; round < 8_000; round++) {
            var bytes = new byte[random.nextInt(60)];
            for (var i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) SOUP.charAt(random.nextInt(SOUP.length()));
            }
            compare(bytes, 1 + random.nextInt(20), Golden.TAX.layout(), random, "round " + round + " of seed 2016");
        }
    }

    @Test
    void anEmptyFileHasNoRecord() throws IOException {
        try (var reader = new RecordReader(InputStream.nullInputStream(), Golden.TAX.layout())) {
            assertThat(reader.next()).isFalse();
            assertThat(reader.next()).isFalse();
            assertThat(reader.fieldCount()).isZero();
        }
    }

    @Test
    void aColumnBeyondTheRecordIsRefused() throws IOException {
        var in = new ByteArrayInputStream("a,b\r\n".getBytes(StandardCharsets.US_ASCII));
        try (var reader = new RecordReader(in, Golden.TAX.layout())) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.text(2)).isEqualTo("b");
            assertThatThrownBy(() -> reader.start(3)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> reader.start(0)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    private static void compare(byte[] bytes, int longest, Layout layout, Random random, String round)
            throws IOException {
        var expected = SlowReader.read(new String(bytes, StandardCharsets.ISO_8859_1), longest).stream()
                .map(row -> layout.prefix() == 0 ? row : row.withoutPrefix(layout.prefix()))
                .toList();
        var capacity = Math.max(longest + 2, 4) + random.nextInt(30);
        var in = new Trickle(bytes, 0, random, 9);
        assertThat(rows(new RecordReader(in, layout, 1, 0, capacity, longest)))
                .as(round)
                .isEqualTo(expected);
        var unlimited = SlowReader.read(new String(bytes, StandardCharsets.ISO_8859_1), 1 << 16).stream()
                .map(row -> layout.prefix() == 0 ? row : row.withoutPrefix(layout.prefix()))
                .toList();
        var longer = Arrays.copyOf(bytes, bytes.length + random.nextInt(20));
        assertThat(rows(RecordReader.over(longer, bytes.length, layout, 1, 0)))
                .as(round)
                .isEqualTo(unlimited);
        if (!expected.isEmpty()) {
            var from = random.nextInt(expected.size());
            var first = expected.get(from);
            var rest = new Trickle(bytes, (int) first.offset(), random, 9);
            var resumed = rows(new RecordReader(rest, layout, first.line(), first.offset(), capacity, longest));
            var same = first.offset() == 0 ? expected : expected.subList(from, expected.size());
            assertThat(resumed.stream().map(SlowReader.Row::withoutMark).toList())
                    .as(round)
                    .isEqualTo(same.stream().map(SlowReader.Row::withoutMark).toList());
        }
    }

    private static List<SlowReader.Row> rows(RecordReader reader) throws IOException {
        var rows = new ArrayList<SlowReader.Row>();
        try (reader) {
            while (reader.next()) {
                rows.add(new SlowReader.Row(
                        reader.line(), reader.offset(), reader.nextOffset(), reader.flaws(), Golden.fields(reader)));
            }
        }
        return rows;
    }
}
