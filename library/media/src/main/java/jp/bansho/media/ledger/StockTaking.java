package jp.bansho.media.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Stock-taking 棚卸 (M4): every medium that should be here is counted or reported missing until a
/// deadline, and two people close the result.
public final class StockTaking {

    private final Desk desk;

    StockTaking(Desk desk) {
        this.desk = desk;
    }

    /// Begins a stock-taking of all media that should be here now.
    ///
    /// @param deadline last day on which it may be closed in time, in Japan
    public MediaAnswer<Stock> open(Connection connection, Actor actor, LocalDate deadline) throws SQLException {
        return desk.answer(actor, "open-stock-taking", null, now -> {
            if (deadline.isBefore(desk.today())) {
                throw Refusal.DEADLINE_PASSED.refused();
            }
            var opened = Sql.update(connection, """
                    insert into media.stocktaking (organisation, opened_at, opened_by, deadline) values (?, ?, ?, ?)
                    on conflict do nothing
                    """, actor.organisation(), now, actor.account(), deadline);
            if (opened == 0) {
                throw Refusal.STOCKTAKING_OPEN.refused();
            }
            var stock = required(connection);
            var event =
                    new MediaEvent.StockTakingOpened(stock.id(), stock.lines().size(), deadline);
            return desk.done(stock, actor, null, null, event);
        });
    }

    /// Counts a medium that is where it should be.
    public MediaAnswer<StockLine> count(Connection connection, Actor actor, long medium) throws SQLException {
        return desk.answer(actor, "count", Desk.about(medium), now -> {
            var stock = required(connection);
            var line = line(stock, medium);
            note(connection, actor, stock, medium, true, now);
            var counted = new StockLine(line.medium(), line.called(), line.expected(), true);
            return desk.done(counted, actor, null, null, new MediaEvent.MediumCounted(stock.id(), line.called()));
        });
    }

    /// Reports that a medium is not where it should be; whoever gets the answer opens an incident.
    public MediaAnswer<Missing> missed(Connection connection, Actor actor, long medium) throws SQLException {
        return desk.answer(actor, "miss", Desk.about(medium), now -> {
            var stock = required(connection);
            var line = line(stock, medium);
            var known = MediumTable.locked(connection, medium);
            if (known.state() == MediumState.MISSING) {
                // reported before, outside of the stock-taking
                note(connection, actor, stock, medium, false, now);
                var parcel = ParcelTable.on(connection, medium).orElse(null);
                var event = new MediaEvent.MediumMissing(
                        line.called(),
                        parcel == null ? null : parcel.number().text(),
                        line.expected().word(),
                        stock.id());
                return desk.done(new Missing(known, line.expected(), parcel), actor, null, null, event);
            }
            var missing = Missed.report(desk, connection, actor, medium, stock.id(), now);
            note(connection, actor, stock, medium, false, now);
            return missing;
        });
    }

    /// Closes the stock-taking, when every medium is counted or missed.
    public MediaAnswer<StockResult> close(Connection connection, TwoPeople people) throws SQLException {
        var actor = people.doer();
        return desk.answer(actor, "close-stock-taking", null, now -> {
            Hands.of(people).mustBeTwo();
            var stock = required(connection);
            if (stock.lines().stream().anyMatch(line -> line.found() == null)) {
                throw Refusal.NOT_ALL_COUNTED.refused();
            }
            Sql.update(
                    connection,
                    """
                    update media.stocktaking
                       set closed_at = ?, doer = ?, doer_person = ?, witness = ?, witness_person = ?
                     where id = ?
                    """,
                    now,
                    actor.account(),
                    actor.person(),
                    people.witness().account(),
                    people.witness().person(),
                    stock.id());
            var missing = stock.lines().stream()
                    .filter(line -> !Objects.requireNonNull(line.found()))
                    .map(StockLine::called)
                    .toList();
            var result = new StockResult(
                    stock.id(),
                    stock.lines().size() - missing.size(),
                    missing,
                    desk.today().isAfter(stock.deadline()));
            var event = new MediaEvent.StockTakingClosed(
                    stock.id(),
                    result.counted(),
                    missing,
                    result.late(),
                    people.witness().account());
            return desk.done(result, actor, null, null, event);
        });
    }

    /// The stock-taking that is under way.
    public Optional<Stock> current(Connection connection) throws SQLException {
        record Head(long id, LocalDate deadline) {}
        var open = Sql.query(
                connection,
                "select id, deadline from media.stocktaking where closed_at is null for update",
                row -> new Head(row.getLong(1), row.getObject(2, LocalDate.class)));
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Stock(
                        open.getFirst().id(),
                        open.getFirst().deadline(),
                        lines(connection, open.getFirst().id())));
    }

    private Stock required(Connection connection) throws SQLException {
        return current(connection).orElseThrow(Refusal.NO_STOCKTAKING::refused);
    }

    private static StockLine line(Stock stock, long medium) {
        var line = stock.lines().stream()
                .filter(one -> one.medium() == medium)
                .findFirst()
                .orElseThrow(Refusal.NOT_ON_THE_LIST::refused);
        if (line.found() != null) {
            throw Refusal.COUNTED.refused();
        }
        return line;
    }

    private static List<StockLine> lines(Connection connection, long id) throws SQLException {
        return Sql.query(
                connection,
                """
                select l.medium, m.owner || '/' || m.number, l.expected, l.found
                  from media.stock_line l
                  join media.medium m on m.id = l.medium
                 where l.stocktaking = ?
                 order by 2
                """,
                row -> new StockLine(
                        row.getLong(1),
                        row.getString(2),
                        MediumState.of(row.getString(3)),
                        row.getObject(4, Boolean.class)),
                id);
    }

    private static void note(Connection connection, Actor actor, Stock stock, long medium, boolean found, Instant now)
            throws SQLException {
        Sql.update(connection, """
                update media.stock_line set found = ?, counted_by = ?, counted_at = ? where stocktaking = ? and medium = ?
                """, found, actor.account(), now, stock.id(), medium);
    }
}
