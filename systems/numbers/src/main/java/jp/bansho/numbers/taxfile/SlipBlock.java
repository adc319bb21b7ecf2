package jp.bansho.numbers.taxfile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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

/// A block of whole slips on its way: checks each slip, fills its number fields, drops the key
/// columns, and leaves every other byte as it was. Line numbers count from the block's first line
/// until the block takes its place in the file.
final class SlipBlock {

    private final Layout source;
    private final Layout target;
    private final NumberMap numbers;
    private final List<IdentifierPattern<UserNumber>> userNumbers;
    private final List<Fill> fills;
    private final byte[] field = new byte[13];
    private final List<Missing> missing = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    private BlockBytes out = new BlockBytes(0);
    private byte[] outcomes = new byte[1 << 14];
    private int slips;
    private long filled;

    /// A block from one layout to the other.
    ///
    /// @param userNumbers the patterns of all associations: what follows none of them is not listed as a key,
    ///                    for in a torn slip a number may stand there
    SlipBlock(Layout source, Layout target, NumberMap numbers, List<IdentifierPattern<UserNumber>> userNumbers) {
        this.source = source;
        this.target = target;
        this.numbers = numbers;
        this.userNumbers = userNumbers;
        this.fills = source.fills();
    }

    /// What a block led to.
    record Done(BlockBytes bytes, Outcomes outcomes, List<Missing> missing, List<Violation> violations, long filled) {}

    /// Works the block off.
    ///
    /// @param offset where the block begins in the file
    Done run(byte[] block, int length, long offset) throws IOException {
        var check = new RecordCheck(source);
        out = new BlockBytes(length + length / 4);
        try (var reader = new RecordReader(new ByteArrayInputStream(block, 0, length), source, 1, offset);
                var writer = new RecordWriter(out, target)) {
            while (reader.next()) {
                var before = missing.size();
                var good = check.check(reader, violations::add);
                if (good) {
                    write(reader, writer);
                }
                note(
                        !good
                                ? SlipOutcome.INVALID
                                : missing.size() > before ? SlipOutcome.MISSING : SlipOutcome.COMPLETE);
            }
        }
        return new Done(out, Outcomes.of(outcomes, slips), missing, violations, filled);
    }

    private void note(SlipOutcome outcome) {
        if (slips == outcomes.length) {
            outcomes = Arrays.copyOf(outcomes, 2 * slips);
        }
        outcomes[slips++] = (byte) outcome.code();
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
