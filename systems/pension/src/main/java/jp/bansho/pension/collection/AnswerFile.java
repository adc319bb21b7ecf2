package jp.bansho.pension.collection;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import jp.bansho.layout.fixed.FixedCheck;
import jp.bansho.layout.fixed.FixedReader;
import jp.bansho.layout.fixed.FixedWriter;
import jp.bansho.layout.fixed.Part;
import jp.bansho.machine.Progress;

/// Writes an answer record by record from the file it answers, and reads it again. Each
/// municipality gets back all it sent, whoever was not found too: the same people in the same
/// order, with the result and what is collected. The addresses, which it knows, do not travel
/// back.
final class AnswerFile {

    private static final int REPORT_EVERY = 10_000;
    private static final int FIRST_OF_DATA = 8;
    private static final int LAST_OF_DATA = Fields.CERTIFICATE;

    /// Postal code and both addresses.
    private static final int FIRST_LEFT_OUT = 17;

    private static final int LAST_LEFT_OUT = 21;

    private final Path source;
    private final Path draft;
    private final Progress progress;

    /// Answers `source` in `draft`, an empty file.
    AnswerFile(Path source, Path draft, Progress progress) {
        this.source = source;
        this.draft = draft;
        this.progress = progress;
    }

    /// What was found in the finished answer.
    record Found(String digest, int municipalities, long records, Map<Outcome, Long> outcomes, Sums sums) {}

    /// Writes it.
    ///
    /// @param day day of making
    /// @return digest of the source as it was read
    String write(OutcomeRows outcomes, LocalDate day) throws IOException, SQLException {
        var digest = new Digest();
        var total = 2 * Files.size(source);
        try (var reader = new FixedReader(digest.open(source), Fields.LAYOUT);
                var writer = new FixedWriter(new BufferedOutputStream(Files.newOutputStream(draft)), Fields.LAYOUT)) {
            while (reader.next()) {
                switch (Objects.requireNonNull(reader.part())) {
                    case HEADER -> writer.open(header(reader, day));
                    case DATA -> writer.add(data(reader, outcomes.at(reader.line())));
                    case TRAILER -> writer.closeGroup();
                }
                report(reader.line(), 0, total);
            }
        }
        try (var written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return digest.text();
    }

    private static Map<Integer, String> header(FixedReader reader, LocalDate day) {
        var fields = new HashMap<Integer, String>();
        for (var field = Fields.MUNICIPALITY; field <= Fields.SYSTEM; field++) {
            fields.put(field, reader.text(Part.HEADER, field));
        }
        var asked = Fields.meaning(Fields.NOTICE, reader.text(Part.HEADER, Fields.NOTICE))
                .orElseThrow();
        fields.put(Fields.NOTICE, Fields.CODES.value(Fields.NOTICE, asked + Fields.ANSWER));
        fields.put(Fields.MADE_ON, day.format(DateTimeFormatter.BASIC_ISO_DATE));
        return fields;
    }

    private static Map<Integer, String> data(FixedReader reader, Outcome outcome) {
        var fields = new HashMap<Integer, String>();
        for (var field = FIRST_OF_DATA; field <= LAST_OF_DATA; field++) {
            if (field < FIRST_LEFT_OUT || field > LAST_LEFT_OUT) {
                fields.put(field, reader.text(Part.DATA, field));
            }
        }
        fields.put(Fields.RESULT, outcome.code());
        for (var field = Fields.AMOUNT_1; field <= Fields.AMOUNT_3; field++) {
            var amount = outcome == Outcome.MATCHED ? reader.amount(Part.DATA, field) : 0;
            fields.put(field, Long.toString(amount));
        }
        return fields;
    }

    /// Reads it again, as whoever gets it will.
    ///
    /// @throws CollectionRefused if it breaks a rule of the layout
    Found read() throws IOException {
        var digest = new Digest();
        var outcomes = new EnumMap<Outcome, Long>(Outcome.class);
        var sums = Sums.NONE;
        var municipalities = 0;
        var records = 0L;
        var total = 2 * Files.size(draft);
        try (var reader = new FixedReader(digest.open(draft), Fields.LAYOUT)) {
            var check = new FixedCheck(Fields.LAYOUT, violation -> {
                throw CollectionRefused.selfCheck(
                        "record %d, field %d".formatted(violation.line(), violation.column()),
                        "%dレコード目、項目%d".formatted(violation.line(), violation.column()));
            });
            while (reader.next()) {
                check.check(reader);
                switch (Objects.requireNonNull(reader.part())) {
                    case HEADER -> municipalities++;
                    case DATA -> {
                        records++;
                        outcomes.merge(outcome(reader.text(Part.DATA, Fields.RESULT)), 1L, Long::sum);
                    }
                    case TRAILER ->
                        sums = sums.and(
                                reader.amount(Part.TRAILER, Fields.SUM_1),
                                reader.amount(Part.TRAILER, Fields.SUM_2),
                                reader.amount(Part.TRAILER, Fields.SUM_3));
                }
                report(reader.line(), total / 2, total);
            }
            check.finish();
        }
        return new Found(digest.text(), municipalities, records, outcomes, sums);
    }

    private static Outcome outcome(String code) {
        return Outcome.of(Fields.meaning(Fields.RESULT, code).orElse(code));
    }

    private void report(long line, long before, long total) {
        if (line % REPORT_EVERY == 0) {
            progress.at(line, before + line * Fields.LAYOUT.length(), total);
        }
    }
}
