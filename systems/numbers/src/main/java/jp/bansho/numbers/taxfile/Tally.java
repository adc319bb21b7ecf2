package jp.bansho.numbers.taxfile;

/// How often something was met, and the first line where.
public record Tally(long count, long firstLine) {

    static Tally once(long line) {
        return new Tally(1, line);
    }

    Tally plus(Tally later) {
        return new Tally(count + later.count, Math.min(firstLine, later.firstLine));
    }

    Tally after(long lines) {
        return new Tally(count, firstLine + lines);
    }
}
