package jp.bansho.numbers.linkage;

import java.util.ArrayList;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.staff.NumberAct;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.PurposeDecision;
import jp.bansho.numbers.staff.PurposeTable;
import jp.bansho.numbers.staff.StaffRefused;
import org.springframework.stereotype.Component;

/// Finds people for a named actor and purpose; every search is on record, found or not (L1).
@Component
public class Directory {

    private final Transactions transactions;
    private final Linkage linkage;
    private final PurposeTable purposes;

    Directory(Transactions transactions, Linkage linkage, PurposeTable purposes) {
        this.transactions = transactions;
        this.linkage = linkage;
        this.purposes = purposes;
    }

    /// The people of an association with that identifier, as far as the table of purposes allows to see them (C5).
    ///
    /// @throws StaffRefused if it is not the actor's association
    public Looked look(Actor actor, Ground ground, int association, Identifier identifier, String value) {
        return transactions.looked(actor.scopeOf(association), connection -> {
            var before = purposes.decide(ground.department(), ground.purpose(), NumberAct.SEE);
            if (before instanceof PurposeDecision.Refused refused) {
                var event = new LinkageEvent.SearchRefused(identifier.name(), refused.row());
                return new Recorded<Looked>(
                        new Looked.Refused(refused.english(), refused.japanese()),
                        List.of(new Entry(actor.stamp(association, refused, null), event)));
            }
            var people = new ArrayList<Person>();
            var entries = new ArrayList<Entry>();
            var found = linkage.find(connection, identifier, value);
            for (var person : found) {
                var decision = purposes.decide(
                        ground.department(), ground.purpose(), person.kind().code(), NumberAct.SEE);
                var stamp = actor.stamp(association, decision, person.id());
                switch (decision) {
                    case PurposeDecision.Allowed _ -> {
                        people.add(person);
                        entries.add(new Entry(stamp, new LinkageEvent.PersonFound(identifier.name())));
                    }
                    case PurposeDecision.Refused(var row, var _, var _, var _) ->
                        entries.add(new Entry(stamp, new LinkageEvent.SearchRefused(identifier.name(), row)));
                }
            }
            if (found.isEmpty()) {
                var stamp = actor.stamp(association, before, null);
                entries.add(new Entry(stamp, new LinkageEvent.PersonNotFound(identifier.name())));
            }
            return new Recorded<Looked>(new Looked.Found(List.copyOf(people), found.size() - people.size()), entries);
        });
    }

    /// As [#look], for people of the staff file, who have no department.
    ///
    /// @throws StaffRefused if it is not the actor's association, or the table of purposes does not allow it
    public List<Person> find(Actor actor, Purpose purpose, int association, Identifier identifier, String value) {
        return switch (look(actor, Ground.of(purpose), association, identifier, value)) {
            case Looked.Found(var people, var _) -> people;
            case Looked.Refused(var english, var japanese) -> throw new StaffRefused(english, japanese);
        };
    }
}
