package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Answer;
import jp.bansho.access.Organisation;
import jp.bansho.access.approval.ApprovalKind;
import jp.bansho.audit.Entry;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.vault.Rotation.Phase;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Changes the keys of an association while the machine works (S1): registers, shows and seeks as
/// ever, and misses nothing. A rotation that was interrupted anywhere goes on with the same order.
/// The old key is destroyed only after it was proved that no value names it.
@Component
public class Rotations {

    private static final Set<KeyPurpose> ROTATED =
            Set.of(KeyPurpose.NUMBER_SEAL, KeyPurpose.PAD_SEAL, KeyPurpose.NUMBER_INDEX);

    private final KeyRing ring;
    private final Transactions transactions;
    private final Vault vault;
    private final ApprovalDesk approvals;
    private final BeforeDestruction before;
    private final Clock clock;
    private final int batch;

    Rotations(
            KeyRing ring,
            Transactions transactions,
            Vault vault,
            ApprovalDesk approvals,
            BeforeDestruction before,
            Clock clock,
            @Value("${bansho.numbers.rotation.batch-size:20}") int batch) {
        this.ring = ring;
        this.transactions = transactions;
        this.vault = vault;
        this.approvals = approvals;
        this.before = before;
        this.clock = clock;
        this.batch = batch;
    }

    /// Begins a rotation, or goes on with the one that was begun, to its end.
    ///
    /// @throws RotationRefused if it may not begin, or cannot end; what was done stays done
    /// @throws AccessRefused   if the application does not approve it
    public Rotation rotate(RotationOrder order, RotationProgress progress) {
        if (order.actor().role() != Role.OPERATOR) {
            throw new RotationRefused(RotationRefused.Reason.NOT_THE_OPERATOR, "");
        }
        if (!ROTATED.contains(order.purpose())) {
            throw new RotationRefused(
                    RotationRefused.Reason.NOT_ROTATED, order.purpose().word());
        }
        try (var holding = transactions.connection();
                var connection = transactions.connection()) {
            hold(holding, order);
            try {
                var rotation = begun(connection, order, progress);
                return new RotationRun(ring, transactions, vault, before, clock, order, progress, connection, batch)
                        .toTheEnd(rotation);
            } finally {
                release(holding);
            }
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    /// The newest rotations of all associations.
    ///
    /// @throws RotationRefused for anybody but the operator
    public List<Rotation> newest(Actor actor, int most) {
        if (actor.role() != Role.OPERATOR) {
            throw new RotationRefused(RotationRefused.Reason.NOT_THE_OPERATOR, "");
        }
        return transactions.read(new Scope.Operator(), connection -> RotationTable.newest(connection, most));
    }

    private Rotation begun(Connection connection, RotationOrder order, RotationProgress progress) throws SQLException {
        var scope = new Scope.Keeper(order.association());
        var unfinished = transactions.step(connection, scope, c -> RotationTable.unfinished(c, order.purpose()));
        if (unfinished.isPresent()) {
            return unfinished.get();
        }
        if (order.application() == 0) {
            throw new RotationRefused(RotationRefused.Reason.NOT_APPROVED, "");
        }
        progress.waiting(first(order.purpose()));
        return transactions.bulk(connection, scope, c -> begin(c, order, scope)).value();
    }

    /// Approval used up, next key made, old and new version noted: all or nothing. A key that was made for a beginning
    /// that did not happen is taken up by the next one.
    private Recorded<Answer<Rotation>> begin(Connection connection, RotationOrder order, Scope.Keeper scope)
            throws SQLException {
        KeyLock.aloneWithoutJobs(connection, order.association());
        var stamp = order.actor().stamp(order.association(), null, null, null);
        var answer = approvals.executeByCommand(
                connection,
                stamp,
                Organisation.OPERATOR,
                order.application(),
                ApprovalKind.KEY_CEREMONY,
                Rotation.payload(order.purpose(), order.association()));
        if (answer instanceof Answer.Refused<?>(var refusal, var entries)) {
            return new Recorded<>(new Answer.Refused<>(refusal, entries), entries);
        }
        Transactions.enter(connection, scope);
        var old = inUse(connection, order);
        var next = new KeyName(order.purpose(), order.association(), old.version() + 1);
        if (!ring.names().contains(next)) {
            ring.make(next);
        }
        var id = RotationTable.add(
                connection,
                old,
                first(order.purpose()),
                Proof.all(connection, old),
                order.application(),
                order.actor().name(),
                clock.instant());
        var entries = new ArrayList<>(answer.entries());
        entries.add(
                new Entry(stamp, new VaultEvent.KeyRotationBegun(old.written(), next.written(), order.application())));
        switch (order.purpose()) {
            case NUMBER_SEAL -> KeyStates.replace(connection, ring, old, next, KeyStates.OPENING);
            case NUMBER_INDEX -> KeyStates.fill(connection, ring, next);
            case PAD_SEAL -> {
                vault.renewPads(connection, next, new long[0]);
                RotationTable.proved(connection, id, Proof.left(connection, old), clock.instant());
                RotationTable.phase(connection, id, Phase.LEAVING);
            }
            case FILE_FINGERPRINT, PERSON_MARK, AUDIT_SIGNING, BACKUP, ANSWER_SEAL, TRANSIT_SEAL ->
                throw new IllegalStateException("not rotated");
        }
        if (order.purpose() != KeyPurpose.NUMBER_INDEX) {
            entries.add(new Entry(stamp, new VaultEvent.KeySwitched(old.written(), next.written())));
        }
        return new Recorded<>(new Answer.Done<>(RotationTable.byId(connection, id), entries), entries);
    }

    private static KeyName inUse(Connection connection, RotationOrder order) throws SQLException {
        var versions = KeyVersions.read(connection, order.association());
        var version = switch (order.purpose()) {
            case NUMBER_SEAL -> versions.seal();
            case PAD_SEAL -> versions.pad();
            case NUMBER_INDEX -> versions.index();
            case FILE_FINGERPRINT, PERSON_MARK, AUDIT_SIGNING, BACKUP, ANSWER_SEAL, TRANSIT_SEAL ->
                throw new IllegalStateException("not rotated");
        };
        return new KeyName(order.purpose(), order.association(), version);
    }

    private static Phase first(KeyPurpose purpose) {
        return purpose == KeyPurpose.NUMBER_INDEX ? Phase.FILLING : Phase.SEALING;
    }

    /// One rotation of one key at a time; a killed process lets go by itself.
    private static void hold(Connection connection, RotationOrder order) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(771005, ?)")) {
            statement.setInt(1, 10 * order.association() + number(order.purpose()));
            try (var row = statement.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new RotationRefused(RotationRefused.Reason.RUNNING_ELSEWHERE, "");
                }
            }
        }
    }

    private static void release(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            try (var statement = connection.createStatement()) {
                statement.execute("select pg_advisory_unlock_all()");
            }
        }
    }

    private static int number(KeyPurpose purpose) {
        return switch (purpose) {
            case NUMBER_SEAL -> 0;
            case NUMBER_INDEX -> 1;
            case PAD_SEAL -> 2;
            case FILE_FINGERPRINT, PERSON_MARK, AUDIT_SIGNING, BACKUP, ANSWER_SEAL, TRANSIT_SEAL ->
                throw new IllegalStateException("not rotated");
        };
    }
}
