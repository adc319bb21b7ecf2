package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import jp.bansho.audit.Entry;
import jp.bansho.identifiers.IndividualNumber;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Transactions;
import jp.bansho.numbers.store.Transactions.Recorded;
import jp.bansho.seal.KeyRing;
import jp.bansho.seal.SealBroken;
import org.springframework.stereotype.Component;

/// The vault's front door.
@Component
public class Vault {

    private final KeyCabinet keys;
    private final Transactions transactions;

    Vault(KeyRing keys, Transactions transactions) {
        this.keys = new KeyCabinet(keys);
        this.transactions = transactions;
    }

    /// Opens an association's part for a piece of bulk work on one thread.
    public OpenVault open(int association) {
        return new OpenVault(keys.open(association));
    }

    /// Shows one person's number to one actor for one purpose. The record of it is committed before the number is
    /// released: no record, no number (L1).
    ///
    /// @param caseReference the case the actor works on; stands in the record
    public Revealed reveal(Actor actor, Purpose purpose, int association, long subject, String caseReference) {
        var scope = actor.scopeOf(association);
        var stamp = actor.stamp(association, purpose, subject, null);
        return transactions.recorded(scope, connection -> {
            var lent = keys.lend(association);
            try {
                var found = SealedRows.current(connection, lent, subject);
                return found.<Recorded<Revealed>>map(number -> new Recorded<>(
                                new Revealed.Shown(number),
                                List.of(new Entry(stamp, new VaultEvent.NumberRevealed(caseReference)))))
                        .orElseGet(() -> new Recorded<>(
                                new Revealed.Nothing(),
                                List.of(new Entry(stamp, new VaultEvent.RevealRefused("nothing", caseReference)))));
            } catch (SealBroken broken) {
                return new Recorded<>(
                        new Revealed.Broken(),
                        List.of(new Entry(stamp, new VaultEvent.RevealRefused("seal-broken", caseReference))));
            } finally {
                keys.giveBack(lent);
            }
        });
    }

    /// Who holds a number that somebody gives: the handle, never the number again. The search is on record, found or
    /// not.
    public Optional<Holder> seek(Actor actor, Purpose purpose, int association, IndividualNumber number) {
        return transactions.recorded(actor.scopeOf(association), connection -> {
            var open = open(association);
            open.requireIndex(connection);
            var tag = open.tag(number);
            var holder =
                    Optional.ofNullable(open.holders(connection, List.of(tag)).get(tag));
            var subject = holder.map(Holder::subject).orElse(null);
            var entry = new Entry(
                    actor.stamp(association, purpose, subject, null), new VaultEvent.NumberSought(holder.isPresent()));
            return new Recorded<>(holder, List.of(entry));
        });
    }

    /// What is kept of a person's numbers: states and where they came from, no number.
    public List<KeptNumber> history(Connection connection, long subject) throws SQLException {
        return SealedRows.history(connection, subject);
    }

    /// Builds an association's index again from its sealed numbers, if it is not whole: after a crash of the database
    /// server, a restore, or a fail-over to a standby.
    ///
    /// @return how many numbers were entered; -1 if the index was whole
    public long rebuildIndex(Actor actor, int association) throws SQLException {
        var scope = actor.scopeOf(association);
        var open = keys.open(association);
        try (var connection = transactions.connection()) {
            if (transactions.read(scope, c -> IndexRows.alive(c, association, open.indexVersion))) {
                return -1;
            }
            return transactions.bulk(connection, scope, c -> {
                var numbers = IndexRebuild.run(c, open);
                var stamp = actor.stamp(association, null, null, null);
                return new Recorded<>(numbers, List.of(new Entry(stamp, new VaultEvent.IndexRebuilt(numbers))));
            });
        }
    }

    /// Streams all numbers in force that the scope may see, opened, in no particular order. For tax files
    /// alone: the caller records it, and holds what it gets only as long as the file takes.
    public void stream(Connection connection, NumberReader reader) throws SQLException {
        NumberStream.read(connection, keys::open, reader);
    }

    /// Takes one number of a stream, in the clear (0..999999999999).
    @FunctionalInterface
    public interface NumberReader {
        void number(long subject, long clear) throws SQLException;
    }
}
