package jp.bansho.numbers.linkage;

import java.util.ArrayList;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Transactions;
import jp.bansho.numbers.store.Transactions.Recorded;
import org.springframework.stereotype.Component;

/// Finds people for a named actor and purpose; every search is on record, found or not (L1).
@Component
public class Directory {

    private final Transactions transactions;
    private final Linkage linkage;

    Directory(Transactions transactions, Linkage linkage) {
        this.transactions = transactions;
        this.linkage = linkage;
    }

    /// The people of an association with that identifier, at most 100.
    public List<Person> find(Actor actor, Purpose purpose, int association, Identifier identifier, String value) {
        return transactions.recorded(actor.scopeOf(association), connection -> {
            var found = linkage.find(connection, identifier, value);
            var entries = new ArrayList<Entry>();
            for (var person : found) {
                entries.add(new Entry(
                        actor.stamp(association, purpose, person.id(), null),
                        new LinkageEvent.PersonFound(identifier.name())));
            }
            if (found.isEmpty()) {
                entries.add(new Entry(
                        actor.stamp(association, purpose, null, null),
                        new LinkageEvent.PersonNotFound(identifier.name())));
            }
            return new Recorded<>(found, entries);
        });
    }
}
