package jp.bansho.numbers.overview;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How many numbers were shown on each of the last days, from the record of use itself. The record grows for years and
/// has no index by time; but it is in the order of time, so a few looks find where the days begin, and only what comes
/// after is read.
final class RevealDays {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private RevealDays() {}

    /// Counts by day in Japan; days without a reveal are there with 0.
    ///
    /// @param connection  outside of every scope
    /// @param association the one to count; null for all
    static SortedMap<LocalDate, Long> read(Connection connection, Instant now, int days, @Nullable Integer association)
            throws SQLException {
        var today = LocalDate.ofInstant(now, JAPAN);
        var first = today.minusDays(days - 1L);
        var found = new TreeMap<LocalDate, Long>();
        first.datesUntil(today.plusDays(1)).forEach(day -> found.put(day, 0L));
        var from = first.atStartOfDay(JAPAN).toInstant();
        var sql = """
                select (at at time zone 'Asia/Tokyo')::date, count(*)
                  from audit.record
                 where seq >= ? and at >= ? and event = 'number-revealed'
                   and (?::smallint is null or association = ?::smallint)
                 group by 1
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, firstSince(connection, from));
            statement.setTimestamp(2, Timestamp.from(from));
            statement.setObject(3, association);
            statement.setObject(4, association);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.replace(row.getObject(1, LocalDate.class), row.getLong(2));
                }
            }
        }
        return found;
    }

    /// The first record that is not before a moment, or one before it.
    private static long firstSince(Connection connection, Instant from) throws SQLException {
        var low = 1L;
        var high = 1L;
        try (var statement = connection.prepareStatement("select coalesce(max(seq), 0) + 1 from audit.record");
                var row = statement.executeQuery()) {
            row.next();
            high = row.getLong(1);
        }
        try (var statement = connection.prepareStatement("select at < ? from audit.record where seq = ?")) {
            while (low < high) {
                var middle = (low + high) >>> 1;
                statement.setTimestamp(1, Timestamp.from(from));
                statement.setLong(2, middle);
                try (var row = statement.executeQuery()) {
                    if (row.next() && row.getBoolean(1)) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
            }
        }
        return low;
    }
}
