package jp.bansho.numbers.incident;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.numbers.inspection.Extent;

/// All SQL about versions of the report.
final class DraftTable {

    private DraftTable() {}

    static List<Draft> all(Connection connection, long incident) throws SQLException {
        var sql = """
                select version, made_at, made_by, from_day, until_day, actors, people, revealed, looks, files,
                       associations, found_actors, texts
                  from incident.draft where incident = ? order by version desc
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, incident);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Draft>();
                while (row.next()) {
                    found.add(new Draft(
                            row.getInt(1),
                            row.getTimestamp(2).toInstant(),
                            row.getString(3),
                            row.getObject(4, LocalDate.class),
                            row.getObject(5, LocalDate.class),
                            List.of((String[]) row.getArray(6).getArray()),
                            new Extent(
                                    row.getInt(7),
                                    row.getInt(8),
                                    row.getInt(9),
                                    row.getInt(10),
                                    List.of((Short[]) row.getArray(11).getArray()).stream()
                                            .map(Short::intValue)
                                            .toList(),
                                    List.of((String[]) row.getArray(12).getArray())),
                            List.of((String[]) row.getArray(13).getArray())));
                }
                return found;
            }
        }
    }

    static void keep(Connection connection, Incident incident, Draft draft) throws SQLException {
        var sql = """
                insert into incident.draft (incident, version, organisation, made_at, made_by, from_day, until_day, actors,
                                            people, revealed, looks, files, associations, found_actors, texts)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            var extent = draft.extent();
            statement.setLong(1, incident.id());
            statement.setInt(2, draft.version());
            statement.setInt(3, incident.organisation());
            statement.setTimestamp(4, Timestamp.from(draft.madeAt()));
            statement.setString(5, draft.madeBy());
            statement.setObject(6, draft.from());
            statement.setObject(7, draft.until());
            statement.setArray(
                    8, connection.createArrayOf("text", draft.accounts().toArray()));
            statement.setInt(9, extent.people());
            statement.setInt(10, extent.revealed());
            statement.setInt(11, extent.looks());
            statement.setInt(12, extent.files());
            statement.setArray(
                    13,
                    connection.createArrayOf("smallint", extent.associations().toArray()));
            statement.setArray(
                    14, connection.createArrayOf("text", extent.actors().toArray()));
            statement.setArray(
                    15, connection.createArrayOf("text", draft.texts().toArray()));
            statement.executeUpdate();
        }
    }
}
