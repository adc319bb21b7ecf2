package jp.bansho.media.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import jp.bansho.audit.Entry;
import jp.bansho.media.ParcelNumber;
import org.jspecify.annotations.Nullable;

/// The front door of the media ledger 媒体管理簿: media, and where they go (M2, M4). Its other
/// doors are [#outgoing], [#incoming], [#disposal], [#stockTaking] and [#duties].
///
/// All methods work on the caller's connection and transaction, in role `bansho_media` with
/// `bansho.organisation` set to the actor's organisation; the caller records the entries of each
/// [MediaAnswer] in that transaction. Where it takes two people, they are two by account and by
/// person; the tables hold to the same rules whoever writes the statement.
public final class Ledger {

    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");

    private final Desk desk;

    /// The ledger of a machine.
    ///
    /// @param system the machine in the record, such as `juki`
    /// @param names  how the organisation with that code is called in manifests, such as
    /// `association-28`
    public Ledger(String system, IntFunction<String> names, InstantSource clock) {
        this.desk = new Desk(system, names, clock);
    }

    /// Parcels that leave.
    public Outgoing outgoing() {
        return new Outgoing(desk);
    }

    /// Parcels that come.
    public Incoming incoming() {
        return new Incoming(desk);
    }

    /// Erasure and destruction.
    public Disposal disposal() {
        return new Disposal(desk);
    }

    /// Stock-taking.
    public StockTaking stockTaking() {
        return new StockTaking(desk);
    }

    /// What is overdue, and what is due soon.
    public Duties duties() {
        return new Duties(desk);
    }

    /// Enters an own medium.
    ///
    /// @param number as it stands on the medium: capitals, digits, hyphens, at most 20
    /// @param label  what else stands on it
    public MediaAnswer<Medium> enter(Connection connection, Actor actor, String number, MediumKind kind, String label)
            throws SQLException {
        return desk.answer(actor, "enter", null, now -> {
            var entered = MediumTable.insert(connection, actor, fresh(number, kind, label, desk.name(actor), true))
                    .orElseThrow(Refusal.NUMBER_TAKEN::refused);
            var medium =
                    Steps.take(connection, Action.ENTER, Hands.of(actor), entered.id(), null, Particulars.NONE, now);
            return desk.done(
                    medium, actor, null, null, new MediaEvent.MediumEntered(MediumTable.called(medium), kind.word()));
        });
    }

    /// Puts a medium into the vault 保管庫.
    ///
    /// @param place where in the vault
    public MediaAnswer<Medium> vaultIn(Connection connection, TwoPeople people, long medium, String place)
            throws SQLException {
        return move(connection, Action.VAULT_IN, people, medium, null, place);
    }

    /// Takes a medium out of the vault; it is again what it was before.
    ///
    /// @param why what it is taken out for
    public MediaAnswer<Medium> vaultOut(Connection connection, TwoPeople people, long medium, String why)
            throws SQLException {
        return move(connection, Action.VAULT_OUT, people, medium, null, why);
    }

    /// Gives a medium of others back to its owner 返却; what was on it must be wiped.
    ///
    /// @param takenBy handle of who took it
    public MediaAnswer<Medium> giveBack(Connection connection, TwoPeople people, long medium, String takenBy)
            throws SQLException {
        return move(connection, Action.RETURN, people, medium, takenBy, null);
    }

    /// Takes an own medium back from the recipient of its parcel.
    ///
    /// @param broughtBy handle of who brought it
    public MediaAnswer<Medium> takeBack(Connection connection, TwoPeople people, long medium, String broughtBy)
            throws SQLException {
        return move(connection, Action.TAKE_BACK, people, medium, broughtBy, null);
    }

    /// A medium that was missing is here again.
    ///
    /// @param where it was found
    public MediaAnswer<Medium> found(Connection connection, TwoPeople people, long medium, String where)
            throws SQLException {
        return move(connection, Action.FIND, people, medium, null, where);
    }

    /// Reports a medium missing; one person is enough to say so.
    public MediaAnswer<Missing> missing(Connection connection, Actor actor, long medium) throws SQLException {
        return desk.answer(
                actor, "miss", Desk.about(medium), now -> Missed.report(desk, connection, actor, medium, null, now));
    }

    /// The medium that is called so: by its number alone where only one medium here bears it, else by `owner/number`.
    ///
    /// @param step what is to be done with it, for the record of a refusal
    public MediaAnswer<Medium> called(Connection connection, Actor actor, String step, String called)
            throws SQLException {
        return desk.answer(actor, step, null, now -> {
            var found = MediumTable.all(connection).stream()
                    .filter(medium -> medium.number().equals(called)
                            || MediumTable.called(medium).equals(called))
                    .toList();
            if (found.size() > 1) {
                throw Refusal.MEDIUM_AMBIGUOUS.refused();
            }
            return new MediaAnswer.Done<>(
                    found.stream().findFirst().orElseThrow(Refusal.NO_SUCH_MEDIUM::refused), List.of());
        });
    }

    /// The refusal of a step that takes two people, for one who came alone.
    public <T> MediaAnswer<T> alone(Actor actor, String step) throws SQLException {
        return desk.answer(actor, step, null, now -> {
            throw Refusal.SECOND_PERSON_MISSING.refused();
        });
    }

    /// What goes on record where a machine refuses a step before it comes to the ledger.
    public List<Entry> stepRefused(Actor actor, String step, String reason) {
        var event = new MediaEvent.MediaStepRefused(reason, step, null);
        return List.of(new Entry(actor.stamp(desk.system(), null, null), event));
    }

    /// What goes on record where a machine without a desk for incidents says to whom missing or overdue media have to
    /// be reported.
    public List<Entry> reportDue(Actor actor, List<String> media, String to) {
        return List.of(new Entry(actor.stamp(desk.system(), null, null), new MediaEvent.MediaReportDue(media, to)));
    }

    /// The medium of that owner with that number.
    public Optional<Medium> medium(Connection connection, String owner, String number) throws SQLException {
        return MediumTable.find(connection, owner, number);
    }

    /// All media, own ones first.
    public List<Medium> media(Connection connection) throws SQLException {
        return MediumTable.all(connection);
    }

    /// The parcel with that number.
    public Optional<NotedParcel> parcel(Connection connection, ParcelNumber number) throws SQLException {
        return ParcelTable.find(connection, number);
    }

    /// All parcels, oldest first.
    public List<NotedParcel> parcels(Connection connection) throws SQLException {
        return ParcelTable.all(connection);
    }

    /// Every step of a medium, oldest first.
    public List<HistoryLine> history(Connection connection, long medium) throws SQLException {
        return Steps.history(connection, medium);
    }

    static Medium fresh(String number, MediumKind kind, String label, String owner, boolean own) {
        if (!NUMBER.matcher(number).matches()) {
            throw Refusal.TEXT_UNWELCOME.refused();
        }
        return new Medium(0, Desk.line(number), kind, Desk.line(label), owner, own, MediumState.NEW);
    }

    private MediaAnswer<Medium> move(
            Connection connection,
            Action action,
            TwoPeople people,
            long id,
            @Nullable String counterpart,
            @Nullable String reference)
            throws SQLException {
        var actor = people.doer();
        return desk.answer(actor, action.word(), Desk.about(id), now -> {
            var more = Particulars.with(
                    counterpart == null ? null : Desk.line(counterpart),
                    reference == null ? null : Desk.line(reference));
            var standing = Steps.ready(connection, action, Hands.of(people), id);
            var after = Steps.take(connection, action, Hands.of(people), id, standing.parcelCalled(), more, now);
            var event = new MediaEvent.MediumMoved(
                    action.word(),
                    standing.mediumCalled(),
                    standing.parcelCalled(),
                    standing.medium().state().word(),
                    after.state().word(),
                    people.witness().account(),
                    more.counterpart(),
                    more.reference());
            return desk.done(after, actor, standing.purpose(), null, event);
        });
    }
}
