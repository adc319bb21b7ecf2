package jp.bansho.layout.fixed;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.bansho.layout.ColumnCheck;
import jp.bansho.layout.Rule;
import jp.bansho.layout.Violation;
import jp.bansho.layout.ViolationSink;

/// Checks a file record by record: each field by itself, the order of header, data and trailer, ascending groups, and
/// trailers that agree with their data. One check serves one file; it remembers the group it is in.
public final class FixedCheck {

    private final FixedLayout layout;
    private final ViolationSink sink;
    private final Map<Part, List<ColumnCheck>> checks = new EnumMap<>(Part.class);
    private final long[] sums;
    private Part before = Part.TRAILER;
    private String common = "";
    private String group = "";
    private long count;
    private long line;
    private boolean good = true;

    /// Begins a file; violations go to `sink` in the order of the file.
    public FixedCheck(FixedLayout layout, ViolationSink sink) {
        this.layout = layout;
        this.sink = sink;
        this.sums = new long[layout.totals().size()];
        for (var part : Part.values()) {
            checks.put(
                    part,
                    layout.fields(part).stream()
                            .map(field -> new ColumnCheck(field.column(), layout.characterSet()))
                            .toList());
        }
    }

    /// Checks the current record.
    ///
    /// @return true when no rule is broken by it
    public boolean check(FixedReader reader) {
        good = true;
        line = reader.line();
        var part = reader.part();
        if (!reader.whole()) {
            broken(0, Rule.RECORD_LENGTH);
        } else if (part == null) {
            broken(1, Rule.VALUE);
        } else {
            fields(reader, part);
            place(reader, part);
        }
        return good;
    }

    /// Ends the file: the last group has to be closed.
    ///
    /// @return true when it is
    public boolean finish() {
        good = true;
        if (before != Part.TRAILER || line == 0) {
            line++;
            broken(0, Rule.RECORD_ORDER);
        }
        return good;
    }

    private void fields(FixedReader reader, Part part) {
        var all = layout.fields(part);
        var each = Objects.requireNonNull(checks.get(part));
        for (var i = 0; i < all.size(); i++) {
            var field = all.get(i);
            var rule = each.get(i).broken(reader.record(), reader.from(field), reader.to(field));
            if (rule != null) {
                broken(i + 1, rule);
            }
        }
    }

    private void place(FixedReader reader, Part part) {
        var expected = part == Part.HEADER ? before == Part.TRAILER : before != Part.TRAILER;
        before = part;
        if (!expected) {
            broken(1, Rule.RECORD_ORDER);
            return;
        }
        switch (part) {
            case HEADER -> open(reader);
            case DATA -> add(reader);
            case TRAILER -> close(reader);
        }
    }

    private void open(FixedReader reader) {
        var next = reader.text(Part.HEADER, layout.groupKey());
        if (next.compareTo(group) <= 0) {
            broken(layout.groupKey(), Rule.GROUP_ORDER);
        }
        group = next;
        common = reader.common();
        count = 0;
        Arrays.fill(sums, 0);
    }

    private void add(FixedReader reader) {
        same(reader);
        count++;
        for (var i = 0; i < sums.length; i++) {
            sums[i] += reader.amount(Part.DATA, layout.totals().get(i).data());
        }
    }

    private void close(FixedReader reader) {
        same(reader);
        if (reader.amount(Part.TRAILER, layout.count()) != count) {
            broken(layout.count(), Rule.TOTAL_COUNT);
        }
        for (var i = 0; i < sums.length; i++) {
            var field = layout.totals().get(i).trailer();
            if (reader.amount(Part.TRAILER, field) != sums[i]) {
                broken(field, Rule.TOTAL_AMOUNT);
            }
        }
    }

    private void same(FixedReader reader) {
        if (!reader.common().equals(common)) {
            broken(layout.groupKey(), Rule.GROUP_KEY);
        }
    }

    private void broken(int field, Rule rule) {
        good = false;
        sink.accept(new Violation(line, field, rule));
    }
}
