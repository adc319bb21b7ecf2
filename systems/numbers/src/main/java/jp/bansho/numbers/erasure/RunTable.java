package jp.bansho.numbers.erasure;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.machine.CopyRows;
import jp.bansho.retention.Use;

/// The SQL of runs and their lists.
final class RunTable {

    private static final String COLUMNS = """
            id, association, due_on, reason, state, digest, pension_uses, tax_uses, people, prepared_by, prepared_at,
            application, approved_by, erased_at, numbers, pad_version, key_before, key_after, certificate, finished_at
            """;
    private static final String STAGE = """
            create temporary table if not exists staged_item (
                subject bigint, use text, fact text, erase_from text, whole boolean
            ) on commit delete rows
            """;

    private RunTable() {}

    static long add(Connection connection, DueList list, String reason, String by, Instant at) throws SQLException {
        var sql = """
                insert into retention.run (association, due_on, reason, state, digest, pension_uses, tax_uses, people,
                                           prepared_by, prepared_at)
                values (?, ?, ?, 'prepared', ?, ?, ?, ?, ?, ?)
                returning id
                """;
        long run;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, list.association());
            statement.setDate(2, Date.valueOf(list.day()));
            statement.setString(3, reason);
            statement.setString(4, list.digest());
            statement.setInt(5, list.uses(Use.PENSION));
            statement.setInt(6, list.uses(Use.TAX));
            statement.setInt(7, list.people());
            statement.setString(8, by);
            statement.setTimestamp(9, Timestamp.from(at));
            try (var row = statement.executeQuery()) {
                row.next();
                run = row.getLong(1);
            }
        }
        addItems(connection, run, list);
        return run;
    }

    private static void addItems(Connection connection, long run, DueList list) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(STAGE);
        }
        try (var rows = CopyRows.into(connection, "copy staged_item from stdin (format binary)")) {
            for (var item : list.items()) {
                rows.row(5)
                        .put(item.subject())
                        .put(item.use().word())
                        .put(item.fact().toString())
                        .put(item.eraseFrom().toString())
                        .put(item.whole());
            }
            rows.end();
        }
        var sql = """
                insert into retention.run_item (run, association, subject, use, fact, erase_from, whole)
                select ?, linkage.current_association(), subject, use, fact::date, erase_from::date, whole
                  from staged_item
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, run);
            statement.executeUpdate();
        }
    }

    static Optional<Run> byId(Connection connection, long id) throws SQLException {
        return one(connection, "select " + COLUMNS + " from retention.run where id = ?", id);
    }

    /// As [#byId], and nobody else's to change until the transaction ends.
    static Optional<Run> lock(Connection connection, long id) throws SQLException {
        return one(connection, "select " + COLUMNS + " from retention.run where id = ? for update", id);
    }

    private static Optional<Run> one(Connection connection, String sql, long id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            return list(statement).stream().findFirst();
        }
    }

    static List<Run> newest(Connection connection, int most) throws SQLException {
        try (var statement =
                connection.prepareStatement("select " + COLUMNS + " from retention.run order by id desc limit ?")) {
            statement.setInt(1, most);
            return list(statement);
        }
    }

    static List<RunItem> items(Connection connection, long run) throws SQLException {
        var sql = """
                select subject, use, fact - date '1970-01-01', erase_from - date '1970-01-01', whole
                  from retention.run_item
                 where run = ?
                 order by subject, use
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, run);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<RunItem>();
                while (row.next()) {
                    found.add(new RunItem(
                            row.getLong(1),
                            Use.of(row.getString(2)),
                            LocalDate.ofEpochDay(row.getInt(3)),
                            LocalDate.ofEpochDay(row.getInt(4)),
                            row.getBoolean(5)));
                }
                return found;
            }
        }
    }

    /// A date on a list and the day it leads to, whoever has it.
    record Period(Use use, LocalDate fact, LocalDate eraseFrom) {

        /// True if it is the law's, and over.
        boolean lawful(LocalDate day) {
            return use.rule().eraseFrom(fact).equals(eraseFrom) && !eraseFrom.isAfter(day);
        }
    }

    static List<Period> periods(Connection connection, long run) throws SQLException {
        var sql = "select distinct use, fact, erase_from from retention.run_item where run = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, run);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Period>();
                while (row.next()) {
                    found.add(new Period(
                            Use.of(row.getString(1)),
                            row.getDate(2).toLocalDate(),
                            row.getDate(3).toLocalDate()));
                }
                return found;
            }
        }
    }

    static void applied(Connection connection, long run, long application) throws SQLException {
        var sql = "update retention.run set state = 'applied', application = ? where id = ? and state = 'prepared'";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, application);
            statement.setLong(2, run);
            requireOne(statement);
        }
    }

    static void dropped(Connection connection, long run) throws SQLException {
        var sql = "update retention.run set state = 'dropped' where id = ? and state in ('prepared', 'applied')";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, run);
            requireOne(statement);
        }
    }

    static void erased(
            Connection connection, long run, String approvedBy, Instant at, long numbers, int padVersion, String key)
            throws SQLException {
        var sql = """
                update retention.run
                   set state = 'erased', approved_by = ?, erased_at = ?, numbers = ?, pad_version = ?, key_before = ?
                 where id = ? and state = 'applied'
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, approvedBy);
            statement.setTimestamp(2, Timestamp.from(at));
            statement.setLong(3, numbers);
            statement.setInt(4, padVersion);
            statement.setString(5, key);
            statement.setLong(6, run);
            requireOne(statement);
        }
    }

    static void destroyed(Connection connection, long run, String keyAfter) throws SQLException {
        var sql = "update retention.run set state = 'destroyed', key_after = ? where id = ? and state = 'erased'";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, keyAfter);
            statement.setLong(2, run);
            requireOne(statement);
        }
    }

    static void certified(Connection connection, long run, String fingerprint, Instant at) throws SQLException {
        var sql = """
                update retention.run set state = 'certified', certificate = ?, finished_at = ?
                 where id = ? and state = 'destroyed'
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, fingerprint);
            statement.setTimestamp(2, Timestamp.from(at));
            statement.setLong(3, run);
            requireOne(statement);
        }
    }

    private static void requireOne(PreparedStatement statement) throws SQLException {
        if (statement.executeUpdate() != 1) {
            throw new IllegalStateException("a run is not in the state it was read in");
        }
    }

    private static List<Run> list(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            var found = new ArrayList<Run>();
            while (row.next()) {
                var erasedAt = row.getTimestamp(14);
                var finishedAt = row.getTimestamp(20);
                found.add(new Run(
                        row.getLong(1),
                        row.getInt(2),
                        row.getDate(3).toLocalDate(),
                        row.getString(4),
                        RunState.of(row.getString(5)),
                        row.getString(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getInt(9),
                        row.getString(10),
                        row.getTimestamp(11).toInstant(),
                        row.getObject(12, Long.class),
                        row.getString(13),
                        erasedAt == null ? null : erasedAt.toInstant(),
                        row.getObject(15, Long.class),
                        row.getObject(16, Integer.class),
                        row.getString(17),
                        row.getString(18),
                        row.getString(19),
                        finishedAt == null ? null : finishedAt.toInstant()));
            }
            return found;
        }
    }
}
