package jp.bansho.numbers.erasure;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.bansho.retention.Life;
import jp.bansho.retention.Use;

/// The SQL of what is due. The database finds candidates by the day it keeps; whether one is due, the library says from
/// the date itself, and a day that disagrees stops everything.
final class DueTable {

    private DueTable() {}

    /// What may be erased of the association in scope.
    ///
    /// @param today a hold that covers this day or `day` keeps a person
    static DueList due(Connection connection, int association, LocalDate day, LocalDate today) throws SQLException {
        var kept = kept(connection, day, today);
        var sql = """
                select subject, use, fact - date '1970-01-01', erase_from - date '1970-01-01'
                  from retention.standing
                 where subject in (select subject from retention.standing where erase_from <= ?)
                 order by subject, use
                """;
        var items = new ArrayList<RunItem>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setDate(1, Date.valueOf(day));
            try (var row = statement.executeQuery()) {
                var person = 0L;
                Map<Use, LocalDate> facts = new EnumMap<>(Use.class);
                var uses = new HashSet<Use>();
                while (row.next()) {
                    if (row.getLong(1) != person) {
                        add(items, kept, person, uses, facts, day);
                        person = row.getLong(1);
                        facts.clear();
                        uses.clear();
                    }
                    var use = Use.of(row.getString(2));
                    uses.add(use);
                    var fact = LocalDate.ofEpochDay(row.getInt(3));
                    if (!row.wasNull()) {
                        facts.put(use, fact);
                        if (!use.rule().eraseFrom(fact).equals(LocalDate.ofEpochDay(row.getInt(4)))) {
                            throw new IllegalStateException("a day of erasure in the database is not the law's");
                        }
                    }
                }
                add(items, kept, person, uses, facts, day);
            }
        }
        return new DueList(association, day, List.copyOf(items));
    }

    private static void add(
            List<RunItem> items, Set<Long> kept, long person, Set<Use> uses, Map<Use, LocalDate> facts, LocalDate day) {
        if (uses.isEmpty() || kept.contains(person)) {
            return;
        }
        var deadlines = facts.containsKey(Use.TAX) ? List.of(facts.get(Use.TAX)) : List.<LocalDate>of();
        var life = new Life(uses, facts.get(Use.PENSION), deadlines, List.of());
        for (var use : life.dueOn(day)) {
            var fact = life.fact(use).orElseThrow();
            items.add(new RunItem(person, use, fact, use.rule().eraseFrom(fact), life.goesOn(day)));
        }
    }

    /// People who are not erased although their time is over: on hold, or in work that waits for a decision.
    private static Set<Long> kept(Connection connection, LocalDate day, LocalDate today) throws SQLException {
        var kept = new HashSet<>(heldOn(connection, day));
        kept.addAll(heldOn(connection, today));
        kept.addAll(inOpenWork(connection));
        return kept;
    }

    static Set<Long> heldOn(Connection connection, LocalDate day) throws SQLException {
        var sql = """
                select distinct subject from retention.hold
                 where released_at is null and from_day <= ? and (until_day is null or until_day >= ?)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setDate(1, Date.valueOf(day));
            statement.setDate(2, Date.valueOf(day));
            return handles(statement);
        }
    }

    static Set<Long> inOpenWork(Connection connection) throws SQLException {
        var sql = """
                select subject from intake.work_item where state = 'open' and subject is not null
                union
                select other_subject from intake.work_item where state = 'open' and other_subject is not null
                union
                select s.id from linkage.subject s
                  join intake.work_item w on w.echo_key = s.user_number and w.state = 'open'
                """;
        try (var statement = connection.prepareStatement(sql)) {
            return handles(statement);
        }
    }

    private static Set<Long> handles(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            var found = new HashSet<Long>();
            while (row.next()) {
                found.add(row.getLong(1));
            }
            return found;
        }
    }
}
