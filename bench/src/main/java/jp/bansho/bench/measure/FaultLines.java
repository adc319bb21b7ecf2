package jp.bansho.bench.measure;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.bansho.numbers.intake.RowOutcome;
import jp.bansho.testing.Database;

/// Holds the outcome of every line of a job against what is expected.
final class FaultLines {

    private static final int SHOWN = 10;

    private final Database database;
    private final List<String> examples = new ArrayList<>();
    private long lines;
    private long found;
    private long touched;

    FaultLines(Database database) {
        this.database = database;
    }

    long lines() {
        return lines;
    }

    long found() {
        return found;
    }

    long touched() {
        return touched;
    }

    /// The first disagreements, for the report: line, expected and actual word.
    String examples() {
        return examples.isEmpty() ? "" : " Disagreements: " + String.join("; ", examples) + ".";
    }

    void intake(long job, String usual, Map<Long, String> expected) throws SQLException {
        var rules = rules("select line, rule from intake.finding where job = " + job);
        var outcomes = outcomes(job);
        for (var i = 0; i < outcomes.length; i++) {
            var word = word(outcomes[i]);
            var actual = word.equals("invalid") ? "invalid:" + only(rules, i + 1L) : word;
            judge("job " + job, i + 1L, expected, usual, Set.of(actual));
        }
    }

    private void judge(String where, long line, Map<Long, String> expected, String usual, Set<String> actual) {
        lines++;
        var fault = expected.get(line);
        if (actual.contains(fault == null ? usual : fault)) {
            found += fault == null ? 0 : 1;
            return;
        }
        touched += fault == null ? 1 : 0;
        if (examples.size() < SHOWN) {
            examples.add("%s line %d: %s expected, %s".formatted(where, line, fault == null ? usual : fault, actual));
        }
    }

    private byte[] outcomes(long job) throws SQLException {
        var sql = "select string_agg(outcomes, ''::bytea order by number) from job.batch where job = " + job;
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getBytes(1);
        }
    }

    private Map<Long, Set<String>> rules(String sql) throws SQLException {
        var rules = new HashMap<Long, Set<String>>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                rules.computeIfAbsent(row.getLong(1), _ -> new HashSet<>())
                        .add(row.getString(2).toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        return rules;
    }

    private static String only(Map<Long, Set<String>> rules, long line) {
        return String.join("+", rules.getOrDefault(line, Set.of()));
    }

    private static String word(int code) {
        for (var outcome : RowOutcome.values()) {
            if (outcome.code() == code) {
                return outcome.word();
            }
        }
        return "none";
    }
}
