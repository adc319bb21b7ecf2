package jp.bansho.media.ledger;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import jp.bansho.media.Delivered;
import jp.bansho.media.Label;
import jp.bansho.media.ParcelNumber;
import org.jspecify.annotations.Nullable;

/// Parcels that leave (M3): an approved application, one parcel under it, hand-over 受渡し with two
/// people, the recipient's receipt 受領書.
public final class Outgoing {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Desk desk;

    Outgoing(Desk desk) {
        this.desk = desk;
    }

    /// Begins the one parcel of an approval: gives it its number, and the label to write it with.
    ///
    /// Where the writing broke off, the same call gives the same label again; what lies
    /// half-written on the medium is to be removed first.
    ///
    /// @param order    exactly what was approved
    /// @param approved the application, which the machine uses up in this transaction
    public MediaAnswer<Label> begin(
            Connection connection, TwoPeople people, long medium, ParcelOrder order, Approved approved)
            throws SQLException {
        var actor = people.doer();
        return desk.answer(actor, "begin", "application " + approved.application(), now -> {
            if (approved.applicant().equals(approved.approver())) {
                throw Refusal.OWN_APPLICATION.refused();
            }
            if (!approved.payloadHash().equals(order.payloadHash())) {
                throw Refusal.OTHER_PAYLOAD.refused();
            }
            if (!order.from().equals(desk.name(actor))) {
                throw Refusal.ANOTHER_SENDER.refused();
            }
            if (order.useBy().isBefore(desk.today())) {
                throw Refusal.USE_BY_PASSED.refused();
            }
            var before = ParcelTable.under(connection, approved.application());
            if (before.isPresent()) {
                return again(connection, people, medium, order, approved, before.get());
            }
            var standing = Steps.ready(connection, Action.BEGIN, Hands.of(people), medium);
            var number = ParcelNumber.make(RANDOM);
            ParcelTable.insertOutgoing(connection, actor, number, medium, order, approved, now);
            take(connection, Action.BEGIN, Hands.of(people), standing, number, Particulars.NONE, now);
            return begun(people, standing.medium(), order, approved, number, false);
        });
    }

    /// Notes that the parcel is on its medium, as the writer delivered it.
    public MediaAnswer<NotedParcel> written(Connection connection, TwoPeople people, Delivered delivered)
            throws SQLException {
        var actor = people.doer();
        var label = delivered.manifest().label();
        return desk.answer(actor, "write", label.number().text(), now -> {
            var parcel = outgoing(connection, label.number());
            if (!label.equals(label(parcel, label.madeBy()))) {
                throw Refusal.OTHER_PARCEL.refused();
            }
            var standing = Steps.ready(connection, Action.WRITE, Hands.of(people), parcel);
            ParcelTable.insertContent(connection, actor, delivered.manifest(), delivered.manifestHash());
            take(connection, Action.WRITE, Hands.of(people), standing, label.number(), Particulars.NONE, now);
            var counts = ParcelTable.counts(delivered.manifest());
            var event = new MediaEvent.ParcelWritten(
                    label.number().text(),
                    standing.mediumCalled(),
                    delivered.manifestHash(),
                    counts.items(),
                    counts.rows(),
                    delivered.manifest().bytes(),
                    people.witness().account());
            return desk.done(outgoing(connection, label.number()), actor, label.purpose(), null, event);
        });
    }

    /// Gives up a parcel that was begun and is not written. Its approval is used up.
    public MediaAnswer<NotedParcel> abandon(Connection connection, Actor actor, ParcelNumber number, String why)
            throws SQLException {
        return desk.answer(actor, "abandon", number.text(), now -> {
            var reason = Desk.line(why);
            var parcel = outgoing(connection, number);
            var hands = Hands.of(actor);
            var standing = Steps.ready(connection, Action.ABANDON, hands, parcel);
            take(connection, Action.ABANDON, hands, standing, number, Particulars.with(null, reason), now);
            var event = new MediaEvent.ParcelAbandoned(number.text(), standing.mediumCalled(), reason);
            return desk.done(outgoing(connection, number), actor, parcel.purpose(), null, event);
        });
    }

    /// Hands the medium over to the recipient or to whoever carries it there.
    ///
    /// @param takenBy handle of who took it, never a name
    public MediaAnswer<NotedParcel> handOver(
            Connection connection, TwoPeople people, ParcelNumber number, String takenBy) throws SQLException {
        var actor = people.doer();
        return desk.answer(actor, "hand-over", number.text(), now -> {
            var taker = Desk.line(takenBy);
            var parcel = outgoing(connection, number);
            var standing = Steps.ready(connection, Action.HAND_OVER, Hands.of(people), parcel);
            if (parcel.useBy().isBefore(desk.today())) {
                throw Refusal.USE_BY_PASSED.refused();
            }
            take(connection, Action.HAND_OVER, Hands.of(people), standing, number, Particulars.with(taker, null), now);
            var event = new MediaEvent.ParcelHandedOver(
                    number.text(),
                    standing.mediumCalled(),
                    parcel.to(),
                    taker,
                    people.witness().account());
            return desk.done(outgoing(connection, number), actor, parcel.purpose(), null, event);
        });
    }

    /// Notes the recipient's receipt, which must be for this parcel with this manifest.
    public MediaAnswer<NotedParcel> receipted(Connection connection, Actor actor, Receipt receipt) throws SQLException {
        var number = receipt.parcel();
        return desk.answer(actor, "receipt", number.text(), now -> {
            var parcel = outgoing(connection, number);
            if (!receipt.manifestHash().equals(parcel.manifestHash())
                    || !receipt.receivedBy().equals(parcel.to())
                    || !receipt.from().equals(parcel.from())) {
                throw Refusal.RECEIPT_OF_ANOTHER.refused();
            }
            var hands = Hands.of(actor);
            var standing = Steps.ready(connection, Action.RECEIPT, hands, parcel);
            var more = Particulars.with(receipt.receivedBy(), receipt.number());
            take(connection, Action.RECEIPT, hands, standing, number, more, now);
            var event = new MediaEvent.ParcelReceipted(number.text(), standing.mediumCalled(), receipt.number());
            return desk.done(outgoing(connection, number), actor, parcel.purpose(), null, event);
        });
    }

    private MediaAnswer<Label> again(
            Connection connection,
            TwoPeople people,
            long medium,
            ParcelOrder order,
            Approved approved,
            NotedParcel before)
            throws SQLException {
        Hands.of(people).mustBeTwo();
        if (before.state() != ParcelState.BEGUN || before.medium() != medium) {
            throw Refusal.APPROVAL_USED.refused();
        }
        return begun(people, MediumTable.locked(connection, medium), order, approved, before.number(), true);
    }

    private MediaAnswer<Label> begun(
            TwoPeople people, Medium medium, ParcelOrder order, Approved approved, ParcelNumber number, boolean again) {
        var event = new MediaEvent.ParcelBegun(
                number.text(),
                MediumTable.called(medium),
                order.content(),
                order.to(),
                order.useBy(),
                approved.application(),
                approved.payloadHash(),
                approved.applicant(),
                approved.approver(),
                again,
                people.witness().account());
        return desk.done(
                label(number, order, approved.application(), people.doer().account()),
                people.doer(),
                order.purpose(),
                null,
                event);
    }

    private static Label label(ParcelNumber number, ParcelOrder order, long application, String madeBy) {
        return new Label(
                number,
                order.content(),
                order.purpose(),
                "A-" + application,
                order.from(),
                order.to(),
                madeBy,
                order.useBy(),
                order.wayOfReturn());
    }

    private static @Nullable Label label(NotedParcel it, String madeBy) {
        var order = new ParcelOrder(it.content(), it.purpose(), it.from(), it.to(), it.useBy(), it.wayOfReturn());
        return it.application() == null ? null : label(it.number(), order, it.application(), madeBy);
    }

    private static NotedParcel outgoing(Connection connection, ParcelNumber number) throws SQLException {
        return ParcelTable.find(connection, number)
                .filter(NotedParcel::outgoing)
                .orElseThrow(Refusal.NO_SUCH_PARCEL::refused);
    }

    private static void take(
            Connection connection,
            Action action,
            Hands hands,
            Standing standing,
            ParcelNumber parcel,
            Particulars more,
            Instant now)
            throws SQLException {
        Steps.take(connection, action, hands, standing.medium().id(), parcel.text(), more, now);
    }
}
