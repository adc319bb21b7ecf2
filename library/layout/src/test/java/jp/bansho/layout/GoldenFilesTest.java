package jp.bansho.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The example files are right, are read as they stand, and are written back byte for byte.
class GoldenFilesTest {

    @ParameterizedTest
    @EnumSource
    void anExampleFileBreaksNoRule(Golden golden) throws IOException {
        assertThat(Golden.check(golden.bytes(), golden.layout())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anExampleFileFillsEveryColumnThatMayBeFilled(Golden golden) throws IOException {
        var filled = new TreeSet<Integer>();
        try (var reader = golden.reader()) {
            while (reader.next()) {
                IntStream.rangeClosed(1, reader.fieldCount())
                        .filter(column -> reader.length(column) > 0)
                        .forEach(filled::add);
            }
        }
        assertThat(filled)
                .containsExactlyElementsOf(golden.layout().columns().stream()
                        .filter(column -> column.kind() != Kind.EMPTY)
                        .map(Column::number)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void aRecordKnowsItsLineAndItsPlaceInTheFile(Golden golden) throws IOException {
        var raw = golden.raw();
        var lines = raw.split("\r\n");
        assertThat(lines).hasSize(golden.records);
        try (var reader = golden.reader()) {
            var offset = 0L;
            for (var i = 0; i < lines.length; i++) {
                assertThat(reader.next()).isTrue();
                assertThat(reader.line()).isEqualTo(i + 1);
                assertThat(reader.offset()).isEqualTo(offset);
                assertThat(String.join(",", Golden.fields(reader))).isEqualTo(lines[i]);
                offset += lines[i].length() + 2;
                assertThat(reader.nextOffset()).isEqualTo(offset);
            }
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void textIsDecodedWithTheFilesCode() throws IOException {
        try (var tax = Golden.TAX.reader();
                var results = Golden.RESULTS.reader()) {
            assertThat(tax.next() && results.next()).isTrue();
            assertThat(tax.text(4)).isEqualTo("兵庫県神戸市中央区中山手通９\u2212９\u2212９");
            assertThat(tax.text(52)).isEqualTo("ﾊﾞﾝｼﾖ ﾀﾛｳ");
            assertThat(results.text(26)).isEqualTo("\uD842\uDFB7田\u3000斉\uDB40\uDD03藤");
        }
    }

    @Test
    void theSourceSaysWhichKeyFillsWhichColumn() {
        var fills = Golden.WITHHOLDING.layout().fills();
        assertThat(fills).extracting(Fill::column).containsExactly(53, 57, 61, 65);
        assertThat(fills).extracting(Fill::key).containsExactly(72, 73, 74, 75);
    }
}
