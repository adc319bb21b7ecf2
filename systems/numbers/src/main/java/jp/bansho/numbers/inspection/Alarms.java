package jp.bansho.numbers.inspection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import org.springframework.stereotype.Component;

/// Tells whoever asked to be told; completes a finding with what its records are about.
@Component
class Alarms {

    private final List<Alarm> alarms;

    Alarms(List<Alarm> alarms) {
        this.alarms = alarms;
    }

    List<Entry> raise(
            Connection connection,
            Watch watch,
            Stamp stamp,
            long finding,
            Rule rule,
            Hits.Key key,
            Collection<Long> records,
            boolean pursued)
            throws SQLException {
        if (!pursued && rule != Rule.HONEYTOKEN && rule != Rule.VOLUME) {
            return List.of();
        }
        var raised = completed(connection, watch, finding, rule, key, records, pursued);
        var entries = new ArrayList<Entry>();
        for (var alarm : alarms) {
            entries.addAll(alarm.raised(connection, watch, stamp, raised));
        }
        return entries;
    }

    private static Alarm.Raised completed(
            Connection connection,
            Watch watch,
            long finding,
            Rule rule,
            Hits.Key key,
            Collection<Long> records,
            boolean pursued)
            throws SQLException {
        var sql = """
                select coalesce(bool_or(event = ?), false),
                       coalesce(array_agg(distinct association) filter (where association is not null), '{}')
                  from\s""" + watch.view() + " r where seq = any(?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, Events.REVEALED);
            statement.setArray(2, connection.createArrayOf("bigint", records.toArray()));
            try (var row = statement.executeQuery()) {
                row.next();
                var associations = List.of((Short[]) row.getArray(2).getArray()).stream()
                        .map(Short::intValue)
                        .toList();
                return new Alarm.Raised(
                        finding,
                        rule,
                        key.account(),
                        key.day(),
                        key.subject(),
                        row.getBoolean(1),
                        associations,
                        pursued);
            }
        }
    }
}
