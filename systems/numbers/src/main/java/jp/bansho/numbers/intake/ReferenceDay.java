package jp.bansho.numbers.intake;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import jp.bansho.layout.Layouts;
import jp.bansho.layout.RecordReader;
import jp.bansho.media.ParcelRefused;
import jp.bansho.numbers.job.Source;

/// The day a results file refers to (照会基準日), from its first row: it says to which odd month the
/// file belongs, whenever it comes in.
final class ReferenceDay {

    private static final int COLUMN = 7;

    private ReferenceDay() {}

    /// Empty if the first row has none that can be read.
    static Optional<LocalDate> of(Source source) {
        try (var reader = new RecordReader(source.open(0), Layouts.find(ResultRows.LAYOUT))) {
            return reader.next() && reader.fieldCount() >= COLUMN && reader.length(COLUMN) == 8
                    ? Optional.of(LocalDate.parse(reader.text(COLUMN), DateTimeFormatter.BASIC_ISO_DATE))
                    : Optional.empty();
        } catch (IOException | ParcelRefused | DateTimeException e) {
            return Optional.empty(); // a file that cannot be read is refused by the job runner, with its reason
        }
    }
}
