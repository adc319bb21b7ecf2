package jp.bansho.pension.members;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.layout.Layout;
import jp.bansho.layout.Layouts;
import jp.bansho.layout.RecordCheck;
import jp.bansho.layout.RecordReader;
import jp.bansho.machine.CopyRows;
import jp.bansho.machine.Progress;
import org.jspecify.annotations.Nullable;

/// Reads a file of members into a table that vanishes with the transaction, and notes what is
/// wrong with it.
final class Staging {

    /// How many problems are kept in words; beyond that they are counted.
    static final int KEPT = 100;

    private static final int COLUMNS = 13;
    private static final int REPORT_EVERY = 10_000;

    private final Layout layout = Layouts.find("pensioners");
    private final MemberRow rules;
    private final List<Problem> problems = new ArrayList<>();
    private long found;
    private long rows;

    Staging(MemberRow rules) {
        this.rules = rules;
    }

    long rows() {
        return rows;
    }

    /// How many problems there are.
    long found() {
        return found;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// Reads the whole file, the wrong rows too, so that all of them are named.
    void read(Connection connection, InputStream in, long bytes, Progress progress) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table incoming (
                        line bigint, user_number text collate "C", kind text, resident_record_code text, name text,
                        kana text, born text, sex text, address text, municipality text, certificate_number text,
                        basic_pension_number text, payroll_number text, own_number text
                    ) on commit drop
                    """);
        }
        var check = new RecordCheck(layout);
        try (var reader = new RecordReader(in, layout);
                var copy = CopyRows.into(connection, "copy incoming from stdin (format binary)")) {
            while (reader.next()) {
                rows++;
                if (check.check(reader, violation -> note(Problem.of(violation)))) {
                    rules.check(reader, this::note);
                    put(copy, reader);
                }
                if (rows % REPORT_EVERY == 0) {
                    progress.at(rows, reader.nextOffset(), bytes);
                }
            }
            copy.end();
        }
        noteTwins(connection);
    }

    private static void put(CopyRows copy, RecordReader reader) throws SQLException {
        copy.row(COLUMNS + 1).put(reader.line());
        for (var column = 1; column <= COLUMNS; column++) {
            copy.put(text(reader, column));
        }
    }

    private static @Nullable String text(RecordReader reader, int column) {
        return reader.length(column) == 0 ? null : reader.text(column);
    }

    private void noteTwins(Connection connection) throws SQLException {
        var sql = """
                select line from (select line, row_number() over (partition by user_number order by line) as nth
                                    from incoming) numbered
                 where nth > 1 order by line
                """;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                note(Problem.twice(row.getLong(1)));
            }
        }
    }

    private void note(Problem problem) {
        found++;
        if (problems.size() < KEPT) {
            problems.add(problem);
        }
    }
}
