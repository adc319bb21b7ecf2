package jp.bansho.numbers.taxfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.identifiers.IdentifierPattern;
import jp.bansho.identifiers.Parsed;
import jp.bansho.identifiers.UserNumber;
import jp.bansho.layout.Fill;
import jp.bansho.layout.Layout;
import jp.bansho.layout.RecordCheck;
import jp.bansho.layout.RecordReader;
import jp.bansho.layout.RecordWriter;
import jp.bansho.layout.Violation;
import jp.bansho.numbers.job.Outcomes;
import jp.bansho.numbers.job.Progress;

/// One pass over a source file: checks each slip, fills its number fields, drops the key columns, and leaves every
/// other
/// byte as it was. Constant memory apart from the lists of what is missing or wrong.
final class SlipPass {

    private static final int PIECE = 1 << 20;
    private static final int REPORT_EVERY = 20_000;

    private final Layout source;
    private final Layout target;
    private final NumberMap numbers;
    private final List<IdentifierPattern<UserNumber>> userNumbers;
    private final List<Fill> fills;
    private final byte[] field = new byte[13];

    final List<Outcomes> outcomes = new ArrayList<>();
    final List<Missing> missing = new ArrayList<>();
    final List<Violation> violations = new ArrayList<>();
    long slips;
    long filled;

    /// A pass from one layout to the other.
    ///
    /// @param userNumbers the patterns of all associations: what follows none of them is not listed as a key,
    ///                    for in a torn slip a number may stand there
    SlipPass(Layout source, Layout target, NumberMap numbers, List<IdentifierPattern<UserNumber>> userNumbers) {
        this.source = source;
        this.target = target;
        this.numbers = numbers;
        this.userNumbers = userNumbers;
        this.fills = source.fills();
    }

    void run(InputStream in, OutputStream out, Progress progress, long total) throws IOException {
        var check = new RecordCheck(source);
        var piece = new byte[PIECE];
        try (var reader = new RecordReader(in, source);
                var writer = new RecordWriter(out, target)) {
            while (reader.next()) {
                var before = missing.size();
                var good = check.check(reader, violations::add);
                if (good) {
                    write(reader, writer);
                }
                var outcome = !good
                        ? SlipOutcome.INVALID
                        : missing.size() > before ? SlipOutcome.MISSING : SlipOutcome.COMPLETE;
                piece[(int) (slips++ % PIECE)] = (byte) outcome.code();
                if (slips % PIECE == 0) {
                    outcomes.add(Outcomes.of(piece, PIECE));
                }
                if (slips % REPORT_EVERY == 0) {
                    progress.at(slips, reader.nextOffset(), total);
                }
            }
        }
        if (slips % PIECE != 0) {
            outcomes.add(Outcomes.of(piece, (int) (slips % PIECE)));
        }
    }

    private void write(RecordReader reader, RecordWriter writer) throws IOException {
        writer.begin();
        var next = 1;
        for (var fill : fills) {
            writer.copy(reader, next, fill.column() - 1);
            writer.field(field, 0, fill(reader, fill));
            next = fill.column() + 1;
        }
        writer.copy(reader, next, target.columns().size());
        writer.end();
    }

    /// Writes `0` and twelve digits to `field`, or nothing.
    ///
    /// @return how many bytes: 13 or 0
    private int fill(RecordReader reader, Fill fill) {
        var from = reader.start(fill.key());
        var to = reader.end(fill.key());
        if (from == to) {
            if (reader.length(fill.name()) > 0) {
                missing.add(new Missing(reader.line(), fill.column(), "", "no-key"));
            }
            return 0;
        }
        var bytes = reader.buffer();
        var found = to - from > 16
                ? NumberMap.ABSENT
                : numbers.get(NumberMap.pack(bytes, from, to), NumberMap.pack(bytes, from + 8, to));
        if (found < 0) {
            var key = userNumbers.stream()
                    .anyMatch(pattern -> pattern.parse(bytes, from, to) instanceof Parsed.Valid<UserNumber>);
            var reason = !key ? "not-a-user-number" : found == NumberMap.AMBIGUOUS ? "ambiguous" : "unknown";
            missing.add(new Missing(reader.line(), fill.column(), key ? reader.text(fill.key()) : "", reason));
            return 0;
        }
        var rest = found;
        for (var i = field.length - 1; i >= 0; i--) {
            field[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        filled++;
        return field.length;
    }
}
