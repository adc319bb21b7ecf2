package jp.bansho.numbers.registry.web;

import java.util.List;
import java.util.Map;
import jp.bansho.access.Member;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.registry.Refusal;
import jp.bansho.numbers.registry.RegistryEvent;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Organisations;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import org.springframework.stereotype.Component;

/// Whose people a member may reach: those of the own association, or of any if it is the federation (N12).
@Component
class Reach {

    private final Transactions transactions;
    private final Organisations organisations;

    Reach(Transactions transactions, Organisations organisations) {
        this.transactions = transactions;
        this.organisations = organisations;
    }

    /// The member as somebody who works on that association. Whoever knocks at another association's door is turned
    /// away whether or not anybody is behind it, and leaves a record.
    ///
    /// @throws StaffRefused if it is not the member's association
    Actor enter(Member member, int association, String act) {
        var actor = Actors.of(member);
        if (actor.role() == Role.ASSOCIATION && actor.association() != association) {
            transactions.recorded(actor.scopeOf(actor.association()), _ -> {
                var event = new RegistryEvent.RegistrationRefused(act, Refusal.OTHER_ASSOCIATION.word());
                return new Recorded<>(actor, List.of(new Entry(actor.stamp(association, null, null, null), event)));
            });
        }
        actor.scopeOf(association);
        return actor;
    }

    /// The associations a member may choose from; empty where there is no choice.
    Map<Integer, String> choices(Member member) {
        return Actors.of(member).role() == Role.FEDERATION ? organisations.associations() : Map.of();
    }

    /// The association of a search: the own one, or the chosen one; 0 if none was chosen.
    int chosen(Member member, int asked) {
        var actor = Actors.of(member);
        if (actor.role() == Role.ASSOCIATION) {
            return actor.association();
        }
        return organisations.associations().containsKey(asked) ? asked : 0;
    }

    String name(int association, boolean japanese) {
        return organisations.name(association, japanese);
    }
}
