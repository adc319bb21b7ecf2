package jp.bansho.numbers.taxfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;
import javax.crypto.SecretKey;
import jp.bansho.identifiers.IdentifierPattern;
import jp.bansho.identifiers.Parsed;
import jp.bansho.identifiers.UserNumber;
import jp.bansho.layout.Fill;
import jp.bansho.layout.RecordReader;
import jp.bansho.layout.Rule;
import jp.bansho.layout.Violation;
import jp.bansho.numbers.job.Outcomes;
import org.jspecify.annotations.Nullable;

/// A block of whole slips on its way from the source to the report: characters brought down,
/// numbers filled in, key columns dropped, every rule of both layouts checked. Line numbers count
/// from the block's first line until the block takes its place in the file.
final class ReportBlock {

    private final Recipe recipe;
    private final Order order;
    private final SlipBytes out;
    private final Letters letters;
    private final List<Missing> missing = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private final Set<Long> reported = new HashSet<>();
    private final PeopleCount people = new PeopleCount();
    private final Stretches stretches;
    private final byte[] field = new byte[13];
    private final @Nullable SlipMarks marks;
    private SlipBytes marked = new SlipBytes(0);
    private byte[] outcomes = new byte[1 << 12];
    private int[] lines = new int[1 << 12];
    private int slips;
    private int records;
    private long filled;
    private int markAt;

    /// What all blocks of a run share.
    ///
    /// @param userNumbers patterns of all associations: what follows none is not listed as a key
    /// @param late        in a supplement: by line, the fields that were empty at the submission,
    ///     or null
    /// @param checked     whether the independent reader reads each block; not where nothing is
    ///     written
    record Order(
            Recipe recipe,
            NumberMap numbers,
            List<IdentifierPattern<UserNumber>> userNumbers,
            @Nullable Map<Long, Set<Integer>> late,
            @Nullable SecretKey markKey,
            boolean checked) {}

    /// Records of one municipality, one after the other.
    ///
    /// @param from where they begin in the block's bytes
    /// @param line of the first of them
    record Stretch(String group, int from, int to, int records, long line, Figures figures) {}

    /// What a block led to.
    ///
    /// @param crc   of the bytes, as the self-check read them
    /// @param marks of the records, in their order
    record Done(
            SlipBytes bytes,
            long crc,
            SlipBytes marks,
            Outcomes outcomes,
            List<Missing> missing,
            List<Violation> violations,
            long filled,
            Figures figures,
            PeopleCount people,
            Map<Replacement, Tally> replacements,
            List<Stretch> stretches) {}

    /// @param out takes the finished bytes; empty
    ReportBlock(Order order, SlipBytes out) {
        this.order = order;
        this.recipe = order.recipe();
        this.out = out;
        this.letters = new Letters(out);
        this.stretches = new Stretches(recipe.report);
        this.marks = order.markKey() == null ? null : new SlipMarks(order.markKey());
    }

    /// Works the block off.
    ///
    /// @param offset    where it begins in the file
    /// @param firstLine its first line in the file; only asked for in a supplement
    Done run(byte[] block, int length, long offset, long firstLine) throws IOException {
        try (var reader = RecordReader.over(block, length, recipe.source, 1, offset)) {
            while (reader.next()) {
                var before = violations.size();
                recipe.sourceCheck.check(reader, violations::add);
                var open = missing.size();
                var left = reader.fieldCount() != recipe.source.columns().size() ? SlipOutcome.INVALID : null;
                if (left == null) {
                    left = take(reader, firstLine);
                }
                for (var i = before; i < violations.size(); i++) {
                    reported.add(place(violations.get(i)));
                }
                note(left != null ? left : missing.size() > open ? SlipOutcome.MISSING : SlipOutcome.COMPLETE);
            }
        }
        checkReport();
        violations.sort(java.util.Comparator.comparingLong(Violation::line));
        violations.forEach(one -> outcomes[(int) one.line() - 1] = (byte) SlipOutcome.INVALID.code());
        var parts = stretches.all();
        var figures = parts.stream().map(Stretch::figures).reduce(Figures.NONE, Figures::plus);
        if (order.checked() && violations.isEmpty()) {
            new SecondReading(
                            recipe.report,
                            recipe.fills(),
                            order.numbers(),
                            letters.replacements().keySet())
                    .compare(block, length, out.array(), out.length(), lines, records, figures, order.late() != null);
        }
        var crc = new CRC32C();
        crc.update(out.array(), 0, out.length());
        return new Done(
                out,
                crc.getValue(),
                marked,
                Outcomes.of(outcomes, slips),
                missing,
                violations,
                filled,
                figures,
                people,
                letters.replacements(),
                parts);
    }

    private @Nullable SlipOutcome take(RecordReader reader, long firstLine) {
        var late = order.late();
        if (late == null) {
            write(reader, Set.of(), 0);
            return null;
        }
        var empty = late.get(firstLine + reader.line() - 1);
        if (empty == null || !anyKnown(reader, empty)) {
            return SlipOutcome.LEFT_OUT;
        }
        var open = missing.size();
        write(reader, empty, recipe.report.voiding());
        while (missing.size() > open) {
            missing.removeLast();
        }
        write(reader, Set.of(), 0);
        return null;
    }

    private boolean anyKnown(RecordReader reader, Set<Integer> fields) {
        return fields.stream().anyMatch(column -> known(reader, recipe.fill(column)) >= 0);
    }

    /// Writes a record.
    ///
    /// @param empty fields that get no number
    /// @param mark  the correction mark; 0 for the source's own
    private void write(RecordReader reader, Set<Integer> empty, int mark) {
        var begin = out.length();
        for (var column = 1; column <= recipe.columns; column++) {
            if (column > 1) {
                out.put(',');
            }
            switch (recipe.step(column)) {
                case COPY -> column = copy(reader, column);
                case FULL -> letters(reader, column, false);
                case EITHER -> letters(reader, column, true);
                case KANA -> kana(reader, column);
                case FILL -> {
                    if (empty.isEmpty() || !empty.contains(column)) {
                        fill(reader, recipe.fill(column));
                    }
                }
            }
        }
        if (mark != 0) {
            out.array()[markAt] = (byte) mark;
        }
        if (marks != null) {
            mark(reader, marks, begin);
        }
        var end = out.length();
        out.put('\r');
        out.put('\n');
        if (records == lines.length) {
            lines = Arrays.copyOf(lines, 2 * records);
        }
        lines[records++] = (int) reader.line();
        stretches.count(reader, begin, out.length(), end > markAt ? out.array()[markAt] : '0');
    }

    private int copy(RecordReader reader, int column) {
        var last = recipe.lastCopied(column);
        var from = reader.start(column);
        if (column <= TaxReport.MARK && TaxReport.MARK <= last) {
            markAt = out.length() + reader.start(TaxReport.MARK) - from;
        }
        out.put(reader.buffer(), from, reader.end(last) - from);
        return last;
    }

    private void letters(RecordReader reader, int column, boolean half) {
        var b = reader.buffer();
        var from = reader.start(column);
        var to = reader.end(column);
        if (from == to || write(b, from, to, half, reader.line())) {
            return;
        }
        var kana = Recipe.kanaOf(column);
        if (kana == 0 || !letters.kana(b, from, to, reader.start(kana), reader.end(kana), reader.line())) {
            violations.add(new Violation(reader.line(), column, Rule.CHARACTER_NOT_ALLOWED));
        }
    }

    private boolean write(byte[] b, int from, int to, boolean half, long line) {
        return half ? letters.either(b, from, to, line) : letters.full(b, from, to, line);
    }

    private void kana(RecordReader reader, int column) {
        if (!letters.half(reader.buffer(), reader.start(column), reader.end(column))) {
            violations.add(new Violation(reader.line(), column, Rule.KANA_EXPECTED));
        }
    }

    private void fill(RecordReader reader, Fill fill) {
        var from = reader.start(fill.key());
        var to = reader.end(fill.key());
        if (from == to) {
            if (reader.length(fill.name()) > 0) {
                lacks(reader, fill, "", "no-key");
            }
            return;
        }
        var found = known(reader, fill);
        if (found < 0) {
            var bytes = reader.buffer();
            var key = order.userNumbers().stream()
                    .anyMatch(pattern -> pattern.parse(bytes, from, to) instanceof Parsed.Valid<UserNumber>);
            var reason = !key ? "not-a-user-number" : found == NumberMap.AMBIGUOUS ? "ambiguous" : "unknown";
            lacks(reader, fill, key ? reader.text(fill.key()) : "", reason);
            return;
        }
        people.add(association(reader), recipe.kind(fill), true);
        var rest = found;
        for (var i = field.length - 1; i >= 0; i--) {
            field[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        filled++;
        out.put(field, 0, field.length);
    }

    private void lacks(RecordReader reader, Fill fill, String key, String reason) {
        people.add(association(reader), recipe.kind(fill), false);
        missing.add(new Missing(reader.line(), fill.column(), key, reason, association(reader), fill.person()));
    }

    private long known(RecordReader reader, Fill fill) {
        var from = reader.start(fill.key());
        var to = reader.end(fill.key());
        var bytes = reader.buffer();
        return from == to || to - from > 16
                ? NumberMap.ABSENT
                : order.numbers().get(NumberMap.pack(bytes, from, to), NumberMap.pack(bytes, from + 8, to));
    }

    private int association(RecordReader reader) {
        var number = Stretches.number(reader, recipe.report.association());
        return number < 100 ? (int) number : 0;
    }

    private void mark(RecordReader reader, SlipMarks marks, int begin) {
        var end = out.length();
        var key = recipe.fill(53).key();
        var group = recipe.report.municipality();
        int[][] ranges = group == 0
                ? new int[][] {range(reader, recipe.report.association()), range(reader, key)}
                : new int[][] {range(reader, recipe.report.association()), range(reader, key), range(reader, group)};
        marked.put(marks.whose(reader.buffer(), ranges), 0, 16);
        marked.put(marks.what(out.array(), begin, markAt, end), 0, 16);
        marked.put(out.array()[markAt]);
    }

    private static int[] range(RecordReader reader, int column) {
        return new int[] {reader.start(column), reader.end(column)};
    }

    /// Holds the finished records against what the layout of the report demands beyond that of the source.
    private void checkReport() throws IOException {
        try (var reader = RecordReader.over(out.array(), out.length(), recipe.target, 1, 0)) {
            while (reader.next()) {
                var line = lines[(int) reader.line() - 1];
                recipe.targetCheck.check(reader, violation -> {
                    var there = new Violation(line, violation.column(), violation.rule());
                    if (reported.add(place(there))) {
                        violations.add(there);
                    }
                });
            }
        }
    }

    private static long place(Violation violation) {
        return violation.line() << 8 | violation.column();
    }

    private void note(SlipOutcome outcome) {
        if (slips == outcomes.length) {
            outcomes = Arrays.copyOf(outcomes, 2 * slips);
        }
        outcomes[slips++] = (byte) outcome.code();
    }
}
