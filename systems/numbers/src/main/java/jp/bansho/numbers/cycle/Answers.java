package jp.bansho.numbers.cycle;

import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jp.bansho.numbers.intake.Duty;

/// Whom the files of a round spoke of, whom they should have spoken of, and how many of each there are.
final class Answers {

    /// Recipients and spouses who live as far as anybody confirmed: asked about every odd month.
    private static final String ALIVE = """
            select s.id, s.user_number from linkage.subject s
             where s.association = linkage.current_association() and s.state = 1 and s.pension_use and s.kind in (1, 2)
               and not exists (select from retention.death d where d.subject = s.id and d.withdrawn_at is null)
            """;

    /// Dependants whose number is held and who were declared within the last round, or without a
    /// deadline on record.
    private static final String DECLARED = """
            select s.id, s.user_number from linkage.subject s
             where s.association = linkage.current_association() and s.state = 1 and s.tax_use
               and exists (select from vault.sealed_number n where n.subject = s.id and n.state = 1)
               and (not exists (select from retention.deadline t where t.subject = s.id and t.withdrawn_at is null)
                    or exists (select from retention.deadline t
                                where t.subject = s.id and t.withdrawn_at is null
                                  and t.deadline >= ?::date - interval '15 months'))
            """;

    private Answers() {}

    /// Notes whom a batch spoke of; once is enough.
    static void add(Connection connection, long cycle, Collection<String> userNumbers) throws SQLException {
        var sql = """
                insert into cycle.answered (cycle, subject, association)
                select distinct ?::bigint, s.id, s.association
                  from unnest(?::text[]) named (user_number)
                  join linkage.subject s on s.association = linkage.current_association() and s.state = 1
                                        and s.user_number = named.user_number
                    on conflict do nothing
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, cycle);
            statement.setArray(2, connection.createArrayOf("text", userNumbers.toArray()));
            statement.executeUpdate();
        }
    }

    /// Who was in no file of an open round, by user number.
    static List<Sheet.Absent> absent(Connection connection, Cycle cycle, int most) throws SQLException {
        var sql = """
                select due.id, due.user_number from (%s) due
                 where not exists (select from cycle.answered a where a.cycle = ? and a.subject = due.id)
                 order by due.user_number
                 limit ?
                """.formatted(due(cycle.duty()));
        try (var statement = connection.prepareStatement(sql)) {
            var at = 1;
            if (cycle.duty().sort() == Duty.Sort.DECLARATIONS) {
                statement.setDate(at++, first(cycle.duty().month()));
            }
            statement.setLong(at++, cycle.id());
            statement.setInt(at, most);
            return read(statement.executeQuery());
        }
    }

    /// Who was in no file of a closed round, by user number, as far as they are still kept.
    static List<Sheet.Absent> leftOver(Connection connection, Cycle cycle, int most) throws SQLException {
        var sql = """
                select s.id, s.user_number from cycle.left_over l join linkage.subject s on s.id = l.subject
                 where l.cycle = ?
                 order by s.user_number
                 limit ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, cycle.id());
            statement.setInt(2, most);
            return read(statement.executeQuery());
        }
    }

    /// How many people hold a declared number and are not named by a file that was only compared.
    static long notNamed(Connection connection, YearMonth month, Collection<Long> named) throws SQLException {
        var sql = "select count(*) from (" + DECLARED + ") due where due.id <> all(?::bigint[])";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setDate(1, first(month));
            statement.setArray(2, connection.createArrayOf("bigint", named.toArray()));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /// What is left of an open round goes over to the closed one.
    static void settle(Connection connection, Cycle cycle) throws SQLException {
        var sql = """
                insert into cycle.left_over (cycle, subject, association)
                select ?, due.id, linkage.current_association() from (%s) due
                 where not exists (select from cycle.answered a where a.cycle = ? and a.subject = due.id)
                """.formatted(due(cycle.duty()));
        try (var statement = connection.prepareStatement(sql)) {
            var at = 1;
            statement.setLong(at++, cycle.id());
            if (cycle.duty().sort() == Duty.Sort.DECLARATIONS) {
                statement.setDate(at++, first(cycle.duty().month()));
            }
            statement.setLong(at, cycle.id());
            statement.executeUpdate();
        }
        try (var statement = connection.prepareStatement("delete from cycle.answered where cycle = ?")) {
            statement.setLong(1, cycle.id());
            statement.executeUpdate();
        }
    }

    /// Counts an open round.
    static Counts count(Connection connection, Cycle cycle) throws SQLException {
        var sql = """
                with seen as (
                    select coalesce(o.subject, -o.job * 4294967296 - o.line) as whom, o.subject is null as nobody,
                           min(case o.sort when 'died' then 1 when 'number-changed' then 2 when 'out-of-scope' then 3
                                           when 'unclear' then 4 else 5 end) as weight
                      from intake.observation o join cycle.file f on f.job = o.job
                     where f.cycle = ?
                     group by 1, 2),
                waits as (
                    select count(distinct o.item) as items
                      from intake.observation o
                      join cycle.file f on f.job = o.job
                      join intake.work_item w on w.id = o.item
                     where f.cycle = ? and w.state = 'open')
                select (select count(*) from cycle.answered where cycle = ?) + count(*) filter (where nobody),
                       count(*) filter (where weight = 5), count(*) filter (where weight = 2),
                       count(*) filter (where weight = 1), count(*) filter (where weight = 3),
                       count(*) filter (where weight = 4), count(*), (select items from waits),
                       (select count(*) from (%s) due
                         where not exists (select from cycle.answered a where a.cycle = ? and a.subject = due.id))
                  from seen
                """.formatted(due(cycle.duty()));
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, cycle.id());
            statement.setLong(2, cycle.id());
            statement.setLong(3, cycle.id());
            var at = 4;
            if (cycle.duty().sort() == Duty.Sort.DECLARATIONS) {
                statement.setDate(at++, first(cycle.duty().month()));
            }
            statement.setLong(at, cycle.id());
            try (var row = statement.executeQuery()) {
                row.next();
                var asked = row.getLong(1);
                return new Counts(
                        asked,
                        asked - row.getLong(7),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(9),
                        row.getLong(8));
            }
        }
    }

    private static String due(Duty duty) {
        return switch (duty.sort()) {
            case LIFE_STATUS -> ALIVE;
            case DECLARATIONS -> DECLARED;
        };
    }

    private static Date first(YearMonth month) {
        return Date.valueOf(month.atDay(1));
    }

    private static List<Sheet.Absent> read(ResultSet rows) throws SQLException {
        try (rows) {
            var found = new ArrayList<Sheet.Absent>();
            while (rows.next()) {
                found.add(new Sheet.Absent(rows.getLong(1), rows.getString(2)));
            }
            return found;
        }
    }
}
