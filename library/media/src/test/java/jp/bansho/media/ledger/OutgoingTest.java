package jp.bansho.media.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import jp.bansho.media.ParcelNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parcels that leave.
class OutgoingTest {

    private final Office office = new Office();
    private final LedgerDatabase database = office.database;
    private final Outgoing outgoing = office.ledger.outgoing();

    @TempDir
    private Path folder;

    @Test
    void aParcelIsAppliedForMadeHandedOverReceiptedAndItsMediumComesBack() throws SQLException, IOException {
        var medium = office.entered("USB-1");
        var delivered = office.written(folder.resolve("parcel"), medium, 41);
        var number = delivered.manifest().label().number();
        assertThat(delivered.manifest().label().approval()).isEqualTo("A-41");
        database.act(28, on -> office.ledger.vaultIn(on, office.both, medium.id(), "金庫 2 段目"));
        database.act(28, on -> office.ledger.vaultOut(on, office.both, medium.id(), "受渡しのため"));
        database.act(28, on -> outgoing.handOver(on, office.both, number, "courier-7"));
        var receipt =
                new Receipt("R-0-9", "jlis", "association-28", number, delivered.manifestHash(), LedgerDatabase.NOON);
        var receipted = database.act(28, on -> outgoing.receipted(on, office.tanaka, Receipt.parse(receipt.text())));
        assertThat(receipted.state()).isEqualTo(ParcelState.RECEIPTED);
        assertThat(receipted.items()).isEqualTo(500);
        var back = database.act(28, on -> office.ledger.takeBack(on, office.both, medium.id(), "courier-7"));
        assertThat(back.state()).isEqualTo(MediumState.IN_USE);

        var history = database.in(28, on -> office.ledger.history(on, medium.id()));
        assertThat(history)
                .extracting(HistoryLine::action)
                .containsExactly(
                        "enter", "begin", "write", "vault-in", "vault-out", "hand-over", "receipt", "take-back");
        assertThat(history.subList(1, 6)).allSatisfy(line -> {
            assertThat(line.doer()).isEqualTo("k.tanaka");
            assertThat(line.witness()).isEqualTo("h.suzuki");
        });
        assertThat(database.events())
                .extracting(event -> event.event())
                .containsExactly(
                        "medium-entered",
                        "parcel-begun",
                        "parcel-written",
                        "medium-moved",
                        "medium-moved",
                        "parcel-handed-over",
                        "parcel-receipted",
                        "medium-moved");
    }

    @Test
    void oneApprovalMakesOneParcel() throws SQLException, IOException {
        var medium = office.entered("USB-1");
        var other = office.entered("USB-2");
        office.written(folder.resolve("parcel"), medium, 41);
        office.refused(Refusal.APPROVAL_USED, () -> office.begun(other, 41));
        office.refused(Refusal.APPROVAL_USED, () -> office.begun(medium, 41));
    }

    @Test
    void whatBrokeOffIsBegunAgainWithTheSameLabel() throws SQLException {
        var medium = office.entered("USB-1");
        var label = office.begun(medium, 41);
        assertThat(office.begun(medium, 41)).isEqualTo(label);
        var other = office.entered("USB-2");
        office.refused(Refusal.APPROVAL_USED, () -> office.begun(other, 41));
        database.act(28, on -> outgoing.abandon(on, office.tanaka, label.number(), "媒体不良"));
        office.refused(Refusal.APPROVAL_USED, () -> office.begun(medium, 41));
        assertThat(office.begun(medium, 42).number()).isNotEqualTo(label.number());
    }

    @Test
    void whoeverAppliesDoesNotApprove() throws SQLException {
        var medium = office.entered("USB-1");
        var own = new Approved(41, "k.tanaka", "k.tanaka", Office.order().payloadHash());
        office.refused(
                Refusal.OWN_APPLICATION,
                () -> database.act(28, on -> outgoing.begin(on, office.both, medium.id(), Office.order(), own)));
    }

    @Test
    void nothingButExactlyWhatWasApprovedIsMade() throws SQLException {
        var medium = office.entered("USB-1");
        var order = Office.order();
        for (var other : new ParcelOrder[] {
            new ParcelOrder("other", order.purpose(), order.from(), order.to(), order.useBy(), order.wayOfReturn()),
            new ParcelOrder(order.content(), "other", order.from(), order.to(), order.useBy(), order.wayOfReturn()),
            new ParcelOrder(
                    order.content(), order.purpose(), order.from(), "other", order.useBy(), order.wayOfReturn()),
            new ParcelOrder(
                    order.content(),
                    order.purpose(),
                    order.from(),
                    order.to(),
                    order.useBy().plusDays(1),
                    order.wayOfReturn()),
            new ParcelOrder(order.content(), order.purpose(), order.from(), order.to(), order.useBy(), "other")
        }) {
            office.refused(
                    Refusal.OTHER_PAYLOAD,
                    () -> database.act(
                            28, on -> outgoing.begin(on, office.both, medium.id(), other, Office.approved(41))));
        }
        var elsewhere = new ParcelOrder("measurement", "registration", "association-29", "jlis", Office.USE_BY, "返却");
        office.refused(
                Refusal.ANOTHER_SENDER,
                () -> database.act(
                        28,
                        on -> outgoing.begin(
                                on,
                                office.both,
                                medium.id(),
                                elsewhere,
                                new Approved(41, "k.tanaka", "h.suzuki", elsewhere.payloadHash()))));
    }

    @Test
    void whatWasWrittenMustBeWhatWasBegun() throws SQLException, IOException {
        var medium = office.entered("USB-1");
        office.begun(medium, 41);
        var strange = office.arrives(folder.resolve("strange"));
        office.refused(
                Refusal.NO_SUCH_PARCEL, () -> database.act(28, on -> outgoing.written(on, office.both, strange)));
    }

    @Test
    void aMediumCarriesOneParcelAtATime() throws SQLException {
        var medium = office.entered("USB-1");
        office.begun(medium, 41);
        office.refused(Refusal.MEDIUM_TAKEN, () -> office.begun(medium, 42));
    }

    @Test
    void aReceiptForAnotherParcelOrContentIsRefused() throws SQLException, IOException {
        var medium = office.entered("USB-1");
        var delivered = office.written(folder.resolve("parcel"), medium, 41);
        var number = delivered.manifest().label().number();
        database.act(28, on -> outgoing.handOver(on, office.both, number, "courier-7"));
        var now = LedgerDatabase.NOON;
        var hash = delivered.manifestHash();
        for (var other : new Receipt[] {
            new Receipt("R-0-9", "jlis", "association-28", number, "0".repeat(64), now),
            new Receipt("R-0-9", "juki", "association-28", number, hash, now),
            new Receipt("R-0-9", "jlis", "association-29", number, hash, now)
        }) {
            office.refused(
                    Refusal.RECEIPT_OF_ANOTHER,
                    () -> database.act(28, on -> outgoing.receipted(on, office.tanaka, other)));
        }
        var unknown = new Receipt("R-0-9", "jlis", "association-28", ParcelNumber.make(Office.RANDOM), hash, now);
        office.refused(
                Refusal.NO_SUCH_PARCEL, () -> database.act(28, on -> outgoing.receipted(on, office.tanaka, unknown)));
    }

    @Test
    void nothingLeavesOrBeginsAfterItsUseByDay() throws SQLException, IOException {
        var medium = office.entered("USB-1");
        var number = office.written(folder.resolve("parcel"), medium, 41)
                .manifest()
                .label()
                .number();
        database.at(Instant.parse("2026-11-30T14:59:59Z").plus(Duration.ofSeconds(1)));
        office.refused(
                Refusal.USE_BY_PASSED,
                () -> database.act(28, on -> outgoing.handOver(on, office.both, number, "courier-7")));
        var other = office.entered("USB-2");
        office.refused(Refusal.USE_BY_PASSED, () -> office.begun(other, 42));
    }
}
