package jp.bansho.media.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.bansho.media.InspectedParcel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is overdue, and what is due soon.
class DutiesTest {

    private static final int QUARTER = 92;
    private static final Instant LAST_MOMENT = Instant.parse("2026-11-30T14:59:59Z");
    private static final Instant MIDNIGHT_IN_JAPAN = Instant.parse("2026-11-30T15:00:00Z");

    private final Office office = new Office();
    private final LedgerDatabase database = office.database;

    @TempDir
    private Path folder;

    @Test
    void whatIsNotBackOrWipedOrGivenBackIsOverdueFromMidnightInJapan() throws SQLException, IOException {
        var away = office.entered("USB-1");
        var gone = office.written(folder.resolve("away"), away, 41)
                .manifest()
                .label()
                .number();
        database.act(28, on -> office.ledger.outgoing().handOver(on, office.both, gone, "courier-7"));
        var waiting = taken("waiting", "DVD-1", false).manifest().label().number();
        var wiped = taken("wiped", "DVD-2", true).manifest().label().number();

        database.at(LAST_MOMENT);
        assertThat(overdue()).isEmpty();
        assertThat(soon(0))
                .extracting(Duty::kind)
                .containsExactly(Duty.Kind.MEDIUM, Duty.Kind.PARCEL, Duty.Kind.PARCEL);
        database.at(MIDNIGHT_IN_JAPAN);
        assertThat(overdue())
                .containsExactly(
                        new Duty(Duty.Kind.MEDIUM, "jlis/DVD-2", wiped.text(), Office.USE_BY),
                        new Duty(Duty.Kind.PARCEL, "association-28/USB-1", gone.text(), Office.USE_BY),
                        new Duty(Duty.Kind.PARCEL, "jlis/DVD-1", waiting.text(), Office.USE_BY));

        database.act(28, on -> office.ledger.takeBack(on, office.both, away.id(), "courier-7"));
        database.act(28, on -> office.ledger.incoming().wipe(on, office.both, waiting, folder.resolve("waiting")));
        for (var number : List.of("DVD-1", "DVD-2")) {
            var medium = office.medium("jlis", number);
            database.act(28, on -> office.ledger.giveBack(on, office.both, medium.id(), "courier-7"));
        }
        assertThat(overdue()).isEmpty();
    }

    @Test
    void aStockTakingIsDueByItsDeadlineAndTheNextOneInTime() throws SQLException {
        assertThat(soon(400)).as("nothing to count, nothing to do").isEmpty();
        var medium = office.entered("USB-1");
        assertThat(soon(QUARTER))
                .containsExactly(new Duty(Duty.Kind.NEXT_STOCKTAKING, null, null, LocalDate.of(2027, 2, 22)));
        var stock = office.ledger.stockTaking();
        database.act(28, on -> stock.open(on, office.tanaka, Office.USE_BY));
        database.at(MIDNIGHT_IN_JAPAN);
        assertThat(overdue()).containsExactly(new Duty(Duty.Kind.CLOSE_STOCKTAKING, null, null, Office.USE_BY));
        database.act(28, on -> stock.count(on, office.tanaka, medium.id()));
        database.act(28, on -> stock.close(on, office.both));
        assertThat(overdue()).isEmpty();
        assertThat(soon(QUARTER))
                .containsExactly(new Duty(
                        Duty.Kind.NEXT_STOCKTAKING,
                        null,
                        null,
                        LocalDate.of(2026, 12, 1).plusDays(QUARTER)));
    }

    private InspectedParcel taken(String name, String medium, boolean wiped) throws SQLException, IOException {
        office.arrives(folder.resolve(name));
        var parcel = office.inspect(folder.resolve(name));
        var number = parcel.manifest().label().number();
        office.registered(parcel, medium);
        database.act(28, on -> office.ledger.incoming().open(on, office.tanaka, parcel, 7L));
        database.act(28, on -> office.ledger.incoming().confirm(on, office.tanaka, number, 7L));
        if (wiped) {
            database.act(28, on -> office.ledger.incoming().wipe(on, office.both, number, folder.resolve(name)));
        }
        return parcel;
    }

    private List<Duty> overdue() throws SQLException {
        return database.in(28, on -> office.ledger.duties().overdue(on, QUARTER));
    }

    private List<Duty> soon(int days) throws SQLException {
        return database.in(28, on -> office.ledger.duties().dueSoon(on, QUARTER, days));
    }
}
