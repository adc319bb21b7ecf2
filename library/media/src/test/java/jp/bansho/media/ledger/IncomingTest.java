package jp.bansho.media.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import jp.bansho.media.Counts;
import jp.bansho.media.InspectedParcel;
import jp.bansho.media.Opener;
import jp.bansho.media.ParcelRefused;
import jp.bansho.media.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parcels that come.
class IncomingTest {

    private final Office office = new Office();
    private final LedgerDatabase database = office.database;
    private final Incoming incoming = office.ledger.incoming();

    @TempDir
    private Path folder;

    @Test
    void aParcelIsRegisteredOpenedConfirmedWipedAndItsMediumGivenBack() throws SQLException, IOException {
        var place = folder.resolve("parcel");
        var delivered = office.arrives(place);
        var number = delivered.manifest().label().number();
        var parcel = office.inspect(place);
        var receipt = office.registered(parcel, "DVD-17");
        assertThat(receipt.number()).isEqualTo("R-28-1");
        assertThat(receipt.parcel()).isEqualTo(number);
        assertThat(receipt.manifestHash()).isEqualTo(delivered.manifestHash());
        assertThat(receipt.from()).isEqualTo("jlis");

        var opening = database.act(28, on -> incoming.open(on, office.tanaka, parcel, 7L));
        try (var opened = opening.open(new Opener.Key(Office.RECIPIENT))) {
            var file = opened.manifest().files().getFirst();
            assertThat(opened.stream(file).readAllBytes()).isEqualTo(Office.CONTENT);
            opened.complete(Map.of(file.name(), new Counts(500, 500)));
        }
        database.act(28, on -> incoming.confirm(on, office.tanaka, number, 7L));
        var medium = office.medium("jlis", "DVD-17");
        office.refused(
                Refusal.CONTENT_NOT_WIPED,
                () -> database.act(28, on -> office.ledger.giveBack(on, office.both, medium.id(), "courier-7")));
        var wiped = database.act(28, on -> incoming.wipe(on, office.both, number, place));
        assertThat(wiped.state()).isEqualTo(ParcelState.WIPED);
        try (var left = Files.list(place)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).containsExactly("wiped.txt");
        }
        database.act(28, on -> office.ledger.giveBack(on, office.both, medium.id(), "courier-7"));
        assertThat(office.medium("jlis", "DVD-17").state()).isEqualTo(MediumState.RETURNED);
        var history = database.in(28, on -> office.ledger.history(on, medium.id()));
        assertThat(history)
                .extracting(HistoryLine::action)
                .containsExactly("register", "open", "confirm", "wipe", "return");
    }

    @Test
    void anUnregisteredParcelIsNotOpened() throws SQLException, IOException {
        office.arrives(folder.resolve("parcel"));
        var parcel = office.inspect(folder.resolve("parcel"));
        office.refused(
                Refusal.NOT_REGISTERED, () -> database.act(28, on -> incoming.open(on, office.tanaka, parcel, 7L)));
    }

    @Test
    void theSameNumberIsNotRegisteredTwice() throws SQLException, IOException {
        office.arrives(folder.resolve("parcel"));
        var parcel = office.inspect(folder.resolve("parcel"));
        office.registered(parcel, "DVD-17");
        office.refused(Refusal.REPLAYED, () -> office.registered(parcel, "DVD-17"));
        office.refused(Refusal.REPLAYED, () -> office.registered(parcel, "DVD-18"));
        assertThat(database.column(28, "select number from media.medium"))
                .as("a refusal leaves nothing")
                .containsExactly("DVD-17");
        assertThat(database.column(28, "select action from media.step")).containsExactly("register");
    }

    @Test
    void aNumberKnownToAnotherOrganisationOfTheMachineIsAReplayToo() throws SQLException, IOException {
        office.arrives(folder.resolve("parcel"));
        var parcel = office.inspect(folder.resolve("parcel"));
        office.registered(parcel, "DVD-17");
        var same = new Ledger("numbers", code -> "association-28", database.clock());
        var stranger = new Actor("a.mori", 9, 29, "clerk");
        var people = new TwoPeople(stranger, new Actor("b.hara", 10, 29, "clerk"));
        office.refused(
                Refusal.REPLAYED,
                () -> database.act(29, on -> same.incoming().register(on, people, parcel, Office.arrival("DVD-17"))));
        assertThat(database.column(29, "select number from media.medium")).isEmpty();
    }

    @Test
    void theReaderAsksTheLedgerAndRefusesWhatWasTakenInToTheEnd() throws SQLException, IOException {
        var place = folder.resolve("parcel");
        var number = office.arrives(place).manifest().label().number();
        office.registered(office.inspect(place), "DVD-17");
        for (var attempt = 0; attempt < 2; attempt++) {
            var again = database.in(28, on -> office.inspect(place, incoming.seen(on)));
            database.act(28, on -> incoming.open(on, office.tanaka, again, 7L));
        }
        database.act(28, on -> incoming.confirm(on, office.tanaka, number, 7L));
        assertThatThrownBy(() -> database.in(28, on -> office.inspect(place, incoming.seen(on))))
                .isInstanceOfSatisfying(
                        ParcelRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.REPLAYED));
        var kept = office.inspect(place);
        office.refused(Refusal.REPLAYED, () -> database.act(28, on -> incoming.open(on, office.tanaka, kept, 8L)));
    }

    @Test
    void anotherParcelUnderTheSameNumberIsNotOpened() throws SQLException, IOException {
        var first = office.arrives(folder.resolve("parcel"));
        office.registered(office.inspect(folder.resolve("parcel")), "DVD-17");
        office.write(folder.resolve("other"), first.manifest().label());
        var other = office.inspect(folder.resolve("other"));
        office.refused(
                Refusal.OTHER_CONTENT, () -> database.act(28, on -> incoming.open(on, office.tanaka, other, 7L)));
    }

    @Test
    void nothingIsWipedThatIsNotConfirmedOrIsNotThisParcel() throws SQLException, IOException {
        var place = folder.resolve("parcel");
        var number = office.arrives(place).manifest().label().number();
        office.arrives(folder.resolve("other"));
        var parcel = office.inspect(place);
        office.registered(parcel, "DVD-17");
        office.refused(
                Refusal.PARCEL_IN_OTHER_STATE,
                () -> database.act(28, on -> incoming.wipe(on, office.both, number, place)));
        database.act(28, on -> incoming.open(on, office.tanaka, parcel, 7L));
        database.act(28, on -> incoming.confirm(on, office.tanaka, number, 7L));
        office.refused(
                Refusal.OTHER_CONTENT,
                () -> database.act(28, on -> incoming.wipe(on, office.both, number, folder.resolve("other"))));
        office.refused(
                Refusal.NOTHING_THERE,
                () -> database.act(28, on -> incoming.wipe(on, office.both, number, folder.resolve("nowhere"))));
        assertThat(office.inspect(place)).isEqualTo(parcel);
        assertThat(office.inspect(folder.resolve("other")).manifestHash()).isNotEqualTo(parcel.manifestHash());
    }

    @Test
    void aWipingThatWasNotCommittedIsNotedTheSecondTime() throws SQLException, IOException {
        var place = folder.resolve("parcel");
        var number = office.arrives(place).manifest().label().number();
        var parcel = office.inspect(place);
        office.registered(parcel, "DVD-17");
        database.act(28, on -> incoming.open(on, office.tanaka, parcel, 7L));
        database.act(28, on -> incoming.confirm(on, office.tanaka, number, 7L));
        database.in(28, on -> {
            incoming.wipe(on, office.both, number, place).value();
            on.rollback();
            return true;
        });
        assertThat(database.column(28, "select state from media.parcel")).containsExactly("confirmed");
        database.act(28, on -> incoming.wipe(on, office.both, number, place));
        assertThat(database.column(28, "select state from media.parcel")).containsExactly("wiped");
    }

    @Test
    void aParcelThatIsRefusedIsOnRecordByItsReason() throws SQLException, IOException {
        var place = folder.resolve("parcel");
        var number = office.arrives(place).manifest().label().number();
        var parcel = office.inspect(place);
        office.registered(parcel, "DVD-17");
        var segment = place.resolve("s0000002.cms");
        var bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
        var opening = database.act(28, on -> incoming.open(on, office.tanaka, parcel, 7L));
        try (var opened = opening.open(new Opener.Key(Office.RECIPIENT))) {
            assertThatThrownBy(() ->
                            opened.stream(parcel.manifest().files().getFirst()).readAllBytes())
                    .isInstanceOfSatisfying(ParcelRefused.class, refused -> turnedAway(parcel, refused));
        }
        assertThat(database.events())
                .last()
                .isEqualTo(new MediaEvent.ParcelTurnedAway("segment-tampered", number.text(), "jlis/DVD-17"));
        var medium = office.medium("jlis", "DVD-17");
        database.act(28, on -> office.ledger.giveBack(on, office.both, medium.id(), "courier-7"));
    }

    private void turnedAway(InspectedParcel parcel, ParcelRefused refused) {
        try {
            database.act(
                    28,
                    on -> incoming.turnAway(
                            on, office.tanaka, parcel.manifest().label().number(), refused));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aParcelThatNeverGotAsFarAsTheLedgerIsOnRecordToo() throws IOException {
        office.arrives(folder.resolve("parcel"));
        Files.delete(folder.resolve("parcel/manifest.cms"));
        assertThatThrownBy(() -> office.inspect(folder.resolve("parcel")))
                .isInstanceOfSatisfying(
                        ParcelRefused.class,
                        refused -> assertThat(incoming.refused(office.tanaka, "DVD-17", null, refused))
                                .singleElement()
                                .satisfies(entry -> {
                                    assertThat(entry.stamp().actor()).isEqualTo("k.tanaka");
                                    assertThat(entry.event())
                                            .isEqualTo(new MediaEvent.ParcelTurnedAway("unfinished", null, "DVD-17"));
                                }));
    }

    @Test
    void afterItsUseByDayNothingIsRegistered() throws SQLException, IOException {
        office.arrives(folder.resolve("parcel"));
        var parcel = office.inspect(folder.resolve("parcel"));
        database.at(Instant.parse("2026-11-30T15:00:00Z"));
        office.refused(Refusal.USE_BY_PASSED, () -> office.registered(parcel, "DVD-17"));
    }
}
