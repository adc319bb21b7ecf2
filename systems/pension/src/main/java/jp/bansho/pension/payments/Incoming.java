package jp.bansho.pension.payments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.layout.Layouts;
import jp.bansho.layout.RecordCheck;
import jp.bansho.layout.RecordReader;
import jp.bansho.machine.CopyRows;
import jp.bansho.machine.Progress;
import jp.bansho.pension.members.Problem;

/// Reads one file into a table that vanishes with the transaction, and notes what is wrong with it.
final class Incoming {

    /// How many problems are kept in words; beyond that they are counted.
    static final int KEPT = 100;

    private static final int REPORT_EVERY = 10_000;

    private final FileKind kind;
    private final RowRules rules;
    private final List<Problem> problems = new ArrayList<>();
    private long found;
    private long rows;

    Incoming(FileKind kind, RowRules rules) {
        this.kind = kind;
        this.rules = rules;
    }

    long rows() {
        return rows;
    }

    /// Reads the whole file, the wrong rows too, so that all of them are named.
    ///
    /// @throws PaymentsRefused if it cannot be read or holds nothing
    void read(Connection connection, Path file, Progress progress) throws SQLException {
        execute(connection, kind.created());
        try (var in = Files.newInputStream(file)) {
            copy(connection, in, Files.size(file), progress);
        } catch (IOException e) {
            throw PaymentsRefused.unreadable(kind.layout());
        }
        if (rows == 0) {
            throw PaymentsRefused.empty(kind.layout());
        }
        execute(connection, "analyze " + kind.table());
        note(connection, """
                select line from (select line, row_number() over (partition by %s order by line) as nth from %s) numbered
                 where nth > 1 order by line
                """.formatted(kind.keyColumns(), kind.table()), Problem.twice(0));
    }

    private void copy(Connection connection, InputStream in, long bytes, Progress progress)
            throws SQLException, IOException {
        var layout = Layouts.find(kind.layout());
        var check = new RecordCheck(layout);
        try (var reader = new RecordReader(in, layout);
                var copy = CopyRows.into(connection, "copy " + kind.table() + " from stdin (format binary)")) {
            while (reader.next()) {
                rows++;
                if (check.check(reader, violation -> note(Problem.of(violation)))) {
                    rules.check(kind, reader, this::note);
                    put(copy, reader);
                }
                if (rows % REPORT_EVERY == 0) {
                    progress.at(rows, reader.nextOffset(), bytes);
                }
            }
            copy.end();
        }
    }

    private void put(CopyRows copy, RecordReader reader) throws SQLException {
        copy.row(kind.columns() + 1).put(reader.line());
        for (var column = 1; column <= kind.columns(); column++) {
            copy.put(reader.length(column) == 0 ? null : reader.text(column));
        }
    }

    /// Notes that problem for each line that a query finds.
    void note(Connection connection, String linesOf, Problem like) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(linesOf)) {
            while (row.next()) {
                note(new Problem(row.getLong(1), like.column(), like.word(), like.english(), like.japanese()));
            }
        }
    }

    private void note(Problem problem) {
        found++;
        if (problems.size() < KEPT) {
            problems.add(problem);
        }
    }

    /// Demands that nothing is wrong.
    ///
    /// @throws PaymentsRefused if something is
    void require() {
        if (found > 0) {
            throw PaymentsRefused.rows(kind.layout(), List.copyOf(problems), found);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
