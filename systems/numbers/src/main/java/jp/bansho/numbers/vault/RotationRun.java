package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.machine.Transactions.Work;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.vault.Rotation.Phase;
import jp.bansho.numbers.vault.RotationTable.Batch;
import jp.bansho.numbers.vault.RotationTable.Cursor;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;

/// One process at work on one rotation, phase by phase. Each step is a short transaction that also says where the next
/// one goes on.
final class RotationRun {

    private static final int MISSING_AT_ONCE = 5_000;
    private static final int ROWS_OF_A_PAGE = 100;
    private static final int FRUITLESS = 300;
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(200);

    private final KeyRing ring;
    private final Transactions transactions;
    private final Vault vault;
    private final BeforeDestruction before;
    private final Clock clock;
    private final RotationOrder order;
    private final RotationProgress progress;
    private final Connection connection;
    private final int batch;
    private final Scope.Keeper scope;
    private final Pace pace;

    RotationRun(
            KeyRing ring,
            Transactions transactions,
            Vault vault,
            BeforeDestruction before,
            Clock clock,
            RotationOrder order,
            RotationProgress progress,
            Connection connection,
            int batch) {
        this.ring = ring;
        this.transactions = transactions;
        this.vault = vault;
        this.before = before;
        this.clock = clock;
        this.order = order;
        this.progress = progress;
        this.connection = connection;
        this.batch = batch;
        this.scope = new Scope.Keeper(order.association());
        this.pace = new Pace(order.share());
    }

    Rotation toTheEnd(Rotation begun) throws SQLException {
        var rotation = begun;
        while (rotation.phase() != Phase.FINISHED) {
            progress.at(rotation);
            switch (rotation.phase()) {
                case SEALING -> sealAnew(rotation);
                case FILLING -> fill(rotation);
                case CLEARING -> clear(rotation);
                case LEAVING -> destroy(rotation);
                case FINISHED -> {}
            }
            rotation = now(rotation);
        }
        return rotation;
    }

    private void sealAnew(Rotation rotation) throws SQLException {
        var sealing = new SealRotation(ring, rotation);
        for (var i = 0; i < FRUITLESS; i++) {
            pass(rotation, sealing::batch);
            if (proved(rotation)) {
                return;
            }
            LockSupport.parkNanos(MOMENT); // somebody was changing a row
            fromTheStart(rotation);
        }
        throw new RotationRefused(
                RotationRefused.Reason.ROWS_LEFT, rotation.old().written());
    }

    private void fill(Rotation rotation) throws SQLException {
        rebuildIfLost(rotation);
        var filling = new IndexFill(new VaultKeys(ring, rotation.association(), 0), rotation);
        pass(rotation, filling::batch);
        for (var i = 0; i < FRUITLESS; ) {
            var more = step(c -> {
                IndexChange.compareInBulk(c);
                return IndexChange.removeStale(c, rotation) + filling.missing(c, MISSING_AT_ONCE);
            });
            if (more > 0) {
                i = 0;
                continue;
            }
            if (step(c -> wholeInBulk(c, rotation)) && switched(rotation)) {
                return;
            }
            i++;
            LockSupport.parkNanos(MOMENT);
        }
        throw new RotationRefused(
                RotationRefused.Reason.NOT_WHOLE, rotation.next().written());
    }

    /// The database crashed meanwhile: both indexes are built again from the sealed numbers.
    private void rebuildIfLost(Rotation rotation) throws SQLException {
        if (step(c -> IndexRows.alive(c, rotation.association(), rotation.from()))) {
            return;
        }
        transactions.bulk(connection, new Scope.Association(rotation.association()), c -> {
            var numbers = IndexRebuild.run(c, new VaultKeys(ring, rotation.association(), 0).use(c));
            return new Recorded<>(numbers, List.of(entry(new VaultEvent.IndexRebuilt(numbers))));
        });
    }

    private static boolean wholeInBulk(Connection connection, Rotation rotation) throws SQLException {
        IndexChange.compareInBulk(connection);
        return IndexChange.whole(connection, rotation);
    }

    private boolean switched(Rotation rotation) throws SQLException {
        progress.waiting(Phase.CLEARING);
        return transactions.bulk(connection, scope, c -> {
            KeyLock.aloneWithoutJobs(c, rotation.association());
            if (!wholeInBulk(c, rotation)) {
                return new Recorded<>(
                        false,
                        List.of(entry(
                                new VaultEvent.KeyProofFailed(rotation.next().written()))));
            }
            IndexChange.change(c, ring, rotation);
            RotationTable.moved(c, rotation.id(), Cursor.START, 0);
            RotationTable.phase(c, rotation.id(), Phase.CLEARING);
            var event = new VaultEvent.KeySwitched(
                    rotation.old().written(), rotation.next().written());
            return new Recorded<>(true, List.of(entry(event)));
        });
    }

    private void clear(Rotation rotation) throws SQLException {
        for (var i = 0; i < FRUITLESS; i++) {
            pass(
                    rotation,
                    (c, after, rows) -> IndexChange.clear(c, rotation, after, Math.max(1, rows / ROWS_OF_A_PAGE)));
            if (proved(rotation)) {
                return;
            }
            fromTheStart(rotation);
        }
        throw new RotationRefused(
                RotationRefused.Reason.ROWS_LEFT, rotation.old().written());
    }

    private void fromTheStart(Rotation rotation) throws SQLException {
        step(c -> {
            RotationTable.moved(c, rotation.id(), Cursor.START, 0);
            return true;
        });
    }

    /// Counts what is left on the old key, first beside everything else, then with every writer kept away.
    private boolean proved(Rotation rotation) throws SQLException {
        if (step(c -> Proof.left(c, rotation.old())) > 0) {
            return false;
        }
        progress.waiting(Phase.LEAVING);
        return transactions.bulk(connection, scope, c -> {
            KeyLock.aloneWithoutJobs(c, rotation.association());
            var left = Proof.left(c, rotation.old());
            RotationTable.proved(c, rotation.id(), left, clock.instant());
            if (left > 0) {
                return new Recorded<>(
                        false,
                        List.of(entry(
                                new VaultEvent.KeyProofFailed(rotation.old().written()))));
            }
            KeyStates.set(c, rotation.old(), KeyStates.LEAVING);
            RotationTable.phase(c, rotation.id(), Phase.LEAVING);
            var event = new VaultEvent.KeyProvedUnused(rotation.old().written(), left, Proof.all(c, rotation.next()));
            return new Recorded<>(true, List.of(entry(event)));
        });
    }

    private void destroy(Rotation rotation) throws SQLException {
        progress.waiting(Phase.FINISHED);
        step(this::padsKept);
        if (rotation.purpose() == KeyPurpose.NUMBER_SEAL
                && !before.safe(step(c -> RotationTable.provedAt(c, rotation.id())))) {
            throw new RotationRefused(
                    RotationRefused.Reason.NOT_SAFE, rotation.old().written());
        }
        vault.destroyLeaving(
                order.actor(), rotation.association(), Set.of(rotation.old().purpose()));
        transactions.bulk(connection, scope, c -> {
            RotationTable.finish(c, rotation.id(), clock.instant());
            var event = new VaultEvent.KeyRotationFinished(
                    rotation.old().written(),
                    rotation.next().written(),
                    now(c, rotation).done());
            return new Recorded<>(true, List.of(entry(event)));
        });
    }

    /// Whatever is rotated, all keys that are leaving go together; without this copy no earlier backup could be used
    /// once a pad key has gone. The pads do not change while they are copied.
    private boolean padsKept(Connection keeper) throws SQLException {
        if (KeyStates.leaving(keeper, order.association()).stream()
                .anyMatch(key -> key.purpose() == KeyPurpose.PAD_SEAL)) {
            KeyLock.alone(keeper, order.association());
            var version = KeyVersions.read(keeper, order.association()).pad();
            before.keepPads(keeper, order.association(), version);
        }
        return true;
    }

    /// Works off a batch.
    @FunctionalInterface
    private interface Step {
        /// @param after where the batch before ended
        Batch on(Connection connection, Cursor after, int rows) throws SQLException;
    }

    /// One pass over the rows, batch by batch, resting after each. Nobody else moves the cursor, so it
    /// is read once.
    private void pass(Rotation rotation, Step step) throws SQLException {
        var size = new BatchSize(batch);
        var at = step(c -> RotationTable.cursor(c, rotation.id()));
        var done = rotation;
        while (!at.equals(Cursor.END)) {
            var began = System.nanoTime();
            var after = at;
            var worked = step(c -> {
                var one = step.on(c, after, size.rows());
                RotationTable.movedLazily(c, rotation.id(), one.to(), one.done());
                return one;
            });
            at = worked.to();
            done = done.more(worked.done());
            var took = System.nanoTime() - began;
            size.took(took);
            progress.at(done);
            pace.rest(took);
        }
    }

    private <T> T step(Work<T> work) throws SQLException {
        return transactions.step(connection, scope, work);
    }

    private Rotation now(Rotation rotation) throws SQLException {
        return step(c -> now(c, rotation));
    }

    private static Rotation now(Connection connection, Rotation rotation) throws SQLException {
        return RotationTable.byId(connection, rotation.id());
    }

    private Entry entry(VaultEvent event) {
        return new Entry(order.actor().stamp(order.association(), null, null, null), event);
    }
}
