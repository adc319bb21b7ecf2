package jp.bansho.numbers.intake;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.numbers.intake.Decision.Retirement;
import jp.bansho.numbers.intake.SourceRow.Claim;
import jp.bansho.numbers.intake.SourceRow.Dismissed;
import jp.bansho.numbers.linkage.Person;
import jp.bansho.numbers.linkage.SubjectHandles;
import jp.bansho.numbers.vault.Holder;
import jp.bansho.numbers.vault.NewNumber;
import jp.bansho.numbers.vault.NumberState;
import jp.bansho.numbers.vault.OpenVault.Generations;
import org.jspecify.annotations.Nullable;

/// Decides a batch row by row, in file order, from what the database holds and what the batch itself brought before.
/// Nothing is ever silently overwritten: a second number of a person is a change if J-LIS certifies it, else a
/// conflict; a number somebody else holds is a conflict always.
final class Decider {

    private final int association;
    private final SubjectHandles handles;
    private final Known known;
    private final @Nullable Observing observing;
    private final Map<Long, Integer> places = new HashMap<>();
    private final Set<String> touched = new LinkedHashSet<>();

    /// A decider for one batch.
    ///
    /// @param known what is known about the batch; grows with each decision
    /// @param observing takes down what else the rows of a duty's file say; null for every other file
    Decider(int association, SubjectHandles handles, Known known, @Nullable Observing observing) {
        this.association = association;
        this.handles = handles;
        this.known = known;
        this.observing = observing;
    }

    /// Decides; writes nothing.
    Decision decide(TaggedBatch batch) throws SQLException {
        var decision = new Decision(batch.size());
        for (var i = 0; i < batch.size(); i++) {
            var outcome = switch (batch.row(i)) {
                case Claim claim -> {
                    var decided = decide(decision, claim, batch.tags().get(i));
                    if (observing != null) {
                        observing.claim(decision, claim, decided);
                    }
                    yield decided;
                }
                case Dismissed dismissed -> dismiss(decision, dismissed);
            };
            decision.outcomes.set(i, outcome.code());
        }
        for (var userNumber : touched) {
            var person = known.people.get(userNumber);
            if (person != null) {
                decision.changedPeople.add(person);
            }
        }
        return decision;
    }

    private RowOutcome decide(Decision decision, Claim claim, UUID tag) throws SQLException {
        var person = known.person(claim);
        var holder = known.holder(claim, tag);
        if (person == null) {
            if (holder != null) {
                return heldByAnother(decision, claim, null, holder);
            }
            person = Merge.fresh(handles.next(), association, claim);
            known.people.put(claim.userNumber(), person);
            places.put(person.id(), decision.newPeople.size());
            decision.newPeople.add(person);
            decision.newMarks.add(claim.marks());
            return claim.number() == null
                    ? RowOutcome.REGISTERED
                    : register(decision, claim.number(), person, tag, 1, NumberState.CURRENT);
        }
        var differing = Merge.differing(person, claim);
        if (differing != 0) {
            return conflict(decision, claim, WorkItem.Reason.OTHER_IDENTIFIER, differing, person.id(), null, 0);
        }
        if (holder != null && holder.subject() != person.id()) {
            return heldByAnother(decision, claim, person.id(), holder);
        }
        var merged = Merge.into(person, claim);
        var grown = !merged.equals(person);
        if (claim.number() == null) {
            update(decision, person, merged);
            return grown ? RowOutcome.REGISTERED : RowOutcome.UNCHANGED;
        }
        return number(decision, claim, claim.number(), person, merged, holder, tag);
    }

    /// The person is known and nobody else holds the number.
    private RowOutcome number(
            Decision decision,
            Claim claim,
            IndividualNumber number,
            Person person,
            Person merged,
            @Nullable Holder holder,
            UUID tag) {
        if (holder != null) {
            return switch (state(holder)) {
                case CURRENT -> {
                    update(decision, person, merged);
                    yield RowOutcome.UNCHANGED;
                }
                case FORMER ->
                    conflict(decision, claim, WorkItem.Reason.FORMER_NUMBER, 0, person.id(), null, holder.generation());
                case PROPOSED, REJECTED, WITHDRAWN -> finding(decision, claim, "WAITS_ALREADY");
            };
        }
        var had = known.generations(person);
        if (had.current() == 0) {
            update(decision, person, merged);
            return register(decision, number, merged, tag, had.newest() + 1, NumberState.CURRENT);
        }
        if (claim.certified() && (observing == null || observing.accepts(claim))) {
            decision.retirements.add(new Retirement(person.id(), had.current()));
            register(decision, number, merged, tag, had.newest() + 1, NumberState.CURRENT);
            update(decision, person, merged);
            decision.findings.add(new Finding(claim.line(), RowOutcome.CHANGED, "", 0, claim.userNumber()));
            return RowOutcome.CHANGED;
        }
        var proposed = had.newest() + 1;
        register(decision, number, person, tag, proposed, NumberState.PROPOSED);
        var reason = claim.certified() ? WorkItem.Reason.NUMBER_CHANGED : WorkItem.Reason.SECOND_NUMBER;
        return conflict(decision, claim, reason, 0, person.id(), null, proposed);
    }

    /// What a number is to its holder after the rows before: one that an earlier row of this batch replaced is a former
    /// one already.
    private NumberState state(Holder holder) {
        var had = known.generations.get(holder.subject());
        return holder.state() == NumberState.CURRENT && had != null && had.current() != holder.generation()
                ? NumberState.FORMER
                : holder.state();
    }

    private RowOutcome register(
            Decision decision, IndividualNumber number, Person person, UUID tag, int generation, NumberState state) {
        decision.numbers.add(
                new NewNumber(person.id(), generation, person.kind().code(), number, tag, state));
        known.holders.put(tag, new Holder(person.id(), generation, state));
        var current = state == NumberState.CURRENT
                ? generation
                : known.generations(person).current();
        known.generations.put(person.id(), new Generations(generation, current));
        return RowOutcome.REGISTERED;
    }

    private void update(Decision decision, Person person, Person merged) {
        if (merged.equals(person)) {
            return;
        }
        known.people.put(person.userNumber(), merged);
        var place = places.get(person.id());
        if (place != null) {
            decision.newPeople.set(place, merged);
        } else {
            touched.add(merged.userNumber());
        }
    }

    private RowOutcome heldByAnother(Decision decision, Claim claim, @Nullable Long subject, Holder holder) {
        return conflict(
                decision, claim, WorkItem.Reason.HELD_BY_ANOTHER, 0, subject, holder.subject(), holder.generation());
    }

    private RowOutcome conflict(
            Decision decision,
            Claim claim,
            WorkItem.Reason reason,
            int column,
            @Nullable Long subject,
            @Nullable Long other,
            int generation) {
        var key = claim.userNumber();
        decision.findings.add(new Finding(claim.line(), RowOutcome.CONFLICT, reason.name(), column, key));
        decision.workItems.add(new WorkItem(claim.line(), reason, key, subject, other, generation));
        return RowOutcome.CONFLICT;
    }

    private static RowOutcome finding(Decision decision, Claim claim, String rule) {
        decision.findings.add(new Finding(claim.line(), RowOutcome.CONFLICT, rule, 0, claim.userNumber()));
        return RowOutcome.CONFLICT;
    }

    private RowOutcome dismiss(Decision decision, Dismissed row) {
        decision.findings.add(new Finding(row.line(), row.outcome(), row.rule(), row.column(), row.echoKey()));
        if (observing != null) {
            observing.dismissed(decision, row);
        }
        var reason = switch (row.outcome()) {
            case NO_HIT -> row.life() == null ? WorkItem.Reason.NO_HIT : null;
            case SEVERAL_HITS -> WorkItem.Reason.SEVERAL_HITS;
            case REGISTERED, UNCHANGED, CHANGED, CONFLICT, INVALID, NOT_OURS -> null;
        };
        if (reason != null) {
            decision.workItems.add(new WorkItem(row.line(), reason, row.echoKey(), null, null, 0));
        }
        return row.outcome();
    }
}
