package jp.bansho.media.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Stock-taking.
class StockTakingTest {

    private static final LocalDate DEADLINE = LocalDate.of(2026, 11, 30);

    private final Office office = new Office();
    private final LedgerDatabase database = office.database;
    private final StockTaking stock = office.ledger.stockTaking();

    @Test
    void everyMediumIsCountedOrMissedAndTwoPeopleCloseIt() throws SQLException {
        var here = office.entered("USB-1");
        var gone = office.entered("USB-2");
        var disposed = office.entered("USB-3");
        database.act(28, on -> office.ledger.disposal().destroyed(on, office.both, disposed.id(), "細断", Office.SIGNER));
        var opened = database.act(28, on -> stock.open(on, office.tanaka, DEADLINE));
        assertThat(opened.lines())
                .extracting(StockLine::called)
                .as("all that should be here, no more")
                .containsExactly("association-28/USB-1", "association-28/USB-2");
        database.act(28, on -> stock.count(on, office.tanaka, here.id()));
        office.refused(Refusal.NOT_ALL_COUNTED, () -> database.act(28, on -> stock.close(on, office.both)));
        var missing = database.act(28, on -> stock.missed(on, office.tanaka, gone.id()));
        assertThat(missing.before()).isEqualTo(MediumState.IN_USE);
        assertThat(missing.medium().state()).isEqualTo(MediumState.MISSING);
        assertThat(database.events())
                .last()
                .isEqualTo(new MediaEvent.MediumMissing("association-28/USB-2", null, "in-use", opened.id()));
        var result = database.act(28, on -> stock.close(on, office.both));
        assertThat(result.counted()).isEqualTo(1);
        assertThat(result.missing()).containsExactly("association-28/USB-2");
        assertThat(result.late()).isFalse();
        office.refused(Refusal.NO_STOCKTAKING, () -> database.act(28, on -> stock.close(on, office.both)));

        var found = database.act(28, on -> office.ledger.found(on, office.both, gone.id(), "机の下"));
        assertThat(found.state()).isEqualTo(MediumState.IN_USE);
    }

    @Test
    void aMediumIsCountedOnceAndOnlyIfItIsOnTheList() throws SQLException {
        var here = office.entered("USB-1");
        office.refused(Refusal.NO_STOCKTAKING, () -> database.act(28, on -> stock.count(on, office.tanaka, here.id())));
        database.act(28, on -> stock.open(on, office.tanaka, DEADLINE));
        var later = office.entered("USB-2");
        database.act(28, on -> stock.count(on, office.tanaka, here.id()));
        office.refused(Refusal.COUNTED, () -> database.act(28, on -> stock.missed(on, office.tanaka, here.id())));
        office.refused(
                Refusal.NOT_ON_THE_LIST, () -> database.act(28, on -> stock.count(on, office.tanaka, later.id())));
        office.refused(Refusal.STOCKTAKING_OPEN, () -> database.act(28, on -> stock.open(on, office.tanaka, DEADLINE)));
    }

    @Test
    void whatWasReportedMissingBeforeItWasCountedIsMissed() throws SQLException {
        var gone = office.entered("USB-1");
        database.act(28, on -> stock.open(on, office.tanaka, DEADLINE));
        database.act(28, on -> office.ledger.missing(on, office.suzuki, gone.id()));
        database.act(28, on -> stock.missed(on, office.tanaka, gone.id()));
        database.at(Instant.parse("2026-11-30T15:00:00Z"));
        var result = database.act(28, on -> stock.close(on, office.both));
        assertThat(result.missing()).containsExactly("association-28/USB-1");
        assertThat(result.late()).isTrue();
    }

    @Test
    void aDeadlineInThePastIsRefused() {
        office.refused(
                Refusal.DEADLINE_PASSED,
                () -> database.act(28, on -> stock.open(on, office.tanaka, LocalDate.of(2026, 11, 21))));
    }

    @Test
    void theTablesHoldByThemselves() throws SQLException {
        var one = office.entered("USB-1");
        database.act(28, on -> stock.open(on, office.tanaka, DEADLINE));
        var closing = "update media.stocktaking set closed_at = now(), doer = 'k.tanaka', doer_person = 1,"
                + " witness = '%s', witness_person = %d";
        refused(closing.formatted("h.suzuki", 2), "every medium is counted");
        refused("update media.stock_line set found = false", "counted_by_somebody");
        allowed("update media.stock_line set found = false, counted_by = 'k.tanaka', counted_at = now()");
        refused(closing.formatted("h.suzuki", 2), "reported missing");
        refused("update media.stock_line set found = true", "counted once");
        refused("delete from media.stock_line", "permission denied");
        refused(
                "insert into media.stock_line (stocktaking, organisation, medium, expected) values (1, 28, 1, 'x')",
                "not chosen");
        database.act(28, on -> office.ledger.missing(on, office.suzuki, one.id()));
        refused(closing.formatted("k.tanaka", 2), "nobody_is_their_own_witness");
        refused(closing.formatted("k.tanaka-2", 1), "nobody_is_their_own_witness");
        refused("update media.stocktaking set deadline = '2030-01-01'", "permission denied");
        refused("update media.stocktaking set closed_at = now(), doer = 'k.tanaka', doer_person = 1", "closed_by_two");
        allowed(closing.formatted("h.suzuki", 2));
        refused(closing.formatted("h.suzuki", 2), "closes once");
    }

    private void allowed(String sql) throws SQLException {
        assertThat(database.update(28, sql)).isEqualTo(1);
    }

    private void refused(String sql, String why) {
        assertThatThrownBy(() -> database.update(28, sql)).as(sql).hasMessageContaining(why);
    }
}
