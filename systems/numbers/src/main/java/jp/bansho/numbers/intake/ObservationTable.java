package jp.bansho.numbers.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The SQL of what repeated inquiries said.
final class ObservationTable {

    private ObservationTable() {}

    /// Adds what a batch said, each linked with the item it waits in: its own row's, or the one
    /// that waited already.
    static void add(Connection connection, List<Observation> observations, List<@Nullable String> echoKeys)
            throws SQLException {
        if (observations.isEmpty()) {
            return;
        }
        var sql = """
                insert into intake.observation (association, job, line, sort, subject, request, matched, reason_code, day,
                                                generation, settled_by, item)
                select linkage.current_association(), job, line, sort,
                       coalesce(subject, (select s.id from linkage.subject s
                                           where s.association = linkage.current_association() and s.state = 1
                                             and s.user_number = o.echo_key)), request, matched, reason_code, day,
                       nullif(generation, 0), settled_by, w.id
                  from unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                              ?::date[], ?::smallint[], ?::text[], ?::text[], ?::text[])
                       o (job, line, sort, subject, request, matched, reason_code, day, generation, settled_by,
                          reason, echo_key)
                  left join lateral (
                       select min(w.id) as id from intake.work_item w
                        where w.state = 'open' and w.echo_key = o.echo_key
                          and (w.reason = o.reason
                               or (o.sort = 'number-changed' and w.reason in ('second-number', 'number-changed')))
                          and (o.generation = 0 or coalesce(w.generation, 0) = o.generation)) w on true
                """;
        try (var statement = connection.prepareStatement(sql)) {
            array(statement, 1, "bigint", observations, Observation::job);
            array(statement, 2, "bigint", observations, Observation::line);
            array(statement, 3, "text", observations, one -> one.sort().word());
            array(statement, 4, "bigint", observations, Observation::subject);
            array(statement, 5, "text", observations, Observation::request);
            array(statement, 6, "text", observations, Observation::matched);
            array(statement, 7, "text", observations, Observation::reason);
            array(
                    statement,
                    8,
                    "text",
                    observations,
                    one -> one.day() == null ? null : one.day().toString());
            array(statement, 9, "smallint", observations, one -> (short) one.generation());
            array(statement, 10, "text", observations, Observation::settledBy);
            array(
                    statement,
                    11,
                    "text",
                    observations,
                    one -> one.waitsAs() == null ? null : one.waitsAs().word());
            array(statement, 12, "text", echoKeys, key -> key);
            statement.executeUpdate();
        }
    }

    /// The newest evidence for what waits or waited in an item.
    static Optional<Observation> ofItem(Connection connection, long item) throws SQLException {
        var sql = """
                select o.job, o.line, o.sort, o.subject, o.request, o.matched, o.reason_code, o.day,
                       coalesce(o.generation, 0), o.settled_by, w.reason
                  from intake.observation o join intake.work_item w on w.id = o.item
                 where o.item = ?
                 order by o.job desc, o.line desc
                 limit 1
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, item);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                var subject = row.getLong(4);
                var whom = row.wasNull() ? null : subject;
                var day = row.getDate(8);
                return Optional.of(new Observation(
                        row.getLong(1),
                        row.getLong(2),
                        Observation.Sort.of(row.getString(3)),
                        whom,
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        day == null ? null : day.toLocalDate(),
                        row.getInt(9),
                        row.getString(10),
                        WorkItem.Reason.of(row.getString(11))));
            }
        }
    }

    private static <T extends @Nullable Object> void array(
            PreparedStatement statement, int index, String type, List<T> rows, Function<T, @Nullable Object> value)
            throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf(type, rows.stream().map(value).toArray()));
    }
}
