package jp.bansho.numbers.incident;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All SQL about incidents and their history; row-level security holds it to the organisation of the scope.
final class IncidentTable {

    private static final String SELECT = """
            select id, organisation, whole_machine, kind, account, place, summary, known_at, opened_at, opened_by, state,
                   duty, duty_events, preliminary_on, final_on, application
              from incident.incident
            """;

    private IncidentTable() {}

    /// Who opens causes at the same time waits here, so that one cause never opens two incidents.
    static void one(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(hashtext('bansho incident'))")) {
            statement.execute();
        }
    }

    static boolean knows(Connection connection, int organisation, String key) throws SQLException {
        var sql = "select from incident.cause where organisation = ? and key = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, organisation);
            statement.setString(2, key);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /// The open incident that further causes of that thread belong to.
    static Optional<Long> openThread(Connection connection, int organisation, String thread) throws SQLException {
        var sql = "select id from incident.incident where organisation = ? and thread = ? and state = 'open'";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, organisation);
            statement.setString(2, thread);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    static long open(Connection connection, Opening opening, Instant now) throws SQLException {
        var sql = """
                insert into incident.incident (organisation, whole_machine, kind, thread, account, place, summary,
                                               known_at, opened_at, opened_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning id
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, opening.organisation());
            statement.setBoolean(2, opening.wholeMachine());
            statement.setString(3, opening.kind().word());
            statement.setString(4, opening.thread());
            statement.setString(5, opening.account());
            statement.setString(6, opening.place());
            statement.setString(7, opening.summary());
            statement.setTimestamp(8, Timestamp.from(opening.knownAt()));
            statement.setTimestamp(9, Timestamp.from(now));
            statement.setString(10, opening.by());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static void cause(Connection connection, Opening opening, long incident, Instant now) throws SQLException {
        var sql = "insert into incident.cause (organisation, key, incident, finding, at) values (?, ?, ?, ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, opening.organisation());
            statement.setString(2, opening.key());
            statement.setLong(3, incident);
            statement.setObject(4, opening.finding(), Types.BIGINT);
            statement.setTimestamp(5, Timestamp.from(now));
            statement.executeUpdate();
        }
    }

    static void add(Connection connection, int organisation, long incident, Line line) throws SQLException {
        var sql = """
                insert into incident.entry (incident, organisation, at, by, act, step, state, text)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, incident);
            statement.setInt(2, organisation);
            statement.setTimestamp(3, Timestamp.from(line.at()));
            statement.setString(4, line.by());
            statement.setString(5, line.act());
            statement.setString(6, line.step() == null ? null : line.step().word());
            statement.setString(7, line.state() == null ? null : line.state().word());
            statement.setString(8, line.text());
            statement.executeUpdate();
        }
    }

    /// Incidents, open ones first, the oldest clock first.
    static List<Incident> list(Connection connection, boolean openOnly) throws SQLException {
        var sql = SELECT + (openOnly ? " where state = 'open'" : "")
                + " order by state <> 'open', case when state = 'open' then known_at end, id desc limit 500";
        try (var statement = connection.prepareStatement(sql)) {
            return read(statement);
        }
    }

    /// @param locked true to hold it until the transaction ends; only the own organisation's can be held
    static Optional<Incident> one(Connection connection, long id, boolean locked) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + " where id = ?" + (locked ? " for update" : ""))) {
            statement.setLong(1, id);
            return read(statement).stream().findFirst();
        }
    }

    static List<Line> history(Connection connection, long incident) throws SQLException {
        var sql = "select at, by, act, step, state, text from incident.entry where incident = ? order by id";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, incident);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Line>();
                while (row.next()) {
                    var step = row.getString(4);
                    var state = row.getString(5);
                    found.add(new Line(
                            row.getTimestamp(1).toInstant(),
                            row.getString(2),
                            row.getString(3),
                            step == null ? null : Step.of(step).orElseThrow(),
                            state == null ? null : StepState.of(state).orElseThrow(),
                            row.getString(6)));
                }
                return found;
            }
        }
    }

    /// The findings of the log check an incident was opened for.
    static List<Long> findings(Connection connection, long incident) throws SQLException {
        var sql = "select finding from incident.cause where incident = ? and finding is not null order by at, finding";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, incident);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Long>();
                while (row.next()) {
                    found.add(row.getLong(1));
                }
                return found;
            }
        }
    }

    static void duty(Connection connection, long id, Duty duty, List<Integer> events) throws SQLException {
        var sql = "update incident.incident set duty = ?, duty_events = ? where id = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, duty.word());
            statement.setArray(2, connection.createArrayOf("smallint", events.toArray()));
            statement.setLong(3, id);
            statement.executeUpdate();
        }
    }

    /// Sets the day of a report.
    ///
    /// @param last true for the final report 確報, false for the preliminary one 速報
    static void made(Connection connection, long id, boolean last, @Nullable LocalDate day) throws SQLException {
        var sql = "update incident.incident set " + (last ? "final_on" : "preliminary_on") + " = ? where id = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, day, Types.DATE);
            statement.setLong(2, id);
            statement.executeUpdate();
        }
    }

    static void application(Connection connection, long id, long application) throws SQLException {
        try (var statement = connection.prepareStatement("update incident.incident set application = ? where id = ?")) {
            statement.setLong(1, application);
            statement.setLong(2, id);
            statement.executeUpdate();
        }
    }

    static void state(Connection connection, long id, boolean open) throws SQLException {
        try (var statement = connection.prepareStatement("update incident.incident set state = ? where id = ?")) {
            statement.setString(1, open ? "open" : "closed");
            statement.setLong(2, id);
            statement.executeUpdate();
        }
    }

    private static List<Incident> read(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            var found = new ArrayList<Incident>();
            while (row.next()) {
                var application = row.getLong(16);
                var applied = !row.wasNull();
                found.add(new Incident(
                        row.getLong(1),
                        row.getInt(2),
                        row.getBoolean(3),
                        IncidentKind.of(row.getString(4)).orElseThrow(),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getTimestamp(8).toInstant(),
                        row.getTimestamp(9).toInstant(),
                        row.getString(10),
                        row.getString(11).equals("open"),
                        Duty.of(row.getString(12)).orElseThrow(),
                        List.of((Short[]) row.getArray(13).getArray()).stream()
                                .map(Short::intValue)
                                .toList(),
                        row.getObject(14, LocalDate.class),
                        row.getObject(15, LocalDate.class),
                        applied ? application : null));
            }
            return found;
        }
    }
}
