package jp.bansho.jlis.inquiry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.bansho.identifiers.ProtectedNumber;
import jp.bansho.identifiers.ResidentRecordCode;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.jlis.inquiry.Asked.ByCode;
import jp.bansho.jlis.inquiry.Asked.InError;
import jp.bansho.jlis.residents.Effect;
import jp.bansho.jlis.residents.Standing;
import jp.bansho.layout.CodeTable;
import jp.bansho.layout.Layouts;
import jp.bansho.layout.RecordReader;
import jp.bansho.layout.RecordWriter;
import org.jspecify.annotations.Nullable;

/// Writes rows of the layout `identity-results`: the first 17 columns as they were sent, the rest is the answer.
final class AnswerRows {

    private static final int ECHOED = 17;
    private static final byte[] NOTHING = {};

    private final CodeTable codes = CodeTable.of("identity-results");
    private final byte[] found = code(18, "found");
    private final byte[] noHit = code(18, "no-hit");
    private final byte[] several = code(18, "several-hits");
    private final byte[] inError = code(18, "request-error");
    private final byte[] byCode = code(21, "by-code");
    private final byte[] byItems = code(21, "by-four-items");
    private final byte[] unchanged = code(22, "unchanged");
    private final byte[] changed = code(22, "changed");
    private final byte[] alive = code(23, "alive");
    private final byte[] dead = code(23, "dead");
    private final byte[] nothing = code(24, "nothing");
    private final byte[] otherItems = code(24, "other-items");
    private final byte[] newNumber = code(24, "number");
    private final byte[] male = code(29, "male");
    private final byte[] female = code(29, "female");
    private final byte[] takingPart = code(38, "taking-part");

    /// An answer: its rows, and how many inquiries came to what.
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(byte[] rows, AnswerCounts counts) {}

    /// Writes the answer of a batch.
    ///
    /// @param asked the rows of the batch once more
    Answer write(RecordReader asked, List<Inquiry> inquiries, List<List<Hit>> hits) {
        var bytes = new ByteArrayOutputStream(1 << 20);
        var counts = new AnswerCounts();
        try (var writer = new RecordWriter(bytes, Layouts.find("identity-results"))) {
            for (var i = 0; i < inquiries.size(); i++) {
                asked.next();
                row(writer, asked, inquiries.get(i), hits.get(i), counts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer(bytes.toByteArray(), counts);
    }

    private void row(RecordWriter writer, RecordReader asked, Inquiry inquiry, List<Hit> hits, AnswerCounts counts)
            throws IOException {
        if (hits.isEmpty()) {
            var error = inquiry.asked() instanceof InError;
            counts.add(error, 0);
            writer.begin();
            writer.copy(asked, 1, ECHOED);
            put(writer, error ? inError : noHit, number(0), number(0));
            for (var column = 21; column <= 37; column++) {
                put(writer, NOTHING);
            }
            put(writer, takingPart, NOTHING, NOTHING);
            writer.end();
            return;
        }
        counts.add(false, hits.size());
        for (var i = 0; i < hits.size(); i++) {
            writer.begin();
            writer.copy(asked, 1, ECHOED);
            put(writer, hits.size() == 1 ? found : several, number(hits.size()), number(i + 1));
            hit(writer, inquiry, hits.get(i));
            writer.end();
        }
    }

    private void hit(RecordWriter writer, Inquiry inquiry, Hit hit) throws IOException {
        var resident = hit.resident();
        var now = resident.now();
        put(
                writer,
                inquiry.asked() instanceof ByCode ? byCode : byItems,
                hit.changed() ? changed : unchanged,
                now.standing() == Standing.DEAD ? dead : alive,
                hit.what() == Effect.NUMBER ? newNumber : hit.what() == Effect.ITEMS ? otherItems : nothing);
        secret(writer, resident.code(), ResidentRecordCode.WIDTH);
        put(
                writer,
                text(now.name()),
                text(now.kana()),
                text(day(resident.birth())),
                resident.sex() == 1 ? male : female,
                text(now.address()));
        secret(writer, hit.number(), IndividualNumber.WIDTH);
        put(
                writer,
                now.reason() == 0 ? NOTHING : text("%02d".formatted(now.reason())),
                text(day(now.changed())),
                number(now.nameGlyphs()),
                number(now.addressGlyphs()),
                number(0),
                text("%05d".formatted(now.municipality())),
                takingPart,
                text(hit.pattern()),
                NOTHING);
    }

    private static void secret(RecordWriter writer, ProtectedNumber number, int width) throws IOException {
        var digits = new byte[width];
        number.writeDigits(digits, 0);
        put(writer, digits);
    }

    private static void put(RecordWriter writer, byte[]... fields) throws IOException {
        for (var field : fields) {
            writer.field(field, 0, field.length);
        }
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] number(int value) {
        return text(Integer.toString(value));
    }

    private byte[] code(int column, String meaning) {
        return text(codes.value(column, meaning));
    }
}
