package jp.bansho.numbers.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.identifiers.Parsed;
import jp.bansho.identifiers.UserNumber;
import jp.bansho.layout.Layouts;
import jp.bansho.layout.RecordCheck;
import jp.bansho.layout.RecordReader;
import jp.bansho.layout.Rule;
import jp.bansho.layout.Violation;
import jp.bansho.numbers.intake.SourceRow.Dismissed;
import jp.bansho.numbers.job.Cursor;
import jp.bansho.numbers.job.Source;
import org.jspecify.annotations.Nullable;

/// Reads an input file batch by batch from any row on: each record is checked against its layout, then turned into a
/// row. A record that breaks a rule becomes an invalid row and its neighbours are untouched.
final class SourceFile implements AutoCloseable {

    private final RecordReader reader;
    private final RecordCheck check;
    private final RowReader rows;
    private final List<Violation> violations = new ArrayList<>();

    SourceFile(Source source, Cursor from, RowReader rows) throws IOException {
        var layout = Layouts.find(rows.layout());
        reader = new RecordReader(source.open(from.offset()), layout, from.line(), from.offset());
        check = new RecordCheck(layout);
        this.rows = rows;
    }

    /// The next batch, or null at the end.
    @Nullable
    SourceBatch next(int size) throws IOException {
        var batch = new ArrayList<SourceRow>(size);
        var firstLine = 0L;
        var nextOffset = 0L;
        while (batch.size() < size && reader.next()) {
            if (batch.isEmpty()) {
                firstLine = reader.line();
            }
            batch.add(row());
            nextOffset = reader.nextOffset();
        }
        return batch.isEmpty() ? null : new SourceBatch(firstLine, nextOffset, batch);
    }

    private SourceRow row() {
        violations.clear();
        if (!check.check(reader, violations::add)) {
            return broken(violations.getFirst());
        }
        return switch (userNumber()) {
            case Parsed.Invalid<UserNumber>(var fault) ->
                new Dismissed(reader.line(), RowOutcome.NOT_OURS, fault.name(), rows.keyColumn(), null);
            case Parsed.Valid<UserNumber>(var user) -> rows.read(reader, user.text());
        };
    }

    /// The finding about a broken row names the user number only if the columns can still be told apart and what stands
    /// there is one: in a torn row a number may have slipped into that place.
    private SourceRow broken(Violation first) {
        var torn = first.rule() == Rule.COLUMN_COUNT || first.rule() == Rule.RECORD_LENGTH;
        var user = !torn
                        && reader.fieldCount() >= rows.keyColumn()
                        && userNumber() instanceof Parsed.Valid<UserNumber>(var found)
                ? found.text()
                : null;
        return new Dismissed(reader.line(), RowOutcome.INVALID, first.rule().name(), first.column(), user);
    }

    private Parsed<UserNumber> userNumber() {
        return rows.userNumbers().parse(reader.buffer(), reader.start(rows.keyColumn()), reader.end(rows.keyColumn()));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
