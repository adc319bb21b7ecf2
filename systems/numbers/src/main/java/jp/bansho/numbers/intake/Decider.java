package jp.bansho.numbers.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.bansho.identifiers.IndividualNumber;
import jp.bansho.numbers.intake.Decision.Retirement;
import jp.bansho.numbers.intake.SourceRow.Claim;
import jp.bansho.numbers.intake.SourceRow.Dismissed;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.linkage.Person;
import jp.bansho.numbers.linkage.SubjectHandles;
import jp.bansho.numbers.vault.Holder;
import jp.bansho.numbers.vault.NewNumber;
import jp.bansho.numbers.vault.NumberState;
import jp.bansho.numbers.vault.OpenVault;
import jp.bansho.numbers.vault.OpenVault.Generations;
import org.jspecify.annotations.Nullable;

/// Decides a batch row by row, in file order, from what the database holds and what the batch itself brought before.
/// Nothing is ever silently overwritten: a second number of a person is a change if J-LIS certifies it, else a
/// conflict; a number somebody else holds is a conflict always.
final class Decider {

    private final int association;
    private final Linkage linkage;
    private final OpenVault vault;

    private final Map<String, Person> people = new HashMap<>();
    private final Map<UUID, Holder> holders = new HashMap<>();
    private final Map<Long, Generations> generations = new HashMap<>();
    private final Map<Long, Integer> places = new HashMap<>();
    private final HashSet<Long> touched = new HashSet<>();

    Decider(int association, Linkage linkage, OpenVault vault) {
        this.association = association;
        this.linkage = linkage;
        this.vault = vault;
    }

    /// Decides; reads the database, writes nothing.
    Decision decide(Connection connection, SourceBatch batch, List<UUID> tags) throws SQLException {
        lookUp(connection, batch, tags);
        var handles = linkage.handles(connection);
        var decision = new Decision(batch.rows().size());
        for (var i = 0; i < tags.size(); i++) {
            var outcome = switch (batch.rows().get(i)) {
                case Claim claim -> decide(decision, handles, claim, tags.get(i));
                case Dismissed dismissed -> dismiss(decision, dismissed);
            };
            decision.outcomes.set(i, outcome.code());
        }
        for (var person : people.values()) {
            if (touched.contains(person.id())) {
                decision.changedPeople.add(person);
            }
        }
        return decision;
    }

    private void lookUp(Connection connection, SourceBatch batch, List<UUID> tags) throws SQLException {
        var userNumbers = new ArrayList<String>(tags.size());
        var wanted = new ArrayList<UUID>(tags.size());
        for (var i = 0; i < tags.size(); i++) {
            if (batch.rows().get(i) instanceof Claim claim) {
                userNumbers.add(claim.userNumber());
                if (claim.number() != null) {
                    wanted.add(tags.get(i));
                }
            }
        }
        people.putAll(linkage.byUserNumber(connection, userNumbers));
        holders.putAll(vault.holders(connection, OpenVault.sorted(wanted)));
        var unsettled = new HashSet<Long>();
        for (var i = 0; i < tags.size(); i++) {
            if (batch.rows().get(i) instanceof Claim claim && claim.number() != null) {
                var person = people.get(claim.userNumber());
                if (person != null && !holdsInForce(holders.get(tags.get(i)), person)) {
                    unsettled.add(person.id());
                }
            }
        }
        if (!unsettled.isEmpty()) {
            generations.putAll(vault.generations(connection, unsettled));
        }
    }

    private static boolean holdsInForce(@Nullable Holder holder, Person person) {
        return holder != null && holder.subject() == person.id() && holder.state() == NumberState.CURRENT;
    }

    private RowOutcome decide(Decision decision, SubjectHandles handles, Claim claim, UUID tag) throws SQLException {
        var person = people.get(claim.userNumber());
        var holder = claim.number() == null ? null : holders.get(tag);
        if (person == null) {
            if (holder != null) {
                return heldByAnother(decision, claim, null, holder);
            }
            person = Merge.fresh(handles.next(), association, claim);
            people.put(claim.userNumber(), person);
            places.put(person.id(), decision.newPeople.size());
            decision.newPeople.add(person);
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
                case PROPOSED, REJECTED -> finding(decision, claim, "WAITS_ALREADY");
            };
        }
        var had = generations.getOrDefault(person.id(), new Generations(0, 0));
        if (had.current() == 0) {
            update(decision, person, merged);
            return register(decision, number, merged, tag, had.newest() + 1, NumberState.CURRENT);
        }
        if (claim.certified()) {
            decision.retirements.add(new Retirement(person.id(), had.current()));
            register(decision, number, merged, tag, had.newest() + 1, NumberState.CURRENT);
            update(decision, person, merged);
            decision.findings.add(new Finding(claim.line(), RowOutcome.CHANGED, "", 0, claim.userNumber()));
            return RowOutcome.CHANGED;
        }
        var proposed = had.newest() + 1;
        register(decision, number, person, tag, proposed, NumberState.PROPOSED);
        return conflict(decision, claim, WorkItem.Reason.SECOND_NUMBER, 0, person.id(), null, proposed);
    }

    /// What a number is to its holder after the rows before: one that an earlier row of this batch replaced is a former
    /// one already.
    private NumberState state(Holder holder) {
        var known = generations.get(holder.subject());
        return holder.state() == NumberState.CURRENT && known != null && known.current() != holder.generation()
                ? NumberState.FORMER
                : holder.state();
    }

    private RowOutcome register(
            Decision decision, IndividualNumber number, Person person, UUID tag, int generation, NumberState state) {
        decision.numbers.add(
                new NewNumber(person.id(), generation, person.kind().code(), number, tag, state));
        holders.put(tag, new Holder(person.id(), generation, state));
        var current = state == NumberState.CURRENT
                ? generation
                : generations.getOrDefault(person.id(), new Generations(0, 0)).current();
        generations.put(person.id(), new Generations(generation, current));
        return RowOutcome.REGISTERED;
    }

    private void update(Decision decision, Person person, Person merged) {
        if (merged.equals(person)) {
            return;
        }
        people.put(person.userNumber(), merged);
        var place = places.get(person.id());
        if (place != null) {
            decision.newPeople.set(place, merged);
        } else {
            touched.add(merged.id());
        }
    }

    private RowOutcome heldByAnother(Decision decision, Claim claim, @Nullable Long subject, Holder holder) {
        return conflict(decision, claim, WorkItem.Reason.HELD_BY_ANOTHER, 0, subject, holder.subject(), 0);
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

    private static RowOutcome dismiss(Decision decision, Dismissed row) {
        decision.findings.add(new Finding(row.line(), row.outcome(), row.rule(), row.column(), row.echoKey()));
        var reason = switch (row.outcome()) {
            case NO_HIT -> WorkItem.Reason.NO_HIT;
            case SEVERAL_HITS -> row.rule().equals(ResultRows.FURTHER_HIT) ? null : WorkItem.Reason.SEVERAL_HITS;
            case REGISTERED, UNCHANGED, CHANGED, CONFLICT, INVALID, NOT_OURS -> null;
        };
        if (reason != null) {
            decision.workItems.add(new WorkItem(row.line(), reason, row.echoKey(), null, null, 0));
        }
        return row.outcome();
    }
}
