package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.bansho.audit.Entry;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.staff.NumberAct;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.PurposeTable;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Scope;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import org.springframework.stereotype.Component;

/// The vault's front door.
@Component
public class Vault {

    private final KeyRing ring;
    private final KeyCabinet keys;
    private final Transactions transactions;
    private final OpenPads pads = new OpenPads();
    private final PurposeTable purposes;
    private final Clock clock;

    Vault(KeyRing ring, Transactions transactions, PurposeTable purposes, Clock clock) {
        this.ring = ring;
        this.keys = new KeyCabinet(ring, clock);
        this.transactions = transactions;
        this.purposes = purposes;
        this.clock = clock;
    }

    /// Opens an association's part for a piece of bulk work on one thread.
    public OpenVault open(int association) {
        var opened = transactions.read(new Scope.Association(association), keys.open(association)::look);
        return new OpenVault(opened, pads);
    }

    /// Lends an association's part for one act on the caller's connection.
    public <T> T lend(Connection connection, int association, Loan<T> loan) throws SQLException {
        var lent = keys.lend(association);
        try {
            return loan.with(new OpenVault(lent, pads));
        } finally {
            keys.giveBack(lent);
        }
    }

    /// What is done with a part of the vault that is lent.
    @FunctionalInterface
    public interface Loan<T> {
        T with(OpenVault vault) throws SQLException;
    }

    /// As [#reveal(Actor, Ground, int, long, String, String)], for people of the staff file, who
    /// have no department and no passkey.
    public Revealed reveal(Actor actor, Purpose purpose, int association, long subject, String caseReference) {
        return reveal(actor, Ground.of(purpose), association, subject, caseReference, "");
    }

    /// Shows one person's number to one actor on a ground that the table of purposes allows. The record of it, with the
    /// row that allowed or refused, is committed before the number is released: no record, no number (L1).
    ///
    /// @param caseReference the case the actor works on; stands in the record
    /// @param evidence      the kept passkey assertion, which sensitive rows demand; empty if there is none
    public Revealed reveal(
            Actor actor, Ground ground, int association, long subject, String caseReference, String evidence) {
        var reveals = new Reveals(purposes, clock);
        return new KeysAtHand(keys, transactions)
                .recorded(
                        actor,
                        association,
                        subject,
                        NumberAct.REVEAL,
                        caseReference,
                        (connection, lent) ->
                                reveals.reveal(connection, lent, actor, ground, subject, caseReference, evidence));
    }

    /// As [#seek(Actor, Ground, int, IndividualNumber)], for people of the staff file, who have no department.
    ///
    /// @throws StaffRefused if the table of purposes does not allow it
    public Optional<Holder> seek(Actor actor, Purpose purpose, int association, IndividualNumber number) {
        return switch (seek(actor, Ground.of(purpose), association, number)) {
            case Sought.Found(var holder) -> Optional.of(holder);
            case Sought.Nobody() -> Optional.empty();
            case Sought.Refused(var english, var japanese) -> throw new StaffRefused(english, japanese);
        };
    }

    /// Who holds a number that somebody gives: the handle, never the number again. The search is on record, found, not
    /// found or refused.
    public Sought seek(Actor actor, Ground ground, int association, IndividualNumber number) {
        return seek(actor, ground, association, number, "");
    }

    /// As [#seek(Actor, Ground, int, IndividualNumber)], for a case.
    ///
    /// @param caseReference the case the actor works on; stands in the record
    public Sought seek(Actor actor, Ground ground, int association, IndividualNumber number, String caseReference) {
        return new KeysAtHand(keys, transactions)
                .recorded(
                        actor,
                        association,
                        null,
                        NumberAct.SEEK,
                        caseReference,
                        (connection, lent) -> Searches.seek(
                                connection, new OpenVault(lent, pads), purposes, actor, ground, number, caseReference));
    }

    /// Drops opened keys that nobody used for a while (S1).
    public void forgetIdleKeys() {
        keys.forgetIdle();
    }

    /// Drops all opened keys: those that are lent as soon as they come back.
    public void forgetKeys() {
        keys.forgetAll();
    }

    /// How many sets of opened keys lie ready in memory.
    public int openedKeys() {
        return keys.size();
    }

    /// Makes the next version of an association's pad key and says which one it is; the key of a renewal that did not
    /// happen is taken up again.
    public KeyName nextPadKey(int association) {
        return PadRenewal.nextKey(ring, transactions, association);
    }

    /// Keeps everybody from writing sealed numbers and index entries of an association until the caller's transaction
    /// ends, rebuilds of the index included. Waits for those under way.
    public void keepWritersAway(Connection connection, int association) throws SQLException {
        KeyLock.alone(connection, association);
    }

    /// Seals all pad blocks of an association under the next version of its pad key, the given pads zeroed, and
    /// says in the database that the old version is leaving (R3). In the caller's transaction and scope
    /// ([jp.bansho.numbers.store.Scope.Keeper]), with jobs and single acts of the association kept away. Once
    /// that is committed, [#destroyLeaving] makes it final.
    ///
    /// @param next   from [#nextPadKey]
    /// @param erased positions of pads (block × 256 + slot), in any order
    /// @return how many blocks were sealed
    public long renewPads(Connection connection, KeyName next, long[] erased) throws SQLException {
        return PadRenewal.run(connection, ring, next, erased);
    }

    /// Destroys the association's keys that are leaving, in the key store and then in the database's list. May be done
    /// again after a crash.
    ///
    /// @return what was destroyed; empty if nothing was leaving
    public Optional<Destroyed> destroyLeaving(Actor actor, int association) {
        return destroyLeaving(actor, association, EnumSet.allOf(KeyPurpose.class));
    }

    /// As [#destroyLeaving(Actor, int)], for keys of one purpose: a rotation leaves alone what an erasure has yet to
    /// copy.
    Optional<Destroyed> destroyLeaving(Actor actor, int association, Set<KeyPurpose> purposes) {
        var destroyed = PadRenewal.destroyLeaving(ring, transactions, actor, association, purposes);
        keys.forgetDestroyed();
        return destroyed;
    }

    /// Keys that are gone for good.
    ///
    /// @param keys          their names
    /// @param keyEncryption which key-encryption key went, and which came
    public record Destroyed(List<KeyName> keys, KeyRing.Replaced keyEncryption) {}

    /// How many numbers are in force, by association and kind, as far as the scope may see.
    public List<NumberCount> counts(Connection connection) throws SQLException {
        return SealedRows.counts(connection);
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
            if (transactions.read(
                    scope, c -> IndexRows.alive(c, association, open.look(c).indexVersion()))) {
                return -1;
            }
            return transactions.bulk(connection, scope, c -> {
                var numbers = IndexRebuild.run(c, open.use(c));
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
