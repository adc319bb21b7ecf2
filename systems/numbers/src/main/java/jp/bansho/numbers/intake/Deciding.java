package jp.bansho.numbers.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.bansho.audit.AuditEvent;
import jp.bansho.numbers.erasure.Facts;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.linkage.Person;
import jp.bansho.numbers.vault.NumberState;
import jp.bansho.numbers.vault.OpenVault;
import jp.bansho.numbers.vault.OpenVault.Generations;
import jp.bansho.numbers.vault.Provenance;
import jp.bansho.numbers.vault.Vault;
import org.jspecify.annotations.Nullable;

/// Carries a decision out: what becomes of the number the item is about.
///
/// @param alongside takes what must be on record about the person beside the decision
record Deciding(
        Connection connection,
        Linkage linkage,
        Vault vault,
        OpenVault open,
        Facts facts,
        Provenance provenance,
        Consumer<AuditEvent> alongside) {

    /// Does to the numbers what the decision says.
    ///
    /// @param person whom the item names, locked; null if nobody
    /// @return why it cannot be carried out; nothing was written then
    Optional<DecisionRefusal> carryOut(WorkRow item, WorkDecision decision, @Nullable Person person)
            throws SQLException {
        return switch (decision) {
            case KEEP, CORRECTED_BY_HAND, ASK_AGAIN, REGISTERED_BY_HAND, CLOSED, NOTED -> Optional.empty();
            case DISMISS -> item.reason() == WorkItem.Reason.NUMBER_CHANGED ? reject(item, person) : Optional.empty();
            case CONFIRM_DEATH -> confirmDeath(item, person);
            case REJECT -> reject(item, person);
            case ACCEPT -> accept(item, person);
        };
    }

    private Optional<DecisionRefusal> reject(WorkRow item, @Nullable Person person) throws SQLException {
        if (item.reason() == WorkItem.Reason.FORMER_NUMBER) {
            return Optional.empty();
        }
        if (person == null || !is(person, item.generation(), NumberState.PROPOSED)) {
            return Optional.of(DecisionRefusal.OVERTAKEN);
        }
        open.settle(connection, person.id(), item.generation(), NumberState.REJECTED);
        return Optional.empty();
    }

    private Optional<DecisionRefusal> confirmDeath(WorkRow item, @Nullable Person person) throws SQLException {
        if (person == null) {
            return Optional.of(DecisionRefusal.NEEDS_PERSON);
        }
        var evidence = ObservationTable.ofItem(connection, item.id());
        if (evidence.isEmpty()) {
            return Optional.of(DecisionRefusal.OVERTAKEN);
        }
        var confirmed = facts.confirmDeath(connection, person, evidence.get().source(), provenance.actor());
        confirmed.event().ifPresent(alongside);
        return switch (confirmed.answer()) {
            case DONE, KNOWN_ALREADY -> Optional.empty();
            case NO_SUCH_USE -> Optional.of(DecisionRefusal.NO_PENSION_USE);
            case NOBODY, DAY_AHEAD, DAY_OUT_OF_BOUNDS, ENDS_BEFORE, TEXT_MISSING, NUMBER_IN_TEXT, NOT_IN_FORCE, BUSY ->
                throw new IllegalStateException("a death was not confirmed: " + confirmed.answer());
        };
    }

    private Optional<DecisionRefusal> accept(WorkRow item, @Nullable Person person) throws SQLException {
        if (person == null) {
            return Optional.of(DecisionRefusal.NEEDS_PERSON);
        }
        open.requireIndex(connection);
        return switch (item.reason()) {
            case SECOND_NUMBER, NUMBER_CHANGED -> intoForce(item, person, NumberState.PROPOSED);
            case FORMER_NUMBER -> intoForce(item, person, NumberState.FORMER);
            case HELD_BY_ANOTHER -> takeOver(item, person);
            case OTHER_IDENTIFIER, NO_HIT, SEVERAL_HITS, DIED, OUT_OF_SCOPE ->
                Optional.of(DecisionRefusal.NOT_A_CHOICE);
        };
    }

    private Optional<DecisionRefusal> intoForce(WorkRow item, Person person, NumberState before) throws SQLException {
        if (!is(person, item.generation(), before)) {
            return Optional.of(DecisionRefusal.OVERTAKEN);
        }
        retire(person, generations(person));
        open.settle(connection, person.id(), item.generation(), NumberState.CURRENT);
        return Optional.empty();
    }

    /// The number was withdrawn from the other person; sealed anew it becomes this one's.
    private Optional<DecisionRefusal> takeOver(WorkRow item, Person person) throws SQLException {
        var other = item.other();
        if (other == null || item.generation() == 0) {
            return Optional.of(DecisionRefusal.OVERTAKEN);
        }
        if (linkage.inUse(connection, other)) {
            return Optional.of(DecisionRefusal.OTHER_IN_USE);
        }
        var had = generations(person);
        var passed = open.passOn(
                connection,
                other,
                item.generation(),
                person.id(),
                had.newest() + 1,
                person.kind().code(),
                provenance);
        if (!passed) {
            return Optional.of(DecisionRefusal.OVERTAKEN);
        }
        retire(person, had);
        return Optional.empty();
    }

    private void retire(Person person, Generations had) throws SQLException {
        if (had.current() != 0) {
            open.retire(connection, person.id(), had.current());
        }
    }

    private Generations generations(Person person) throws SQLException {
        return open.generations(connection, List.of(person.id())).getOrDefault(person.id(), new Generations(0, 0));
    }

    private boolean is(Person person, int generation, NumberState state) throws SQLException {
        return vault.history(connection, person.id()).stream()
                .anyMatch(number -> number.generation() == generation && number.state() == state);
    }
}
