package jp.bansho.media.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.bansho.audit.Entry;
import jp.bansho.media.ContentWipe;
import jp.bansho.media.InspectedParcel;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.ParcelRefused;
import jp.bansho.media.Seen;
import org.jspecify.annotations.Nullable;

/// Parcels that come (M2, M4): registered before they are opened, once, by two people; wiped when
/// the job that read them is confirmed.
public final class Incoming {

    private final Desk desk;

    Incoming(Desk desk) {
        this.desk = desk;
    }

    /// What the reader asks: whether a parcel was taken in to the end, so that its number must not
    /// come again. A parcel whose reading broke off may be read again, as it was registered.
    public Seen seen(Connection connection) {
        return number -> {
            try {
                return ParcelTable.find(connection, number)
                        .filter(parcel -> parcel.outgoing() || takenIn(parcel.state()))
                        .isPresent();
            } catch (SQLException e) {
                throw new IllegalStateException("the ledger cannot be asked", e);
            }
        };
    }

    /// Registers a parcel that was inspected and not opened, and gives the receipt 受領書 for
    /// whoever brought it.
    public MediaAnswer<Receipt> register(
            Connection connection, TwoPeople people, InspectedParcel parcel, Arrival arrival) throws SQLException {
        var label = parcel.manifest().label();
        var actor = people.doer();
        var hands = Hands.of(people);
        return desk.answer(actor, "register", label.number().text(), now -> {
            hands.mustBeTwo();
            var broughtBy = Desk.line(arrival.broughtBy());
            var described = Ledger.fresh(arrival.number(), arrival.kind(), arrival.label(), label.from(), false);
            if (!label.to().equals(desk.name(actor))) {
                throw Refusal.ANOTHER_RECIPIENT.refused();
            }
            if (label.useBy().isBefore(desk.today())) {
                throw Refusal.USE_BY_PASSED.refused();
            }
            var before = connection.setSavepoint();
            try {
                var medium = medium(connection, actor, described);
                if (ParcelTable.find(connection, label.number()).isPresent()) {
                    throw Refusal.REPLAYED.refused();
                }
                var standing = Steps.ready(connection, Action.REGISTER, hands, medium.id());
                // known to another organisation of this machine, perhaps since a moment ago
                if (!ParcelTable.insertIncoming(connection, actor, medium.id(), parcel.manifest(), now)) {
                    throw Refusal.REPLAYED.refused();
                }
                ParcelTable.insertContent(connection, actor, parcel.manifest(), parcel.manifestHash());
                return registered(connection, people, parcel, standing, broughtBy, now);
            } catch (MediaRefused refusal) {
                connection.rollback(before);
                throw refusal;
            }
        });
    }

    /// The receipt that was given for a parcel, once more.
    public Optional<Receipt> receipt(Connection connection, ParcelNumber number) throws SQLException {
        record Given(String number, Instant at) {}
        var given = Sql.query(
                connection,
                "select reference, at from media.step where parcel = ? and action = 'register'",
                row -> new Given(row.getString(1), Sql.instant(row, 2)),
                number.text());
        var parcel = ParcelTable.find(connection, number);
        return given.isEmpty() || parcel.isEmpty()
                ? Optional.empty()
                : Optional.of(new Receipt(
                        given.getFirst().number(),
                        parcel.get().to(),
                        parcel.get().from(),
                        number,
                        String.valueOf(parcel.get().manifestHash()),
                        given.getFirst().at()));
    }

    /// Allows a registered parcel to be opened; again, if its reading broke off. Nothing is to be
    /// opened any other way.
    ///
    /// @param job that reads it; null if none
    public MediaAnswer<Opening> open(Connection connection, Actor actor, InspectedParcel inspected, @Nullable Long job)
            throws SQLException {
        var number = inspected.manifest().label().number();
        return desk.answer(actor, "open", number.text(), now -> {
            var parcel = ParcelTable.find(connection, number)
                    .filter(known -> !known.outgoing())
                    .orElseThrow(Refusal.NOT_REGISTERED::refused);
            if (takenIn(parcel.state())) {
                throw Refusal.REPLAYED.refused();
            }
            if (!inspected.manifestHash().equals(parcel.manifestHash())) {
                throw Refusal.OTHER_CONTENT.refused();
            }
            var medium = step(connection, Action.OPEN, Hands.of(actor), parcel, Particulars.job(job), now);
            var event = new MediaEvent.ParcelOpened(number.text(), medium, job);
            return desk.done(new Opening(inspected), actor, parcel.purpose(), job, event);
        });
    }

    /// Notes that the job which read the parcel is confirmed: from now on its number never comes
    /// again, and its contents are due to be wiped.
    public MediaAnswer<NotedParcel> confirm(Connection connection, Actor actor, ParcelNumber number, @Nullable Long job)
            throws SQLException {
        return desk.answer(actor, "confirm", number.text(), now -> {
            var parcel = incoming(connection, number);
            var medium = step(connection, Action.CONFIRM, Hands.of(actor), parcel, Particulars.job(job), now);
            var event = new MediaEvent.ParcelConfirmed(number.text(), medium, job);
            return desk.done(incoming(connection, number), actor, parcel.purpose(), job, event);
        });
    }

    /// Wipes the parcel's files from its medium and notes it (M5). May be called again if the
    /// machine stopped in between.
    ///
    /// @param folder of the parcel; [ContentWipe] makes sure that it is this parcel's
    public MediaAnswer<NotedParcel> wipe(Connection connection, TwoPeople people, ParcelNumber number, Path folder)
            throws SQLException {
        var actor = people.doer();
        return desk.answer(actor, "wipe", number.text(), now -> {
            var parcel = incoming(connection, number);
            var standing = Steps.ready(connection, Action.WIPE, Hands.of(people), parcel);
            var wiped = ContentWipe.wipe(folder, number, String.valueOf(parcel.manifestHash()));
            switch (wiped.result()) {
                case WIPED -> {}
                case NOTHING_THERE -> throw Refusal.NOTHING_THERE.refused();
                case OTHER_CONTENT -> throw Refusal.OTHER_CONTENT.refused();
                case READ_ONLY -> throw Refusal.READ_ONLY_MEDIUM.refused();
                case NOT_WIPED -> throw Refusal.NOT_WIPED.refused();
            }
            Steps.take(
                    connection,
                    Action.WIPE,
                    Hands.of(people),
                    standing.medium().id(),
                    number.text(),
                    Particulars.with(null, "files " + wiped.files()),
                    now);
            var event = new MediaEvent.ParcelWiped(
                    number.text(),
                    standing.mediumCalled(),
                    wiped.files(),
                    people.witness().account());
            return desk.done(incoming(connection, number), actor, parcel.purpose(), null, event);
        });
    }

    /// Notes that a registered parcel is not taken in, because it was refused while it was opened
    /// or read. Its medium can be given back or destroyed then.
    public MediaAnswer<NotedParcel> turnAway(
            Connection connection, Actor actor, ParcelNumber number, ParcelRefused refused) throws SQLException {
        return desk.answer(actor, "turn-away", number.text(), now -> {
            var parcel = incoming(connection, number);
            var reason = refused.reason().word();
            var more = Particulars.with(null, reason);
            var medium = step(connection, Action.TURN_AWAY, Hands.of(actor), parcel, more, now);
            var event = new MediaEvent.ParcelTurnedAway(reason, number.text(), medium);
            return desk.done(incoming(connection, number), actor, parcel.purpose(), null, event);
        });
    }

    /// What goes on record when a parcel is refused before it is registered, or is refused and will
    /// be tried again.
    ///
    /// @param medium what stands on it
    /// @param number if it is known
    public List<Entry> refused(Actor actor, String medium, @Nullable ParcelNumber number, ParcelRefused refused) {
        var event = new MediaEvent.ParcelTurnedAway(
                refused.reason().word(), number == null ? null : number.text(), Desk.line(medium));
        return List.of(new Entry(actor.stamp(desk.system(), null, null), event));
    }

    private MediaAnswer<Receipt> registered(
            Connection connection,
            TwoPeople people,
            InspectedParcel parcel,
            Standing standing,
            String broughtBy,
            Instant now)
            throws SQLException {
        var label = parcel.manifest().label();
        var actor = people.doer();
        var receipt = new Receipt(
                "R-" + actor.organisation() + "-" + Serials.receipt(connection, actor.organisation()),
                label.to(),
                label.from(),
                label.number(),
                parcel.manifestHash(),
                now);
        Steps.take(
                connection,
                Action.REGISTER,
                Hands.of(people),
                standing.medium().id(),
                label.number().text(),
                Particulars.with(broughtBy, receipt.number()),
                now);
        var counts = ParcelTable.counts(parcel.manifest());
        var event = new MediaEvent.ParcelRegistered(
                label.number().text(),
                standing.mediumCalled(),
                label.content(),
                label.from(),
                parcel.manifestHash(),
                counts.items(),
                counts.rows(),
                label.useBy(),
                receipt.number(),
                broughtBy,
                people.witness().account());
        return desk.done(receipt, actor, label.purpose(), null, event);
    }

    private static Medium medium(Connection connection, Actor actor, Medium described) throws SQLException {
        var known = MediumTable.find(connection, described.owner(), described.number());
        if (known.isEmpty()) {
            return MediumTable.insert(connection, actor, described).orElseThrow(Refusal.NUMBER_TAKEN::refused);
        }
        if (known.get().kind() != described.kind()) {
            throw Refusal.MEDIUM_OF_ANOTHER.refused();
        }
        return known.get();
    }

    private static boolean takenIn(ParcelState state) {
        return switch (state) {
            case CONFIRMED, WIPED, ERASED, DESTROYED -> true;
            case NEW, BEGUN, WRITTEN, HANDED_OVER, RECEIPTED, REGISTERED, OPENED, ABANDONED, SETTLED, TURNED_AWAY ->
                false;
        };
    }

    private static NotedParcel incoming(Connection connection, ParcelNumber number) throws SQLException {
        return ParcelTable.find(connection, number)
                .filter(parcel -> !parcel.outgoing())
                .orElseThrow(Refusal.NO_SUCH_PARCEL::refused);
    }

    /// Takes a step of one person; gives how the medium is called.
    private static String step(
            Connection connection, Action action, Hands hands, NotedParcel parcel, Particulars more, Instant now)
            throws SQLException {
        var standing = Steps.ready(connection, action, hands, parcel);
        Steps.take(
                connection,
                action,
                hands,
                standing.medium().id(),
                parcel.number().text(),
                more,
                now);
        return standing.mediumCalled();
    }
}
