package jp.bansho.numbers.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import jp.bansho.access.AccessRefused;
import jp.bansho.numbers.Approved;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.vault.RotationRefused.Reason;
import jp.bansho.seal.KeyPurpose;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What a rotation refuses, and that the old key survives each refusal.
class RotationRefusalsTest {

    private static final KeyPurpose SEAL = KeyPurpose.NUMBER_SEAL;
    private static final String OURS = Rotation.payload(SEAL, Rotating.HERE);

    private static AbstractThrowableAssert<?, ?> refused(Reason reason, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RotationRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void nothingBeginsWithoutTheRightApprovalAndEachServesOnce() throws SQLException {
        try (var rotating = new Rotating(3)) {
            refused(Reason.NOT_APPROVED, () -> rotating.resume(SEAL));
            var undecided = Approved.applied(rotating.machine, OURS);
            assertThatThrownBy(() -> rotating.rotate(SEAL, undecided, RotationProgress.SILENT))
                    .isInstanceOf(AccessRefused.class);
            var another =
                    Approved.keyCeremony(rotating.machine, Rotation.payload(KeyPurpose.NUMBER_INDEX, Rotating.HERE));
            assertThatThrownBy(() -> rotating.rotate(SEAL, another, RotationProgress.SILENT))
                    .isInstanceOf(AccessRefused.class);
            assertThat(rotating.keyThere(SEAL, 2)).isFalse();
            assertThat(rotating.count("vault.rotation")).isZero();
            assertThat(rotating.count("audit.record where event = 'approval-refused'"))
                    .isEqualTo(2);

            var ours = Approved.keyCeremony(rotating.machine, OURS);
            rotating.rotate(SEAL, ours, RotationProgress.SILENT);

            assertThatThrownBy(() -> rotating.rotate(SEAL, ours, RotationProgress.SILENT))
                    .isInstanceOf(AccessRefused.class);
            assertThat(rotating.keyThere(SEAL, 3)).isFalse();
        }
    }

    @Test
    void nobodyButTheOperatorAndNoOtherKey() throws SQLException {
        try (var rotating = new Rotating(1)) {
            var rotations = rotating.machine.part(Rotations.class);
            for (var actor : new Role[] {Role.FEDERATION, Role.ASSOCIATION}) {
                var order = new RotationOrder(rotating.machine.actor(actor), SEAL, Rotating.HERE, 1, 100);
                refused(Reason.NOT_THE_OPERATOR, () -> rotations.rotate(order, RotationProgress.SILENT));
                refused(Reason.NOT_THE_OPERATOR, () -> rotations.newest(rotating.machine.actor(actor), 9));
            }
            for (var purpose :
                    new KeyPurpose[] {KeyPurpose.AUDIT_SIGNING, KeyPurpose.FILE_FINGERPRINT, KeyPurpose.PERSON_MARK}) {
                refused(Reason.NOT_ROTATED, () -> rotating.rotate(purpose, 1, RotationProgress.SILENT));
            }
        }
    }

    @Test
    void twoAtTheSameTimeAreRefused() throws Exception {
        try (var rotating = new Rotating(300)) {
            var begun = new CountDownLatch(1);
            var goOn = new CountDownLatch(1);
            var application = Approved.keyCeremony(rotating.machine, OURS);
            var first = new FutureTask<>(() -> rotating.rotate(SEAL, application, new RotationProgress() {
                @Override
                public void at(Rotation rotation) {
                    begun.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }

                @Override
                public void waiting(Rotation.Phase before) {}
            }));
            Thread.ofPlatform().start(first);
            begun.await();
            refused(Reason.RUNNING_ELSEWHERE, () -> rotating.resume(SEAL));
            goOn.countDown();
            assertThat(first.get().phase()).isEqualTo(Rotation.Phase.FINISHED);
        }
    }

    @Test
    void anAlteredRowStopsItAndTheOldKeyIsKept() throws SQLException {
        try (var rotating = new Rotating(30)) {
            Sql.run(
                    rotating.administrator,
                    "create table public.kept as select subject, sealed from vault.sealed_number order by subject limit 1;"
                            + "update vault.sealed_number n set sealed = '\\x00' from public.kept k where k.subject = n.subject");
            var application = Approved.keyCeremony(rotating.machine, OURS);
            refused(Reason.NOT_OPENING, () -> rotating.rotate(SEAL, application, RotationProgress.SILENT));
            assertThat(rotating.keyThere(SEAL, 1)).isTrue();
            Sql.run(
                    rotating.administrator,
                    "update vault.sealed_number n set sealed = k.sealed from public.kept k where k.subject = n.subject");

            rotating.resume(SEAL);

            rotating.everythingIsThere();
        }
    }

    @Test
    void aRowPutBackBeforeTheKeyIsDestroyedKeepsIt() throws SQLException {
        try (var rotating = new Rotating(30)) {
            Sql.run(
                    rotating.administrator,
                    "create table public.kept as select * from vault.sealed_number order by subject limit 1");
            var application = Approved.keyCeremony(rotating.machine, OURS);
            var putBack = """
                    update vault.sealed_number n set sealed = k.sealed, key_version = k.key_version
                      from public.kept k where k.subject = n.subject
                    """;
            refused(
                    Reason.ROWS_LEFT,
                    () -> rotating.rotate(SEAL, application, when(Rotation.Phase.FINISHED, () -> {
                        try {
                            Sql.run(rotating.administrator, putBack);
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    })));
            assertThat(rotating.keyThere(SEAL, 1)).isTrue();
            refused(Reason.ROWS_LEFT, () -> rotating.resume(SEAL));
            assertThat(rotating.shown(0)).as("still opens").isPositive();
        }
    }

    @Test
    void aRowPutBackBeforeTheProofIsSealedAnewAfterAll() throws SQLException {
        try (var rotating = new Rotating(30)) {
            Sql.run(
                    rotating.administrator,
                    "create table public.kept as select * from vault.sealed_number order by subject limit 1");
            var application = Approved.keyCeremony(rotating.machine, OURS);
            rotating.rotate(SEAL, application, when(Rotation.Phase.LEAVING, () -> {
                try {
                    Sql.run(rotating.administrator, """
                            update vault.sealed_number n set sealed = k.sealed, key_version = k.key_version
                              from public.kept k where k.subject = n.subject;
                            truncate public.kept
                            """);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }));
            assertThat(rotating.count("audit.record where event = 'key-proof-failed'"))
                    .isEqualTo(1);
            assertThat(rotating.count("vault.sealed_number where key_version <> 2"))
                    .isZero();
            rotating.everythingIsThere();
        }
    }

    @Test
    void theDatabaseRefusesAWriterWithAStaleMemoryWhileTheKeyIsLeaving() throws SQLException {
        try (var rotating = new Rotating(3)) {
            var application = Approved.keyCeremony(rotating.machine, OURS);
            rotating.rotate(SEAL, application, when(Rotation.Phase.FINISHED, () -> {
                try (var writer = rotating.machine.scoped(new Scope.Association(Rotating.HERE))) {
                    assertThatThrownBy(
                                    () -> Sql.run(
                                            writer,
                                            "insert into vault.sealed_number values (777, 1, 28, 1, 1, 1, 1, 1, 1, now(), 'x', '\\x00')"))
                            .hasMessageContaining("about to be destroyed");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
    }

    @Test
    void theListOfRotationsIsTheOperatorsAndEachAssociationsKeeperSeesItsOwn() throws SQLException {
        try (var rotating = new Rotating(3)) {
            rotating.rotate(SEAL);
            assertThat(rotating.machine.part(Rotations.class).newest(rotating.machine.actor(Role.OPERATOR), 9))
                    .hasSize(1);
            for (var scope : new Scope[] {new Scope.Association(Rotating.HERE), new Scope.Federation()}) {
                try (var connection = rotating.machine.scoped(scope)) {
                    assertThatThrownBy(() -> Sql.number(connection, "select count(*) from vault.rotation"))
                            .hasMessageContaining("permission denied");
                }
            }
            try (var other = rotating.machine.scoped(new Scope.Keeper(TestMachine.SAITAMA))) {
                assertThat(Sql.number(other, "select count(*) from vault.rotation"))
                        .isZero();
                assertThat(Sql.number(other, "select count(*) from vault.sealed_number"))
                        .isZero();
                assertThatThrownBy(() -> Sql.run(other, "delete from vault.sealed_number"))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    private static RotationProgress when(Rotation.Phase wanted, Runnable action) {
        return new RotationProgress() {
            @Override
            public void at(Rotation rotation) {}

            @Override
            public void waiting(Rotation.Phase before) {
                if (before == wanted) {
                    action.run();
                }
            }
        };
    }
}
