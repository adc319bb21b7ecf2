package jp.bansho.numbers.inspection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All SQL that reads records. It asks the view of the watch, which holds no more than that part.
final class RecordTable {

    static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /// Results are counted up to here; whoever finds more should ask more closely.
    static final int MOST_COUNTED = 10_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RecordTable() {}

    /// How many records meet the conditions, up to [#MOST_COUNTED].
    static int count(Connection connection, Watch watch, Conditions conditions) throws SQLException {
        var sql = "select count(*) from (select 1 from " + watch.view() + " r where " + where(conditions) + " limit "
                + MOST_COUNTED + ") counted";
        try (var statement = connection.prepareStatement(sql)) {
            fill(statement, conditions);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /// Records that meet the conditions, newest first.
    static List<LogRecord> search(Connection connection, Watch watch, Conditions conditions, int skip, int most)
            throws SQLException {
        var sql =
                select(watch) + " where " + where(conditions) + " order by seq desc limit " + most + " offset " + skip;
        try (var statement = connection.prepareStatement(sql)) {
            fill(statement, conditions);
            return read(statement);
        }
    }

    /// The record at that position, if it belongs to the watch.
    static Optional<LogRecord> at(Connection connection, Watch watch, long seq) throws SQLException {
        return at(connection, watch, List.of(seq)).stream().findFirst();
    }

    /// The records at those positions, in their order, as far as they belong to the watch.
    static List<LogRecord> at(Connection connection, Watch watch, Collection<Long> positions) throws SQLException {
        try (var statement = connection.prepareStatement(select(watch) + " where seq = any(?) order by seq")) {
            statement.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            return read(statement);
        }
    }

    /// The newest record that an account enrolled the passkey with that handle.
    static Optional<LogRecord> enrolment(Connection connection, Watch watch, String account, String credential)
            throws SQLException {
        var sql = select(watch) + """
                 where actor = ? and event = 'passkey-enrolled' and details::json ->> 'credential' = ?
                 order by seq desc limit 1
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, account);
            statement.setString(2, credential);
            return read(statement).stream().findFirst();
        }
    }

    /// The evidence of the same account in records before that one, of the last hour: an older signature does not
    /// pass for one of this time.
    static List<String> earlierEvidence(Connection connection, Watch watch, LogRecord record) throws SQLException {
        var sql = "select details::json ->> 'evidence' from " + watch.view()
                + " where actor = ? and event = ? and seq < ? and at >= ? and details is not null";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, record.actor());
            statement.setString(2, record.event());
            statement.setLong(3, record.seq());
            statement.setObject(4, record.at().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC));
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (row.next()) {
                    var evidence = row.getString(1);
                    if (evidence != null && !evidence.isEmpty()) {
                        found.add(evidence);
                    }
                }
                return found;
            }
        }
    }

    private static String select(Watch watch) {
        var userNumber = watch.seesPeople()
                ? "(select s.user_number from linkage.subject s where s.id = r.subject)"
                : "null::text";
        return "select seq, at, system, actor, role, association, event, coalesce(purpose, ''), subject, " + userNumber
                + ", job, details, hash from " + watch.view() + " r";
    }

    private static String where(Conditions conditions) {
        return "at >= ? and at < ?"
                + (conditions.account().isEmpty() ? "" : " and actor = ?")
                + (conditions.event().isEmpty() ? "" : " and event = ?")
                + (conditions.row().isEmpty() ? "" : " and split_part(purpose, ':', 1) = ?")
                + (conditions.subject() == null ? "" : " and subject = ?")
                + (conditions.refusedOnly() ? " and " + Events.REFUSED_SQL : "");
    }

    private static void fill(PreparedStatement statement, Conditions conditions) throws SQLException {
        var at = 1;
        statement.setObject(at++, startOf(conditions.from()));
        statement.setObject(at++, startOf(conditions.until().plusDays(1)));
        for (var text : List.of(conditions.account(), conditions.event(), conditions.row())) {
            if (!text.isEmpty()) {
                statement.setString(at++, text);
            }
        }
        if (conditions.subject() != null) {
            statement.setLong(at, conditions.subject());
        }
    }

    static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(JAPAN).toOffsetDateTime();
    }

    private static List<LogRecord> read(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            var found = new ArrayList<LogRecord>();
            while (row.next()) {
                found.add(new LogRecord(
                        row.getLong(1),
                        row.getTimestamp(2).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, Integer.class),
                        row.getString(7),
                        row.getString(8),
                        whole(row, 9),
                        row.getString(10),
                        whole(row, 11),
                        details(row.getString(12)),
                        HexFormat.of().formatHex(row.getBytes(13))));
            }
            return found;
        }
    }

    private static @Nullable Long whole(ResultSet row, int column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable SequencedMap<String, String> details(@Nullable String json) {
        if (json == null) {
            return null;
        }
        var found = new LinkedHashMap<String, String>();
        for (var property : JSON.readTree(json).properties()) {
            found.put(property.getKey(), text(property.getValue()));
        }
        return found;
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            var parts = new ArrayList<String>();
            value.forEach(part -> parts.add(part.asString()));
            return String.join(", ", parts);
        }
        return value.isNull() ? "" : value.asString();
    }
}
