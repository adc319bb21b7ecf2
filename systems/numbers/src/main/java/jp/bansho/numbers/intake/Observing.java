package jp.bansho.numbers.intake;

import jp.bansho.numbers.intake.SourceRow.Claim;
import jp.bansho.numbers.intake.SourceRow.Dismissed;
import org.jspecify.annotations.Nullable;

/// Takes down what the rows of a duty's file say of people beyond "as before" (N8, N9): what a rule
/// accepts, what waits for a person, what is known already.
///
/// @param job   whose file it is; 0 while a file is only looked at
/// @param known what is known about the batch; grows with each death a rule confirms
record Observing(long job, Known known, ByRule rules) {

    /// True if the new number comes into force without a person.
    boolean accepts(Claim claim) {
        return claim.life() != null && rules.acceptsNumber(claim.life());
    }

    /// Takes a claim down after it was decided.
    void claim(Decision decision, Claim claim, RowOutcome outcome) {
        var person = known.person(claim);
        var subject = person == null ? null : person.id();
        var newest = person == null ? 0 : known.generations(person).newest();
        switch (outcome) {
            case CHANGED ->
                add(decision, claim, Observation.Sort.NUMBER_CHANGED, subject, newest, ByRule.CERTIFIED_NUMBER, null);
            case REGISTERED ->
                add(decision, claim, Observation.Sort.REGISTERED, subject, newest, Observation.NONE, null);
            case CONFLICT -> conflict(decision, claim, subject);
            case UNCHANGED, INVALID, NO_HIT, SEVERAL_HITS, NOT_OURS -> {}
        }
        var life = claim.life();
        if (life != null && person != null) {
            if (life.dead()) {
                death(decision, claim, life, subject);
            } else if (life.leaving()) {
                leaving(decision, claim, subject);
            }
        }
    }

    private void conflict(Decision decision, Claim claim, @Nullable Long subject) {
        var items = decision.workItems;
        var item = items.isEmpty() || items.getLast().line() != claim.line() ? null : items.getLast();
        var reason = item == null
                ? claim.certified() ? WorkItem.Reason.NUMBER_CHANGED : WorkItem.Reason.SECOND_NUMBER
                : item.reason();
        var number = reason == WorkItem.Reason.NUMBER_CHANGED || reason == WorkItem.Reason.SECOND_NUMBER;
        var sort = number ? Observation.Sort.NUMBER_CHANGED : Observation.Sort.UNCLEAR;
        add(decision, claim, sort, subject, item == null ? 0 : item.generation(), null, reason);
    }

    private void death(Decision decision, Claim claim, LifeStatus life, @Nullable Long subject) {
        var person = known.person(claim);
        if (person == null || known.dead.contains(person.id())) {
            add(decision, claim, Observation.Sort.DIED, subject, 0, Observation.KNOWN, null);
        } else if (rules.acceptsDeath(life)) {
            add(decision, claim, Observation.Sort.DIED, subject, 0, ByRule.DEATH_BY_CODE, null);
            known.dead.add(person.id());
            decision.deaths.add(new Decision.Death(person, decision.observations.getLast()));
        } else {
            add(decision, claim, Observation.Sort.DIED, subject, 0, null, WorkItem.Reason.DIED);
            wait(decision, claim.line(), WorkItem.Reason.DIED, claim.userNumber(), subject);
        }
    }

    private void leaving(Decision decision, Claim claim, @Nullable Long subject) {
        var noted = known.noted.contains(claim.userNumber());
        add(
                decision,
                claim,
                Observation.Sort.OUT_OF_SCOPE,
                subject,
                0,
                noted ? Observation.KNOWN : null,
                noted ? null : WorkItem.Reason.OUT_OF_SCOPE);
        if (!noted) {
            wait(decision, claim.line(), WorkItem.Reason.OUT_OF_SCOPE, claim.userNumber(), subject);
        }
    }

    /// Takes a row down that links nobody.
    void dismissed(Decision decision, Dismissed row) {
        var person = row.echoKey() == null ? null : known.people.get(row.echoKey());
        var subject = person == null ? null : person.id();
        var life = row.life();
        if (life != null) {
            var noted = row.echoKey() != null && known.noted.contains(row.echoKey());
            add(
                    decision,
                    row,
                    Observation.Sort.OUT_OF_SCOPE,
                    subject,
                    noted ? Observation.KNOWN : null,
                    noted ? null : WorkItem.Reason.OUT_OF_SCOPE);
            if (!noted) {
                wait(decision, row.line(), WorkItem.Reason.OUT_OF_SCOPE, row.echoKey(), subject);
            }
        } else if (row.outcome() == RowOutcome.SEVERAL_HITS) {
            if (!row.rule().equals(ResultRows.FURTHER_HIT)) {
                add(decision, row, Observation.Sort.UNCLEAR, subject, null, WorkItem.Reason.SEVERAL_HITS);
            }
        } else {
            add(decision, row, Observation.Sort.UNCLEAR, subject, Observation.NONE, null);
        }
    }

    private static void wait(
            Decision decision, long line, WorkItem.Reason reason, @Nullable String echoKey, @Nullable Long subject) {
        decision.workItems.add(new WorkItem(line, reason, echoKey, subject, null, 0));
    }

    private void add(
            Decision decision,
            Claim claim,
            Observation.Sort sort,
            @Nullable Long subject,
            int generation,
            @Nullable String settledBy,
            WorkItem.@Nullable Reason waitsAs) {
        add(decision, claim.line(), sort, subject, claim.life(), generation, settledBy, waitsAs, claim.userNumber());
    }

    private void add(
            Decision decision,
            Dismissed row,
            Observation.Sort sort,
            @Nullable Long subject,
            @Nullable String settledBy,
            WorkItem.@Nullable Reason waitsAs) {
        add(decision, row.line(), sort, subject, row.life(), 0, settledBy, waitsAs, row.echoKey());
    }

    private void add(
            Decision decision,
            long line,
            Observation.Sort sort,
            @Nullable Long subject,
            @Nullable LifeStatus life,
            int generation,
            @Nullable String settledBy,
            WorkItem.@Nullable Reason waitsAs,
            @Nullable String echoKey) {
        decision.observations.add(new Observation(
                job,
                line,
                sort,
                subject,
                life == null ? "" : life.request(),
                life == null ? "" : life.matched(),
                life == null ? "" : life.reason(),
                life == null ? null : life.day(),
                generation,
                settledBy,
                waitsAs));
        decision.observedKeys.add(echoKey);
    }
}
