package jp.bansho.media.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/// What has to be done with media until when (M3, M4): lists for a desk's first page, and for
/// whoever reminds.
public final class Duties {

    private final Desk desk;

    Duties(Desk desk) {
        this.desk = desk;
    }

    /// What is overdue and what is due soon, with a look that goes on record.
    ///
    /// @param stockTakingDays days within which a stock-taking has to follow the one before
    /// @param days            how far ahead
    public MediaAnswer<DutyList> list(Connection connection, Actor actor, int stockTakingDays, int days)
            throws SQLException {
        return desk.answer(actor, "list-duties", null, now -> {
            var list = new DutyList(overdue(connection, stockTakingDays), dueSoon(connection, stockTakingDays, days));
            var event = new MediaEvent.DutiesListed(
                    list.overdue().size(), list.dueSoon().size());
            return desk.done(list, actor, null, null, event);
        });
    }

    /// What should have been done before today.
    ///
    /// @param stockTakingDays days within which a stock-taking has to follow the one before
    public List<Duty> overdue(Connection connection, int stockTakingDays) throws SQLException {
        return all(connection, stockTakingDays).stream()
                .filter(duty -> duty.day().isBefore(desk.today()))
                .toList();
    }

    /// What has to be done from today on, within so many days.
    public List<Duty> dueSoon(Connection connection, int stockTakingDays, int days) throws SQLException {
        return all(connection, stockTakingDays).stream()
                .filter(duty -> !duty.day().isBefore(desk.today())
                        && !duty.day().isAfter(desk.today().plusDays(days)))
                .toList();
    }

    /// All of it, soonest first.
    private static List<Duty> all(Connection connection, int stockTakingDays) throws SQLException {
        return Sql.query(
                connection,
                """
                select kind, medium, parcel, day
                  from (select 'PARCEL' as kind, m.owner || '/' || m.number as medium, p.number as parcel, p.use_by as day
                          from media.parcel p
                          join media.medium m on m.id = p.medium
                         where p.live
                        union all
                        select 'MEDIUM', m.owner || '/' || m.number, p.number, p.use_by
                          from media.medium m
                          join lateral (select q.number, q.use_by, q.live
                                          from media.parcel q
                                         where q.medium = m.id
                                         order by q.last_step desc nulls first
                                         limit 1) p on not p.live
                         where not m.own and m.state in ('received', 'in-vault', 'missing', 'erased')
                        union all
                        select 'CLOSE_STOCKTAKING', null, null, t.deadline
                          from media.stocktaking t
                         where t.closed_at is null
                        union all
                        select 'NEXT_STOCKTAKING', null, null,
                               (coalesce((select max(t.closed_at) from media.stocktaking t), min(s.at))
                                    at time zone 'Asia/Tokyo')::date + ?
                          from media.step s
                         where not exists (select from media.stocktaking t where t.closed_at is null)
                           and exists (select from media.medium m
                                        where m.state in ('in-use', 'in-vault', 'received', 'erased'))
                        having count(*) > 0) duties
                 order by day, kind, medium
                """,
                row -> new Duty(
                        Duty.Kind.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class)),
                stockTakingDays);
    }
}
