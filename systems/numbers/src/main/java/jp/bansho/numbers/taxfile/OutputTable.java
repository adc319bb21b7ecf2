package jp.bansho.numbers.taxfile;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The SQL of output files and their custody.
final class OutputTable {

    private static final String COLUMNS = """
            select id, preview, job, application, applicant, approver, recipient, medium, capacity, use_by, destroy_by,
                   parcel, folder, made_by, witness, manifest, written_at, persons, untaxed, paid, withheld, voided, missing
              from taxfile.output
            """;

    private OutputTable() {}

    static long begin(Connection connection, Output it, Instant now) throws SQLException {
        var sql = """
                insert into taxfile.output (preview, application, applicant, approver, purpose, recipient, medium, capacity,
                       parcel, folder, made_by, witness, ordered_at, use_by, destroy_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning id
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, it.preview().id());
            statement.setLong(2, it.application());
            statement.setString(3, it.applicant());
            statement.setString(4, it.approver());
            statement.setString(5, it.preview().report().purpose().word());
            statement.setString(6, it.sending().recipient());
            statement.setString(7, it.sending().medium());
            statement.setLong(8, it.sending().capacity());
            statement.setString(9, it.parcel());
            statement.setString(10, it.folder().toString());
            statement.setString(11, it.madeBy());
            statement.setString(12, it.witness());
            statement.setTimestamp(13, Timestamp.from(now));
            statement.setDate(14, Date.valueOf(it.sending().useBy()));
            statement.setDate(15, Date.valueOf(it.sending().destroyBy()));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static void job(Connection connection, long output, long job) throws SQLException {
        try (var statement = connection.prepareStatement("update taxfile.output set job = ? where id = ?")) {
            statement.setLong(1, job);
            statement.setLong(2, output);
            statement.executeUpdate();
        }
    }

    static void marks(Connection connection, long output, int part, SlipBytes marks) throws SQLException {
        try (var statement = connection.prepareStatement("insert into taxfile.output_marks values (?, ?, ?)")) {
            statement.setLong(1, output);
            statement.setInt(2, part);
            statement.setBytes(3, java.util.Arrays.copyOf(marks.array(), marks.length()));
            statement.executeUpdate();
        }
    }

    static void written(
            Connection connection, long output, String manifest, ReportPass pass, List<OutputFile> files, Instant now)
            throws SQLException {
        var sql = """
                update taxfile.output
                   set manifest = ?, written_at = ?, persons = ?, untaxed = ?, paid = ?, withheld = ?, voided = ?, missing = ?
                 where id = ? and manifest is null
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, manifest);
            statement.setTimestamp(2, Timestamp.from(now));
            PreviewTable.figures(statement, 3, pass.figures);
            statement.setLong(8, pass.missingCount);
            statement.setLong(9, output);
            statement.executeUpdate();
        }
        try (var statement = connection.prepareStatement("insert into taxfile.output_file values (?, ?, ?, ?, ?, ?)")) {
            for (var file : files) {
                statement.setLong(1, output);
                statement.setString(2, file.name());
                statement.setString(3, file.group());
                statement.setInt(4, file.number());
                statement.setLong(5, file.records());
                statement.setLong(6, file.bytes());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /// Adds a step.
    ///
    /// @throws TaxfileRefused if the file is not where this step begins
    static void step(Connection connection, long output, Output.Step step) throws SQLException {
        var sql = """
                insert into taxfile.custody (output, act, at, by, witness, counterpart, reference)
                values (?, ?, ?, ?, ?, ?, ?)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, output);
            statement.setString(2, step.act().word());
            statement.setTimestamp(3, Timestamp.from(step.at()));
            statement.setString(4, step.by());
            statement.setString(5, step.witness());
            statement.setString(6, step.counterpart());
            statement.setString(7, step.reference());
            statement.executeUpdate();
        }
    }

    static Optional<Output> one(Connection connection, long id) throws SQLException {
        try (var statement = connection.prepareStatement(COLUMNS + " where id = ?")) {
            statement.setLong(1, id);
            return list(connection, statement).stream().findFirst();
        }
    }

    static Optional<Output> under(Connection connection, long application) throws SQLException {
        try (var statement = connection.prepareStatement(COLUMNS + " where application = ?")) {
            statement.setLong(1, application);
            return list(connection, statement).stream().findFirst();
        }
    }

    static List<Output> newest(Connection connection, int most) throws SQLException {
        try (var statement = connection.prepareStatement(COLUMNS + " order by id desc limit ?")) {
            statement.setInt(1, most);
            return list(connection, statement);
        }
    }

    static List<OutputFile> files(Connection connection, long output) throws SQLException {
        var files = new ArrayList<OutputFile>();
        PreviewTable.each(
                connection,
                "select name, group_code, number, records, bytes from taxfile.output_file where output = ?"
                        + " order by group_code, number",
                output,
                row -> files.add(new OutputFile(
                        row.getString(1), row.getString(2), row.getInt(3), row.getLong(4), row.getLong(5))));
        return files;
    }

    private static List<Output.Step> steps(Connection connection, long output) throws SQLException {
        var steps = new ArrayList<Output.Step>();
        PreviewTable.each(
                connection,
                "select act, at, by, witness, counterpart, reference from taxfile.custody where output = ? order by id",
                output,
                row -> steps.add(new Output.Step(
                        Output.Act.of(row.getString(1)),
                        row.getTimestamp(2).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6))));
        return steps;
    }

    private static List<Output> list(Connection connection, PreparedStatement statement) throws SQLException {
        var found = new ArrayList<Output>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                var id = row.getLong(1);
                var writtenAt = row.getTimestamp(17);
                found.add(new Output(
                        id,
                        PreviewTable.one(connection, row.getLong(2)).orElseThrow(),
                        row.getObject(3, Long.class),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        new Sending(
                                row.getString(7),
                                row.getString(8),
                                row.getLong(9),
                                row.getDate(10).toLocalDate(),
                                row.getDate(11).toLocalDate()),
                        row.getString(12),
                        Path.of(row.getString(13)),
                        row.getString(14),
                        row.getString(15),
                        row.getString(16),
                        writtenAt == null ? null : writtenAt.toInstant(),
                        PreviewTable.figures(row, 18),
                        row.getLong(23),
                        steps(connection, id)));
            }
        }
        return found;
    }
}
