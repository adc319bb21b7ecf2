package jp.bansho.media.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import jp.bansho.media.Delivered;
import jp.bansho.media.InspectedParcel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every step that takes two is refused for one, whatever accounts that one has.
class TwoPeopleTest {

    private final Office office = new Office();
    private final LedgerDatabase database = office.database;
    private final TwoPeople oneAccount = new TwoPeople(office.tanaka, office.tanaka);
    private final TwoPeople onePerson = new TwoPeople(office.tanaka, office.tanakaAgain);

    private final Path folder;
    private final Medium free = office.entered("USB-1");
    private final Medium away = office.entered("USB-4");
    private final Medium kept = office.entered("USB-5");
    private final Delivered delivered;
    private final Delivered unnoted;
    private final InspectedParcel arrived;
    private final InspectedParcel confirmed;

    TwoPeopleTest(@TempDir Path folder) throws SQLException, IOException {
        this.folder = folder;
        delivered = office.written(folder.resolve("written"), office.entered("USB-2"), 42);
        unnoted = office.write(folder.resolve("begun"), office.begun(office.entered("USB-3"), 43));
        var gone = office.written(folder.resolve("away"), away, 44)
                .manifest()
                .label()
                .number();
        database.act(28, on -> office.ledger.outgoing().handOver(on, office.both, gone, "courier-7"));
        database.act(28, on -> office.ledger.vaultIn(on, office.both, kept.id(), "金庫"));
        office.arrives(folder.resolve("arrived"));
        arrived = office.inspect(folder.resolve("arrived"));
        office.arrives(folder.resolve("confirmed"));
        confirmed = office.inspect(folder.resolve("confirmed"));
        office.registered(confirmed, "DVD-1");
        database.act(28, on -> office.ledger.incoming().open(on, office.tanaka, confirmed, 1L));
        var number = confirmed.manifest().label().number();
        database.act(28, on -> office.ledger.incoming().confirm(on, office.tanaka, number, 1L));
    }

    @Test
    void everyStepThatTakesTwoIsRefusedForOneAndDoneByTwo() throws SQLException {
        var ledger = office.ledger;
        var lost = office.entered("USB-6");
        database.act(28, on -> ledger.missing(on, office.tanaka, lost.id()));
        var deadline = LocalDate.of(2026, 12, 1);
        List<Function<TwoPeople, LedgerDatabase.Work<MediaAnswer<?>>>> steps = List.of(
                two -> on -> ledger.vaultIn(on, two, free.id(), "金庫"),
                two -> on -> ledger.vaultOut(on, two, kept.id(), "作業"),
                two -> on -> ledger.found(on, two, lost.id(), "机の下"),
                two -> on -> ledger.takeBack(on, two, away.id(), "courier-7"),
                two -> on -> ledger.outgoing().written(on, two, unnoted),
                two -> on -> ledger.outgoing()
                        .handOver(on, two, delivered.manifest().label().number(), "courier-7"),
                two -> on -> ledger.incoming().register(on, two, arrived, Office.arrival("DVD-2")),
                two -> on -> ledger.incoming()
                        .wipe(on, two, confirmed.manifest().label().number(), folder.resolve("confirmed")),
                two -> on -> ledger.giveBack(
                        on,
                        two,
                        ledger.medium(on, "jlis", "DVD-1").orElseThrow().id(),
                        "courier-7"),
                two -> on -> ledger.disposal().erased(on, two, lost.id(), "全領域上書き", Office.SIGNER),
                two -> on -> ledger.outgoing().begin(on, two, lost.id(), Office.order(), Office.approved(45)),
                two -> on -> ledger.disposal().destroyed(on, two, lost.id(), "細断", Office.SIGNER),
                two -> on -> close(two, on, deadline));
        for (var step : steps) {
            for (var one : List.of(oneAccount, onePerson)) {
                var before = database.column(28, "select count(*) from media.step");
                office.refused(
                        Refusal.SAME_PERSON,
                        () -> database.act(28, on -> widened(step.apply(one).on(on))));
                assertThat(database.column(28, "select count(*) from media.step"))
                        .isEqualTo(before);
            }
            database.act(28, on -> widened(step.apply(office.both).on(on)));
        }
        assertThat(database.column(28, """
                        select r.action from media.rule r
                         where r.two_people
                           and not exists (select from media.step s where s.action = r.action)
                        """))
                .as("steps for two that this test forgets")
                .isEmpty();
    }

    private MediaAnswer<StockResult> close(TwoPeople two, java.sql.Connection on, LocalDate deadline)
            throws SQLException {
        var stock = office.ledger.stockTaking();
        if (stock.current(on).isEmpty()) {
            stock.open(on, office.tanaka, deadline).value();
            for (var line : stock.current(on).orElseThrow().lines()) {
                stock.count(on, office.tanaka, line.medium()).value();
            }
        }
        return stock.close(on, two);
    }

    @SuppressWarnings("unchecked")
    private static MediaAnswer<Object> widened(MediaAnswer<?> answer) {
        return (MediaAnswer<Object>) answer;
    }
}
