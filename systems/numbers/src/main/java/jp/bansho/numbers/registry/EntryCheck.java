package jp.bansho.numbers.registry;

import java.util.Optional;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.store.Scope;
import org.springframework.stereotype.Component;

/// Looks at what was typed before somebody is asked to confirm it, so that a slip is said on the form and not at the
/// end. Nothing is done and nobody is touched; the act itself looks again.
@Component
public class EntryCheck {

    private final Transactions transactions;
    private final Linkage linkage;

    EntryCheck(Transactions transactions, Linkage linkage) {
        this.transactions = transactions;
        this.linkage = linkage;
    }

    /// What is wrong with the form of identifiers, by the patterns their association laid down.
    public Optional<Refusal> identifiers(int association, Identifiers typed) {
        return transactions.read(
                new Scope.Association(association),
                connection -> Patterns.refusal(linkage.association(connection, association), typed));
    }
}
