package jp.bansho.numbers.erasure;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import jp.bansho.numbers.erasure.Outlook.Step;
import jp.bansho.retention.Use;

/// The SQL of the outlook and of the list behind it, as far as the scope may see.
final class OutlookTable {

    private static final int DAYS = 31;
    private static final int MONTHS = 12;
    private static final int YEARS = 5;

    private OutlookTable() {}

    static Outlook read(Connection connection, LocalDate today, boolean work) throws SQLException {
        var byDay = byDay(connection, today);
        var due = new EnumMap<Use, Long>(Use.class);
        byDay.headMap(today, true)
                .values()
                .forEach(uses -> uses.forEach((use, count) -> due.merge(use, count, Long::sum)));
        var ahead = new TreeMap<>(byDay.tailMap(today, false));
        return new Outlook(
                today,
                due,
                DueTable.heldOn(connection, today).size(),
                work ? DueTable.inOpenWork(connection).size() : 0,
                withoutFact(connection),
                steps(ahead, today.plusDays(1), DAYS, day -> day.plusDays(1)),
                steps(ahead, today.withDayOfMonth(1), MONTHS, day -> day.plusMonths(1)),
                steps(ahead, today.withDayOfYear(1), YEARS, day -> day.plusYears(1)));
    }

    /// Asked for every work list, so it reads by index what is due and nothing else.
    static long due(Connection connection, LocalDate today) throws SQLException {
        var sql = """
                with day (today) as (select ?::date),
                elapsed (subject) as (
                    select subject from retention.death, day where withdrawn_at is null and erase_from <= today
                    union all
                    select d.subject from retention.deadline d, day
                     where d.withdrawn_at is null and d.erase_from <= today
                       and not exists (select from retention.deadline l
                                        where l.subject = d.subject and l.withdrawn_at is null and l.deadline > d.deadline))
                select count(*) from elapsed o, day
                 where not exists (select from retention.hold h
                                    where h.subject = o.subject and h.released_at is null and h.from_day <= today
                                      and (h.until_day is null or h.until_day >= today))
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setDate(1, Date.valueOf(today));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static NavigableMap<LocalDate, Map<Use, Long>> byDay(Connection connection, LocalDate today)
            throws SQLException {
        var sql = """
                select use, greatest(erase_from, ?::date), count(*)
                  from retention.standing
                 where erase_from is not null and erase_from < ?
                 group by 1, 2
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setDate(1, Date.valueOf(today));
            statement.setDate(2, Date.valueOf(today.withDayOfYear(1).plusYears(YEARS)));
            try (var row = statement.executeQuery()) {
                var found = new TreeMap<LocalDate, Map<Use, Long>>();
                while (row.next()) {
                    found.computeIfAbsent(row.getDate(2).toLocalDate(), _ -> new EnumMap<>(Use.class))
                            .put(Use.of(row.getString(1)), row.getLong(3));
                }
                return found;
            }
        }
    }

    private static List<Step> steps(
            NavigableMap<LocalDate, Map<Use, Long>> ahead, LocalDate first, int many, UnaryOperator<LocalDate> next) {
        var steps = new ArrayList<Step>();
        var from = first;
        for (var step = 0; step < many; step++) {
            var until = next.apply(from);
            var part = ahead.subMap(from, true, until, false).values();
            steps.add(new Step(from, sum(part, Use.PENSION), sum(part, Use.TAX)));
            from = until;
        }
        return List.copyOf(steps);
    }

    private static long sum(Iterable<Map<Use, Long>> part, Use use) {
        var sum = 0L;
        for (var uses : part) {
            sum += uses.getOrDefault(use, 0L);
        }
        return sum;
    }

    private static List<Outlook.WithoutFact> withoutFact(Connection connection) throws SQLException {
        var sql = "select kind, use, count(*) from retention.standing where fact is null group by 1, 2 order by 1, 2";
        try (var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            var found = new ArrayList<Outlook.WithoutFact>();
            while (row.next()) {
                found.add(new Outlook.WithoutFact(row.getInt(1), Use.of(row.getString(2)), row.getLong(3)));
            }
            return List.copyOf(found);
        }
    }

    static List<DueLine> list(Connection connection, LocalDate until, LocalDate today, int most) throws SQLException {
        var held = DueTable.heldOn(connection, today);
        var work = DueTable.inOpenWork(connection);
        var sql = """
                select subject, user_number, use, fact, erase_from
                  from retention.standing
                 where erase_from <= ?
                 order by erase_from, user_number, use
                 limit ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setDate(1, Date.valueOf(until));
            statement.setInt(2, most);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<DueLine>();
                while (row.next()) {
                    found.add(new DueLine(
                            row.getLong(1),
                            row.getString(2),
                            Use.of(row.getString(3)),
                            row.getDate(4).toLocalDate(),
                            row.getDate(5).toLocalDate(),
                            held.contains(row.getLong(1)),
                            work.contains(row.getLong(1))));
                }
                return found;
            }
        }
    }
}
