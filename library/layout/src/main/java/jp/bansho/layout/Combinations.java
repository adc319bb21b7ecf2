package jp.bansho.layout;

import java.util.ArrayList;
import java.util.List;

/// All rules between the columns of a layout, arranged for the good path: which columns are filled is
/// noted once in bits, and the many rules that ask for no more are asked of the bits. Rules of one
/// kind stand together, so that each loop calls one method.
///
/// [#hold] says only whether all of them hold. What is broken, and in which order it is reported, is
/// left to the rules one by one.
final class Combinations {

    private final Combination[] ordered;
    private final Presence[] presences;
    private final Filled conditions;
    private final AtMost[] sums;
    private final Filled[] sumsFilled;
    private final Worded[] words;
    private final Filled[] wordsFilled;
    private final Combination[] others;
    private final int columns;

    Combinations(List<Combination> rules, int columns) {
        this.ordered = rules.toArray(Combination[]::new);
        this.columns = columns;
        var bits = new ArrayList<Presence>();
        var rest = new ArrayList<Combination>();
        var small = columns <= Filled.MOST;
        for (var rule : rules) {
            if (small && rule instanceof When when && Presence.says(when)) {
                bits.add(Presence.of(when));
            } else if (!small || !(sum(rule) || rule instanceof Worded)) {
                rest.add(rule);
            }
        }
        presences = bits.toArray(Presence[]::new);
        conditions = bits.stream().map(Presence::looksAt).reduce(Filled.NONE, Filled::or);
        others = rest.toArray(Combination[]::new);
        sums = small
                ? rules.stream()
                        .filter(Combinations::sum)
                        .map(AtMost.class::cast)
                        .toArray(AtMost[]::new)
                : new AtMost[0];
        sumsFilled = new Filled[sums.length];
        for (var i = 0; i < sums.length; i++) {
            sumsFilled[i] = Filled.of(sums[i].low().stream());
        }
        words = small
                ? rules.stream()
                        .filter(Worded.class::isInstance)
                        .map(Worded.class::cast)
                        .toArray(Worded[]::new)
                : new Worded[0];
        wordsFilled = new Filled[words.length];
        for (var i = 0; i < words.length; i++) {
            wordsFilled[i] = Filled.of(java.util.stream.IntStream.of(words[i].column()));
        }
    }

    /// A sum that is 0 when its columns are empty is not greater than anything.
    private static boolean sum(Combination rule) {
        return rule instanceof AtMost most && most.low().more() == 0;
    }

    /// Checks the current record, whose columns are right by themselves.
    ///
    /// @return true when no rule is broken
    boolean check(RecordReader record, ViolationSink sink) {
        return ordered.length == 0 || (columns <= Filled.MOST && hold(record)) || report(record, sink);
    }

    private boolean hold(RecordReader record) {
        var starts = record.starts();
        var low = 0L;
        var high = 0L;
        for (var i = 0; i < columns; i++) {
            var bit = starts[i + 1] - starts[i] == 1 ? 0L : 1L << i;
            low |= i < Long.SIZE ? bit : 0;
            high |= i < Long.SIZE ? 0 : bit;
        }
        return (!conditions.any(low, high) || present(low, high)) && hold(record, low, high);
    }

    private boolean present(long low, long high) {
        for (var presence : presences) {
            if (!presence.holds(low, high)) {
                return false;
            }
        }
        return true;
    }

    private boolean hold(RecordReader record, long low, long high) {
        for (var i = 0; i < sums.length; i++) {
            if (sumsFilled[i].any(low, high) && sums[i].broken(record) != 0) {
                return false;
            }
        }
        for (var i = 0; i < words.length; i++) {
            if (wordsFilled[i].any(low, high) && words[i].broken(record) != 0) {
                return false;
            }
        }
        for (var other : others) {
            if (other.broken(record) != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean report(RecordReader record, ViolationSink sink) {
        var good = true;
        for (var rule : ordered) {
            var flaw = rule.broken(record);
            if (flaw != 0) {
                sink.accept(new Violation(record.line(), Flaw.column(flaw), Flaw.rule(flaw)));
                good = false;
            }
        }
        return good;
    }
}
