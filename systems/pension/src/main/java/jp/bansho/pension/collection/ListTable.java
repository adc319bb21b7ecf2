package jp.bansho.pension.collection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.pension.collection.Listed.Compared;
import jp.bansho.pension.collection.Listed.Counted;

/// The SQL of the list.
final class ListTable {

    private static final String COUNTED = """
            select n.file, n.municipality, m.notice, m.system, n.outcome, count(*), f.answered_on is not null
              from collection.notice n join collection.municipality m using (file, municipality)
              join collection.file f on f.id = n.file
             group by n.file, n.municipality, m.notice, m.system, n.outcome, f.answered_on
             order by n.municipality, n.file, n.outcome
            """;

    /// A notice stands from the month after it was made up to the month in which the next one
    /// was, from whichever municipality; then each payment of the pension has to show its
    /// amount. The first of its payments may have another.
    private static final String COMPARED = """
            with standing as (
                select n.association, n.user_number, n.municipality, m.system,
                       case m.notice when 'stop' then 0 else n.amount1 end as at_each,
                       case when m.notice = 'stop' then 0 when n.amount2 > 0 then n.amount2 else n.amount1 end as at_first,
                       to_char(m.made_on, 'YYYYMM')::integer as since,
                       lead(to_char(m.made_on, 'YYYYMM')::integer) over next_one as until,
                       row_number() over next_one as nth
                  from collection.notice n join collection.municipality m using (file, municipality)
                 where n.outcome = 'matched'
                window next_one as (partition by n.association, n.user_number, m.system
                                    order by m.made_on, n.file, n.line)
            ), compared as (
                select s.municipality, s.system, s.association, s.user_number, p.month,
                       case when row_number() over (partition by s.association, s.user_number, s.system, s.nth
                                                    order by p.month) = 1
                            then s.at_first else s.at_each end as asked,
                       case s.system when 'care' then p.care_premium when 'health' then p.health_premium
                                     when 'aged' then p.aged_premium when 'resident-tax' then p.resident_tax
                       end as collected
                  from standing s join payments.payment p using (association, user_number)
                 where p.month > s.since and (s.until is null or p.month <= s.until)
            )
            select municipality, system, count(distinct (association, user_number)), count(*),
                   count(*) filter (where asked <> collected), sum(asked), sum(collected)
              from compared where month / 100 = ?
             group by municipality, system order by municipality, system
            """;

    private ListTable() {}

    static List<Counted> counted(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(COUNTED);
                var row = statement.executeQuery()) {
            var counted = new ArrayList<Counted>();
            while (row.next()) {
                counted.add(new Counted(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Outcome.of(row.getString(5)),
                        row.getLong(6),
                        row.getBoolean(7)));
            }
            return counted;
        }
    }

    static List<Compared> compared(Connection connection, int taxYear) throws SQLException {
        try (var statement = connection.prepareStatement(COMPARED)) {
            statement.setInt(1, taxYear);
            try (var row = statement.executeQuery()) {
                var compared = new ArrayList<Compared>();
                while (row.next()) {
                    compared.add(new Compared(
                            row.getString(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7)));
                }
                return compared;
            }
        }
    }
}
