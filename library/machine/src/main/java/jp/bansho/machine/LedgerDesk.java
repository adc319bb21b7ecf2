package jp.bansho.machine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.media.ledger.Actor;
import jp.bansho.media.ledger.Duty;
import jp.bansho.media.ledger.DutyList;
import jp.bansho.media.ledger.Ledger;
import jp.bansho.media.ledger.MediaAnswer;
import jp.bansho.media.ledger.Medium;
import jp.bansho.media.ledger.MediumState;
import jp.bansho.media.ledger.StockResult;
import jp.bansho.media.ledger.TwoPeople;
import org.jspecify.annotations.Nullable;

/// The ledger of media as a machine's people use it: each step is one transaction with its record, a refusal is on
/// record too, and a medium that is missing or overdue raises the machine's alarm in the same transaction (M3–M5, L4).
public final class LedgerDesk {

    /// Days within which a stock-taking has to follow the one before: twice a year.
    public static final int STOCK_TAKING_DAYS = 184;

    private final Transactions transactions;
    private final Ledger ledger;
    private final MediaAlarm alarm;

    /// The desk of a machine.
    public LedgerDesk(Transactions transactions, Ledger ledger, MediaAlarm alarm) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.alarm = alarm;
    }

    /// A step in the ledger.
    @FunctionalInterface
    public interface Step<T> {
        MediaAnswer<T> on(Connection connection) throws SQLException;
    }

    /// A step that two people take.
    @FunctionalInterface
    public interface StepOfTwo<T> {
        MediaAnswer<T> on(Connection connection, TwoPeople people) throws SQLException;
    }

    /// A step with a medium.
    @FunctionalInterface
    public interface MediumStep<T> {
        MediaAnswer<T> on(Connection connection, Medium medium) throws SQLException;
    }

    /// A step with a medium that two people take.
    @FunctionalInterface
    public interface MediumStepOfTwo<T> {
        MediaAnswer<T> on(Connection connection, TwoPeople people, Medium medium) throws SQLException;
    }

    /// A value, and what the machine's alarm said; null where nothing was to be raised.
    public record Alarmed<T>(T value, MediaAlarm.@Nullable Raised raised) {}

    /// The ledger itself.
    public Ledger ledger() {
        return ledger;
    }

    /// A look into somebody's ledger.
    public <T> T read(Actor actor, Transactions.Work<T> work) {
        return transactions.read(new LedgerScope(actor.organisation()), work);
    }

    /// Takes a step.
    public <T> T done(Actor actor, Step<T> step) {
        return transactions
                .<MediaAnswer<T>>recorded(new LedgerScope(actor.organisation()), connection -> {
                    var answer = step.on(connection);
                    return new Recorded<>(answer, answer.entries());
                })
                .value();
    }

    /// Takes a step with two people.
    ///
    /// @param witness null if nobody came along, which is refused by name
    /// @param name    of the step, for the record of a refusal
    public <T> T done(Actor doer, @Nullable Actor witness, String name, StepOfTwo<T> step) {
        return done(
                doer,
                connection ->
                        witness == null ? ledger.alone(doer, name) : step.on(connection, new TwoPeople(doer, witness)));
    }

    /// Puts on record that this machine refused a step before it came to the ledger.
    public void refused(Actor actor, String step, String reason) {
        transactions.recorded(
                new LedgerScope(actor.organisation()),
                _ -> new Recorded<>(true, ledger.stepRefused(actor, step, reason)));
    }

    /// Takes a step with the medium that is called so.
    public <T> T with(Actor actor, String called, String name, MediumStep<T> step) {
        return done(actor, connection -> found(connection, actor, called, name, step));
    }

    /// Takes a step of two people with the medium that is called so.
    public <T> T with(Actor doer, @Nullable Actor witness, String called, String name, MediumStepOfTwo<T> step) {
        return done(
                doer,
                witness,
                name,
                (connection, people) ->
                        found(connection, doer, called, name, (c, medium) -> step.on(c, people, medium)));
    }

    /// Reports a medium missing: in the stock-taking that is under way if it is on its list, else outside of one.
    public Alarmed<String> missing(Actor actor, String called, boolean inStockTaking) {
        return alarmed(
                actor,
                connection -> found(connection, actor, called, "miss", (c, medium) -> switch (inStockTaking
                        ? ledger.stockTaking().missed(c, actor, medium.id())
                        : ledger.missing(c, actor, medium.id())) {
                    case MediaAnswer.Done<?>(var _, var entries) -> new MediaAnswer.Done<>(name(medium), entries);
                    case MediaAnswer.Refused<?>(var refusal, var entries) ->
                        new MediaAnswer.Refused<String>(refusal, entries);
                }),
                (connection, name) -> List.of(lost(connection, name)));
    }

    /// Closes the stock-taking; every medium it missed raises the alarm, also one that was reported before.
    public Alarmed<StockResult> close(Actor doer, @Nullable Actor witness) {
        return alarmed(
                doer,
                connection -> witness == null
                        ? ledger.alone(doer, "close-stock-taking")
                        : ledger.stockTaking().close(connection, new TwoPeople(doer, witness)),
                (connection, result) -> {
                    var lost = new ArrayList<LostMedium>();
                    for (var medium : result.missing()) {
                        lost.add(lost(connection, medium));
                    }
                    return lost;
                });
    }

    /// What is due and overdue; media that are overdue or still missing raise the alarm.
    ///
    /// @param days how far ahead to look
    public Alarmed<DutyList> duties(Actor actor, int days) {
        return alarmed(
                actor,
                connection -> ledger.duties().list(connection, actor, STOCK_TAKING_DAYS, days),
                (connection, list) -> {
                    var lost = new ArrayList<LostMedium>();
                    for (var medium : ledger.media(connection)) {
                        if (medium.state() == MediumState.MISSING) {
                            lost.add(lost(connection, name(medium)));
                        }
                    }
                    list.overdue().stream().map(LedgerDesk::overdue).forEach(lost::addAll);
                    return lost;
                });
    }

    @FunctionalInterface
    private interface Losses<T> {
        List<LostMedium> of(Connection connection, T value) throws SQLException;
    }

    private <T> Alarmed<T> alarmed(Actor actor, Step<T> step, Losses<T> losses) {
        record Answered<T>(MediaAnswer<T> answer, MediaAlarm.@Nullable Raised raised) {}
        var answered = transactions.<Answered<T>>recorded(new LedgerScope(actor.organisation()), connection -> {
            var answer = step.on(connection);
            var entries = new ArrayList<Entry>(answer.entries());
            MediaAlarm.Raised raised = null;
            if (answer instanceof MediaAnswer.Done<T>(var value, var _)) {
                var lost = losses.of(connection, value);
                if (!lost.isEmpty()) {
                    raised = alarm.raised(connection, actor, lost);
                    entries.addAll(raised.entries());
                }
            }
            return new Recorded<>(new Answered<>(answer, raised), entries);
        });
        return new Alarmed<>(answered.answer().value(), answered.raised());
    }

    private <T> MediaAnswer<T> found(Connection connection, Actor actor, String called, String name, MediumStep<T> step)
            throws SQLException {
        return switch (ledger.called(connection, actor, name, called)) {
            case MediaAnswer.Done<Medium>(var medium, var _) -> step.on(connection, medium);
            case MediaAnswer.Refused<Medium>(var refusal, var entries) -> new MediaAnswer.Refused<>(refusal, entries);
        };
    }

    /// A missing medium; the cause is the step that reported it.
    private LostMedium lost(Connection connection, String name) throws SQLException {
        var slash = name.indexOf('/');
        var medium = ledger.medium(connection, name.substring(0, slash), name.substring(slash + 1))
                .orElseThrow();
        var missed = ledger.history(connection, medium.id()).stream()
                .filter(line -> line.action().equals("miss"))
                .reduce((_, last) -> last)
                .orElseThrow();
        return new LostMedium(name, missed.parcel(), LostMedium.Kind.MISSING, "missing " + name + " " + missed.id());
    }

    private static List<LostMedium> overdue(Duty duty) {
        return switch (duty.kind()) {
            case PARCEL, MEDIUM -> {
                var name = String.valueOf(duty.medium());
                var cause = "overdue " + name + " " + duty.parcel() + " " + duty.day();
                yield List.of(new LostMedium(name, duty.parcel(), LostMedium.Kind.OVERDUE, cause));
            }
            case CLOSE_STOCKTAKING, NEXT_STOCKTAKING -> List.of();
        };
    }

    private static String name(Medium medium) {
        return medium.owner() + "/" + medium.number();
    }
}
