package jp.bansho.numbers.taxfile;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The SQL of previews.
final class PreviewTable {

    private static final String COLUMNS = """
            id, report, mode, tax_year, supplements, source_path, source_hash, slips, persons, untaxed, paid, withheld,
            voided, missing, violations, digest, made_at, made_by, confirmed_by, application, sending""";

    private PreviewTable() {}

    static long add(Connection connection, Preview it, ReportPass pass) throws SQLException {
        var sql = """
                insert into taxfile.preview (report, mode, tax_year, supplements, source_path, source_hash, slips, persons,
                       untaxed, paid, withheld, voided, missing, violations, digest, made_at, made_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning id
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, it.report().word());
            statement.setString(2, it.mode().word());
            statement.setInt(3, it.taxYear());
            statement.setObject(4, it.supplements());
            statement.setString(5, it.source().toString());
            statement.setString(6, it.sourceHash());
            statement.setLong(7, it.slips());
            figures(statement, 8, it.figures());
            statement.setLong(13, it.missing());
            statement.setLong(14, it.violations());
            statement.setString(15, it.digest());
            statement.setTimestamp(16, Timestamp.from(it.madeAt()));
            statement.setString(17, it.madeBy());
            try (var row = statement.executeQuery()) {
                row.next();
                var id = row.getLong(1);
                people(connection, id, pass);
                broken(connection, id, pass);
                replacements(connection, id, pass);
                return id;
            }
        }
    }

    static void figures(PreparedStatement statement, int from, Figures figures) throws SQLException {
        statement.setLong(from, figures.persons());
        statement.setLong(from + 1, figures.untaxed());
        statement.setLong(from + 2, figures.paid());
        statement.setLong(from + 3, figures.withheld());
        statement.setLong(from + 4, figures.voided());
    }

    static Figures figures(ResultSet row, int from) throws SQLException {
        return new Figures(
                row.getLong(from),
                row.getLong(from + 1),
                row.getLong(from + 2),
                row.getLong(from + 3),
                row.getLong(from + 4));
    }

    private static void people(Connection connection, long id, ReportPass pass) throws SQLException {
        try (var statement = connection.prepareStatement("insert into taxfile.preview_person values (?, ?, ?, ?, ?)")) {
            for (var one : pass.people.all()) {
                statement.setLong(1, id);
                statement.setInt(2, one.association());
                statement.setString(3, one.person());
                statement.setLong(4, one.present());
                statement.setLong(5, one.missing());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void broken(Connection connection, long id, ReportPass pass) throws SQLException {
        try (var statement =
                connection.prepareStatement("insert into taxfile.preview_violation values (?, ?, ?, ?, ?)")) {
            for (var one : pass.broken.entrySet()) {
                statement.setLong(1, id);
                statement.setInt(2, one.getKey().column());
                statement.setString(3, one.getKey().rule().name());
                tally(statement, 4, one.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void replacements(Connection connection, long id, ReportPass pass) throws SQLException {
        try (var statement =
                connection.prepareStatement("insert into taxfile.preview_replacement values (?, ?, ?, ?, ?, ?)")) {
            for (var one : pass.replacements.entrySet()) {
                statement.setLong(1, id);
                statement.setString(2, one.getKey().from());
                statement.setString(3, one.getKey().to());
                statement.setString(4, one.getKey().step());
                tally(statement, 5, one.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void tally(PreparedStatement statement, int from, Tally tally) throws SQLException {
        statement.setLong(from, tally.count());
        statement.setLong(from + 1, tally.firstLine());
    }

    static Optional<Preview> one(Connection connection, long id) throws SQLException {
        try (var statement = connection.prepareStatement("select " + COLUMNS + " from taxfile.preview where id = ?")) {
            statement.setLong(1, id);
            return list(statement).stream().findFirst();
        }
    }

    static List<Preview> newest(Connection connection, int most) throws SQLException {
        try (var statement =
                connection.prepareStatement("select " + COLUMNS + " from taxfile.preview order by id desc limit ?")) {
            statement.setInt(1, most);
            return list(statement);
        }
    }

    /// Notes who confirmed the replacements.
    static void confirm(Connection connection, long id, Instant now, String by) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update taxfile.preview set confirmed_at = ?, confirmed_by = ? where id = ?")) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setString(2, by);
            statement.setLong(3, id);
            statement.executeUpdate();
        }
    }

    static void applied(Connection connection, long id, long application, Sending sending) throws SQLException {
        try (var statement =
                connection.prepareStatement("update taxfile.preview set application = ?, sending = ? where id = ?")) {
            statement.setLong(1, application);
            statement.setString(2, sending.text());
            statement.setLong(3, id);
            statement.executeUpdate();
        }
    }

    static Preview.Details details(Connection connection, Preview preview) throws SQLException {
        var people = new ArrayList<Present>();
        var broken = new ArrayList<Preview.BrokenRule>();
        var replacements = new TreeMap<Replacement, Tally>();
        each(
                connection,
                "select association, person, present, missing from taxfile.preview_person"
                        + " where preview = ? order by 1, 2",
                preview.id(),
                row -> people.add(new Present(row.getInt(1), row.getString(2), row.getLong(3), row.getLong(4))));
        each(
                connection,
                "select column_no, rule, count, first_line from taxfile.preview_violation"
                        + " where preview = ? order by 1, 2",
                preview.id(),
                row -> broken.add(new Preview.BrokenRule(
                        row.getInt(1), row.getString(2), new Tally(row.getLong(3), row.getLong(4)))));
        each(
                connection,
                "select from_text, to_text, step, count, first_line from taxfile.preview_replacement"
                        + " where preview = ?",
                preview.id(),
                row -> replacements.put(
                        new Replacement(row.getString(1), row.getString(2), row.getString(3)),
                        new Tally(row.getLong(4), row.getLong(5))));
        return new Preview.Details(people, broken, replacements, before(connection, preview));
    }

    /// What was submitted for the year before.
    private static @Nullable Figures before(Connection connection, Preview preview) throws SQLException {
        var sql = """
                select o.persons, o.untaxed, o.paid, o.withheld, o.voided
                  from taxfile.output o
                  join taxfile.preview p on p.id = o.preview
                  join taxfile.custody c on c.output = o.id and c.act = 'submitted'
                 where p.report = ? and p.tax_year = ? and p.mode = 'first'
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, preview.report().word());
            statement.setInt(2, preview.taxYear() - 1);
            try (var row = statement.executeQuery()) {
                Figures sum = null;
                while (row.next()) {
                    var one = figures(row, 1);
                    sum = sum == null ? one : sum.plus(one);
                }
                return sum;
            }
        }
    }

    /// Takes one row.
    @FunctionalInterface
    interface Taking {
        void row(ResultSet row) throws SQLException;
    }

    static void each(Connection connection, String sql, long id, Taking taking) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    taking.row(row);
                }
            }
        }
    }

    private static List<Preview> list(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            var found = new ArrayList<Preview>();
            while (row.next()) {
                var sending = row.getString(21);
                found.add(new Preview(
                        row.getLong(1),
                        TaxReport.of(row.getString(2)),
                        Mode.of(row.getString(3)),
                        row.getInt(4),
                        row.getObject(5, Long.class),
                        Path.of(row.getString(6)),
                        row.getString(7),
                        row.getLong(8),
                        figures(row, 9),
                        row.getLong(14),
                        row.getLong(15),
                        row.getString(16),
                        row.getTimestamp(17).toInstant(),
                        row.getString(18),
                        row.getString(19),
                        row.getObject(20, Long.class),
                        sending == null ? null : Sending.of(sending)));
            }
            return found;
        }
    }
}
