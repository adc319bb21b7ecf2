package jp.bansho.numbers.registry;

import java.sql.SQLException;
import java.util.List;
import jp.bansho.identifiers.Parsed;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.linkage.Person;
import jp.bansho.numbers.vault.Holder;
import jp.bansho.numbers.vault.NewNumber;
import jp.bansho.numbers.vault.NumberState;
import jp.bansho.numbers.vault.OpenVault.Generations;
import jp.bansho.numbers.vault.Vault;
import org.springframework.stereotype.Component;

/// How somebody who is registered is changed or taken out of use.
@Component
class Changes {

    private final Linkage linkage;
    private final Vault vault;
    private final Jobs jobs;
    private final Registrations registrations;

    Changes(Linkage linkage, Vault vault, Jobs jobs, Registrations registrations) {
        this.linkage = linkage;
        this.vault = vault;
        this.jobs = jobs;
        this.registrations = registrations;
    }

    /// A change of a person, who is locked until the transaction ends.
    @FunctionalInterface
    interface Change {
        Outcome of(Person person) throws SQLException;
    }

    /// Changes a person, if it is still the one the form showed and no job is about to write it.
    Outcome change(Act act, long subject, String version, Change change) throws SQLException {
        if (!jobs.keepAway(act.connection, act.association.code())) {
            return act.refuse(Refusal.JOB_RUNNING, subject);
        }
        return with(
                act,
                subject,
                person -> version.equals(version(act, person))
                        ? change.of(person)
                        : act.refuse(Refusal.CHANGED_MEANWHILE, subject));
    }

    /// Locks a person in use, with whom the ground allows to act.
    Outcome with(Act act, long subject, Change change) throws SQLException {
        var person = linkage.lock(act.connection, subject);
        if (person.isEmpty()) {
            return act.refuse(Refusal.NOT_THERE, subject);
        }
        var forbidden = act.forbidden(person.get().kind().code(), subject);
        return forbidden.isPresent() ? forbidden.get() : change.of(person.get());
    }

    Outcome identifiers(Act act, Person person, Identifiers typed) throws SQLException {
        var broken = Patterns.refusal(act.association, typed);
        if (broken.isPresent()) {
            return act.refuse(broken.get(), person.id());
        }
        var changed = Patterns.with(person, typed);
        var fields = Patterns.differing(person, changed);
        if (fields.isEmpty()) {
            return act.refuse(Refusal.NOTHING_CHANGED, person.id());
        }
        var taken = linkage.byUserNumber(act.connection, List.of(changed.userNumber()))
                .get(changed.userNumber());
        if (taken != null && taken.id() != person.id()) {
            return act.refuse(Refusal.USER_NUMBER_TAKEN, person.id());
        }
        linkage.change(act.connection, changed);
        act.note(person.id(), new RegistryEvent.IdentifiersChanged(fields));
        return done(act, changed);
    }

    Outcome number(Act act, Person person, TypedNumber typed, Confirmation confirmation, ChangeReason reason)
            throws SQLException {
        return switch (Typing.check(act, person.kind(), person.id(), typed, confirmation)) {
            case Typing.Unsure(var why) -> act.refuse(why, person.id());
            case Typing.Sure(var number) -> number(act, person, number, reason);
        };
    }

    private Outcome number(Act act, Person person, IndividualNumber number, ChangeReason reason) throws SQLException {
        act.vault.requireIndex(act.connection);
        var id = person.id();
        var tag = act.vault.tag(number);
        var holder = act.vault.holders(act.connection, List.of(tag)).get(tag);
        var had = act.vault.generations(act.connection, List.of(id)).getOrDefault(id, new Generations(0, 0));
        if (holder != null) {
            return holder.subject() == id
                    ? again(act, person, holder, had, reason)
                    : registrations.heldByAnother(act, person.userNumber(), id, holder);
        }
        var generation = had.newest() + 1;
        if (had.current() != 0) {
            act.vault.retire(act.connection, id, had.current());
        }
        act.vault.keep(
                act.connection,
                new NewNumber(id, generation, person.kind().code(), number, tag, NumberState.CURRENT),
                act.provenance());
        act.note(
                id,
                had.current() == 0
                        ? new RegistryEvent.NumberRegistered(generation)
                        : new RegistryEvent.NumberChanged(generation, reason));
        return done(act, person);
    }

    /// The person had that number before: a former one comes into force again, and is not kept twice.
    private Outcome again(Act act, Person person, Holder holder, Generations had, ChangeReason reason)
            throws SQLException {
        return switch (holder.state()) {
            case CURRENT -> act.refuse(Refusal.SAME_NUMBER, person.id());
            case PROPOSED, REJECTED, WITHDRAWN -> act.refuse(Refusal.WAITS_ALREADY, person.id());
            case FORMER -> {
                if (had.current() != 0) {
                    act.vault.retire(act.connection, person.id(), had.current());
                }
                act.vault.settle(act.connection, person.id(), holder.generation(), NumberState.CURRENT);
                act.note(person.id(), new RegistryEvent.NumberChanged(holder.generation(), reason));
                yield done(act, person);
            }
        };
    }

    Outcome confirm(Act act, Person person, TypedNumber typed) throws SQLException {
        var had = act.vault.generations(act.connection, List.of(person.id())).get(person.id());
        if (had == null || had.current() == 0) {
            return act.refuse(Refusal.NO_NUMBER, person.id());
        }
        return switch (typed.parsed()) {
            case Parsed.Invalid<IndividualNumber>(var fault) -> act.refuse(Refusal.ofNumber(fault), person.id());
            case Parsed.Valid<IndividualNumber>(var number) -> {
                if (!act.vault.isInForce(act.connection, person.id(), number)) {
                    yield act.refuse(Refusal.NOT_THE_LAST, person.id());
                }
                act.note(person.id(), new RegistryEvent.NumberConfirmed());
                yield done(act, person);
            }
        };
    }

    Outcome end(Act act, Person person, EndReason reason) throws SQLException {
        act.vault.requireIndex(act.connection);
        act.vault.withdraw(act.connection, person.id());
        linkage.end(act.connection, person.id());
        act.note(person.id(), new RegistryEvent.PersonEnded(reason));
        return done(act, person);
    }

    private Outcome done(Act act, Person person) throws SQLException {
        return new Outcome.Done(person.id(), version(act, person));
    }

    private String version(Act act, Person person) throws SQLException {
        return Version.of(person, vault.history(act.connection, person.id()));
    }
}
