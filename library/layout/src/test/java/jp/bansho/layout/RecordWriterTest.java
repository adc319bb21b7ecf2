package jp.bansho.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the writer writes, counts and refuses.
class RecordWriterTest {

    private static final Layout LAYOUT = Layouts.find("dependants");

    private ByteArrayOutputStream out = new ByteArrayOutputStream();
    private RecordWriter writer = new RecordWriter(out, LAYOUT);

    @BeforeEach
    void openAWriter() {
        out = new ByteArrayOutputStream();
        writer = new RecordWriter(out, LAYOUT);
    }

    @Test
    void fieldsAreSeparatedAndRecordsEndWithCrLf() throws IOException {
        writer.begin();
        field("1");
        field("");
        field("3");
        writer.end();
        assertThat(writer.length()).isEqualTo(6);
        writer.flush();
        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("1,,3\r\n");
    }

    @Test
    void moreThanABufferfulComesOutWhole() throws IOException {
        var golden = Golden.DEPENDANTS.raw();
        var many = golden.repeat(60_000);
        try (var reader = new RecordReader(new ByteArrayInputStream(many.getBytes(StandardCharsets.US_ASCII)), LAYOUT);
                var closing = writer) {
            while (reader.next()) {
                closing.begin();
                closing.copy(reader, 1, 3);
                closing.end();
                assertThat(closing.length() == reader.nextOffset())
                        .as("line %s", reader.line())
                        .isTrue();
            }
        }
        assertThat(out.toString(StandardCharsets.US_ASCII).equals(many)).isTrue();
    }

    @Test
    void aFieldLongerThanTheBufferComesOutWhole() throws IOException {
        writer.begin();
        field("1");
        field("2".repeat(3 << 20));
        field("3");
        writer.end();
        writer.close();
        assertThat(out.size()).isEqualTo((3 << 20) + 6);
        assertThat(out.toString(StandardCharsets.US_ASCII)).startsWith("1,2").endsWith("2,3\r\n");
    }

    @Test
    void aRecordOfTheWrongShapeIsRefused() throws IOException {
        assertThatThrownBy(() -> field("1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(writer::end).isInstanceOf(IllegalStateException.class);
        writer.begin();
        field("1");
        assertThatThrownBy(writer::begin).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(writer::end).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFieldThatWouldBreakTheRecordIsRefusedUnseen() {
        writer.begin();
        for (var bad : new String[] {"12,3", "12\r", "12\n", "\"12"}) {
            assertThatThrownBy(() -> field(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("12");
        }
    }

    private void field(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        writer.field(bytes, 0, bytes.length);
    }
}
