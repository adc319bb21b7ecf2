package jp.bansho.numbers.cycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.bansho.numbers.intake.ByRule;
import org.jspecify.annotations.Nullable;

/// What a rule may decide without a person: the table of the release, and what each association
/// switched since.
final class RuleTable {

    private static final String RULES = "/cycle/rules.tsv";
    private static final String REASONS = "/cycle/reasons.tsv";

    private RuleTable() {}

    /// A rule as it stands for an association.
    ///
    /// @param by null while nobody of the association switched it
    record Standing(
            String rule,
            String japanese,
            String english,
            boolean on,
            @Nullable String by) {}

    /// Whether the table knows that rule.
    static boolean knows(String rule) {
        return lines(RULES).stream().anyMatch(line -> line.getFirst().equals(rule));
    }

    /// All rules, in the scope of an association.
    static List<Standing> of(Connection connection) throws SQLException {
        var switched = new HashMap<String, Standing>();
        var sql = """
                select distinct on (rule) rule, switched_on, switched_by from cycle.rule
                 where association = linkage.current_association()
                 order by rule, id desc
                """;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                switched.put(
                        row.getString(1), new Standing(row.getString(1), "", "", row.getBoolean(2), row.getString(3)));
            }
        }
        var found = new ArrayList<Standing>();
        for (var line : lines(RULES)) {
            var now = switched.get(line.getFirst());
            var on = now == null ? line.get(1).equals("on") : now.on();
            found.add(new Standing(line.getFirst(), line.get(2), line.get(3), on, now == null ? null : now.by()));
        }
        return found;
    }

    /// The rules as intake asks for them.
    static ByRule rules(Connection connection) throws SQLException {
        var on = new HashSet<String>();
        of(connection).stream().filter(Standing::on).map(Standing::rule).forEach(on::add);
        return new ByRule(on.contains(ByRule.CERTIFIED_NUMBER), on.contains(ByRule.DEATH_BY_CODE), leaving());
    }

    static void turn(Connection connection, String rule, boolean on, String by, String because, Instant at)
            throws SQLException {
        var sql = """
                insert into cycle.rule (association, rule, switched_on, switched_by, switched_at, because)
                values (linkage.current_association(), ?, ?, ?, ?, ?)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, rule);
            statement.setBoolean(2, on);
            statement.setString(3, by);
            statement.setTimestamp(4, Timestamp.from(at));
            statement.setString(5, because);
            statement.executeUpdate();
        }
    }

    private static Set<String> leaving() {
        var codes = new HashSet<String>();
        lines(REASONS).forEach(line -> codes.add(line.getFirst()));
        return Set.copyOf(codes);
    }

    /// The lines of a table below its comments and its header.
    private static List<List<String>> lines(String resource) {
        try (var stream = RuleTable.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("a table of the release is missing: " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .skip(1)
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
