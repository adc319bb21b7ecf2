package jp.bansho.numbers.registry;

import java.sql.SQLException;
import java.util.List;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.numbers.intake.WorkDecisions;
import jp.bansho.numbers.intake.WorkItem;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.vault.Holder;
import jp.bansho.numbers.vault.NewNumber;
import jp.bansho.numbers.vault.NumberState;
import jp.bansho.numbers.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How somebody new is registered.
@Component
class Registrations {

    private final Linkage linkage;
    private final Vault vault;
    private final WorkDecisions work;

    Registrations(Linkage linkage, Vault vault, WorkDecisions work) {
        this.linkage = linkage;
        this.vault = vault;
        this.work = work;
    }

    Outcome register(Act act, NewPerson fresh) throws SQLException {
        var forbidden = act.forbidden(fresh.kind().code(), null);
        if (forbidden.isPresent()) {
            return forbidden.get();
        }
        var broken = Patterns.refusal(act.association, fresh.identifiers());
        if (broken.isPresent()) {
            return act.refuse(broken.get(), null);
        }
        return switch (Typing.check(act, fresh.kind(), null, fresh.number(), fresh.confirmation())) {
            case Typing.Unsure(var why) -> act.refuse(why, null);
            case Typing.Sure(var number) -> register(act, fresh, number);
        };
    }

    private Outcome register(Act act, NewPerson fresh, IndividualNumber number) throws SQLException {
        act.vault.requireIndex(act.connection);
        var userNumber = fresh.identifiers().userNumber();
        var taken = linkage.byUserNumber(act.connection, List.of(userNumber)).get(userNumber);
        var tag = act.vault.tag(number);
        var holder = act.vault.holders(act.connection, List.of(tag)).get(tag);
        if (taken != null) {
            var same = holder != null && holder.subject() == taken.id() && holder.state() == NumberState.CURRENT;
            return act.refuse(same ? Refusal.SAME_NUMBER : Refusal.USER_NUMBER_TAKEN, taken.id());
        }
        if (holder != null) {
            return heldByAnother(act, userNumber, null, holder);
        }
        var id = linkage.handles(act.connection).next();
        var person = Patterns.fresh(id, act.association.code(), fresh.kind(), fresh.identifiers());
        linkage.add(act.connection, person);
        act.vault.keep(
                act.connection,
                new NewNumber(id, 1, person.kind().code(), number, tag, NumberState.CURRENT),
                act.provenance());
        act.note(id, new RegistryEvent.PersonRegistered(person.kind().word()));
        act.note(id, new RegistryEvent.NumberRegistered(1));
        return new Outcome.Done(id, Version.of(person, vault.history(act.connection, id)));
    }

    /// Nothing is overwritten: a person has to decide.
    Outcome heldByAnother(Act act, String userNumber, @Nullable Long subject, Holder holder) throws SQLException {
        var item = new WorkItem(
                0, WorkItem.Reason.HELD_BY_ANOTHER, userNumber, subject, holder.subject(), holder.generation());
        work.open(act.connection, item, act.now);
        return act.refuse(Refusal.HELD_BY_ANOTHER, holder.subject());
    }
}
