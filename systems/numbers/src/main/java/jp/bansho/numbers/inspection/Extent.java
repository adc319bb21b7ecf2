package jp.bansho.numbers.inspection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/// How far something went, counted from the record of use: from the envelopes alone, so that a purge of details changes
/// nothing (S6).
///
/// @param people       distinct people whose records were seen or worked on
/// @param revealed     distinct people whose number was revealed
/// @param looks        how often somebody was looked up, looked at or worked on
/// @param files        files filled with numbers, or handed in with them
/// @param associations whose people they are
/// @param actors       user IDs of who did it
public record Extent(int people, int revealed, int looks, int files, List<Integer> associations, List<String> actors) {

    private static final List<String> FILES = List.of("report-written", "upload-confirmed", "job-finished");

    /// Counts in the part of the record that is watched over, in its scope.
    ///
    /// @param from     first day, in Japan
    /// @param until    last day, in Japan
    /// @param accounts user IDs to count; empty for everybody
    public static Extent of(Connection connection, Watch watch, LocalDate from, LocalDate until, List<String> accounts)
            throws SQLException {
        var sql = """
                select count(distinct subject) filter (where event = any(?)),
                       count(distinct subject) filter (where event = ?),
                       count(*) filter (where event = any(?) and subject is not null),
                       count(*) filter (where event = any(?)),
                       coalesce(array_agg(distinct association) filter (where association is not null), '{}'),
                       coalesce(array_agg(distinct actor), '{}')
                  from\s""" + watch.view() + """
                 r
                 where at >= ? and at < ? and (event = any(?) or event = any(?)) and (cardinality(?) = 0 or actor = any(?))
                """;
        try (var statement = connection.prepareStatement(sql)) {
            var touching = connection.createArrayOf("text", Events.touching().toArray());
            var files = connection.createArrayOf("text", FILES.toArray());
            var actors = connection.createArrayOf("text", accounts.toArray());
            statement.setArray(1, touching);
            statement.setString(2, Events.REVEALED);
            statement.setArray(3, touching);
            statement.setArray(4, files);
            statement.setObject(5, RecordTable.startOf(from));
            statement.setObject(6, RecordTable.startOf(until.plusDays(1)));
            statement.setArray(7, touching);
            statement.setArray(8, files);
            statement.setArray(9, actors);
            statement.setArray(10, actors);
            try (var row = statement.executeQuery()) {
                row.next();
                return new Extent(
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        List.of((Short[]) row.getArray(5).getArray()).stream()
                                .map(Short::intValue)
                                .toList(),
                        List.of((String[]) row.getArray(6).getArray()));
            }
        }
    }
}
