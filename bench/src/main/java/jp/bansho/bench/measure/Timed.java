package jp.bansho.bench.measure;

import java.util.Comparator;
import java.util.List;
import jp.bansho.bench.report.Figures;

/// One timed piece of work.
///
/// @param rows            how many rows, slips or calls
/// @param seconds         wall time as the caller sees it
/// @param ownSeconds      processor time of the process that did it
/// @param databaseSeconds processor time of all PostgreSQL processes meanwhile
record Timed(long rows, double seconds, double ownSeconds, double databaseSeconds) {

    static final List<String> COLUMNS = List.of(
            "what", "rows", "wall s", "rows/s", "CPU s of the process", "CPU s of PostgreSQL", "CPU s per million");

    double rate() {
        return rows / Math.max(seconds, 1e-9);
    }

    /// One after the other.
    Timed plus(Timed next) {
        return new Timed(
                rows + next.rows,
                seconds + next.seconds,
                ownSeconds + next.ownSeconds,
                databaseSeconds + next.databaseSeconds);
    }

    Timed withRows(long counted) {
        return new Timed(counted, seconds, ownSeconds, databaseSeconds);
    }

    /// The one in the middle by wall time.
    static Timed median(List<Timed> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Timed::seconds))
                .toList()
                .get(rounds.size() / 2);
    }

    /// A row of the report's table.
    List<String> row(String what) {
        return List.of(
                what,
                Figures.shown((double) rows),
                Figures.shown(seconds),
                Figures.shown(Math.rint(rate())),
                Figures.shown(ownSeconds),
                Figures.shown(databaseSeconds),
                Figures.shown((ownSeconds + databaseSeconds) * 1e6 / Math.max(rows, 1)));
    }
}
