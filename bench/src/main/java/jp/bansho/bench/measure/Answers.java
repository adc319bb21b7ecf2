package jp.bansho.bench.measure;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.bansho.bench.measure.Line.Answer;
import jp.bansho.bench.report.Figures;

/// The times of answers by kind, and how many were not what was expected.
final class Answers {

    static final List<String> COLUMNS =
            List.of("answer", "how many", "p50 ms", "p95 ms", "p99 ms", "most ms", "bytes", "errors");

    private static final double MILLISECOND = 1e6;

    private final Map<Kind, Times> kinds = new EnumMap<>(Kind.class);

    private static final class Times {
        private long[] nanoseconds = new long[1024];
        private int count;
        private long bytes;
        private long errors;

        void add(long time, int size, boolean expected) {
            if (count == nanoseconds.length) {
                nanoseconds = Arrays.copyOf(nanoseconds, count * 2);
            }
            nanoseconds[count++] = time;
            bytes += size;
            errors += expected ? 0 : 1;
        }
    }

    synchronized void add(Kind kind, Answer answer, boolean expected) {
        kinds.computeIfAbsent(kind, _ -> new Times()).add(answer.nanoseconds(), answer.bytes(), expected);
    }

    synchronized void clear() {
        kinds.clear();
    }

    synchronized long count() {
        return kinds.values().stream().mapToLong(times -> times.count).sum();
    }

    synchronized long errors() {
        return kinds.values().stream().mapToLong(times -> times.errors).sum();
    }

    /// Milliseconds within which this part of the answers came.
    synchronized double within(Kind kind, double part) {
        var times = kinds.get(kind);
        if (times == null) {
            throw new IllegalStateException("nothing was measured");
        }
        var sorted = Arrays.copyOf(times.nanoseconds, times.count);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(part * sorted.length) - 1] / MILLISECOND;
    }

    /// Rows of the report's table, each kind beside its static twin.
    synchronized List<List<String>> rows() {
        return kinds.keySet().stream().map(this::row).toList();
    }

    private List<String> row(Kind kind) {
        var times = Objects.requireNonNull(kinds.get(kind));
        return List.of(
                kind.words(),
                Figures.shown((double) times.count),
                Figures.shown(within(kind, 0.5)),
                Figures.shown(within(kind, 0.95)),
                Figures.shown(within(kind, 0.99)),
                Figures.shown(within(kind, 1)),
                Figures.shown(Math.rint((double) times.bytes / times.count)),
                Figures.shown((double) times.errors));
    }
}
