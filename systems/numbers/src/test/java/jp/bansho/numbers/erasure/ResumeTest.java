package jp.bansho.numbers.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.bansho.audit.HeadSigner;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.operation.Health;
import jp.bansho.numbers.operation.Watchman;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.retention.Certificate;
import jp.bansho.retention.SignedCertificate;
import jp.bansho.seal.KeyRing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A run that stops anywhere either did not happen, or is completed by the next start; there is no certificate before
/// its keys are destroyed (R3).
class ResumeTest {

    private static final int HERE = TestMachine.HYOGO;

    private TestMachine machine;
    private Registrar office;

    @BeforeEach
    void somebodyIsDue() throws SQLException {
        machine = TestMachine.start();
        machine.register(HERE, 0, 20);
        office = new Registrar(machine);
        office.died(4);
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void killedBeforeTheCommitItIsStartedAgain() throws Exception {
        var run = office.approved();
        machine.part(Vault.class).nextPadKey(HERE);
        machine.kill();
        machine.again();

        assertThat(office.erasures().stopped()).isEmpty();
        assertThat(office.shown(office.subject(4))).isEqualTo(InventedFiles.number(HERE, 4));
        assertThat(office.erasures().start(office.clerk, run.id()).state()).isEqualTo(RunState.CERTIFIED);
    }

    @Test
    void killedAfterTheCommitItIsCompleted() throws Exception {
        var run = committed();
        machine.kill();
        machine.again();
        assertThat(certificate(run)).doesNotExist();
        assertThat(office.refusal(() -> office.erasures().start(office.clerk, run.id())))
                .isEqualTo("not-applied");

        completed(run);
    }

    @Test
    void killedAfterTheCopyOfThePadsItIsCompleted() throws Exception {
        var run = committed();
        PadCopy.read(copy(run));
        machine.kill();
        machine.again();

        completed(run);
    }

    @Test
    void killedAfterTheDestructionItIsCompleted() throws Exception {
        var run = committed();
        copy(run);
        machine.part(Vault.class).destroyLeaving(machine.actor(Role.OPERATOR), HERE);
        machine.kill();
        machine.again();
        assertThat(certificate(run)).doesNotExist();

        completed(run);
    }

    @Test
    void aCertificateThatWasWrittenAndNotRecordedStaysAsItIs() throws Exception {
        var run = office.erased();
        var written = Files.readString(certificate(run));
        try (var administrator = machine.superuser()) {
            Sql.run(
                    administrator,
                    "update retention.run set state = 'destroyed', certificate = null, finished_at = null");
        }
        machine.kill();
        machine.again();

        assertThat(office.erasures().resume(machine.actor(Role.OPERATOR))).hasSize(1);
        assertThat(Files.readString(certificate(run))).isEqualTo(written);
    }

    @Test
    void aCertificateOfAnotherRunWithTheSameNumberIsPutAsideAndKept() throws Exception {
        var run = committed();
        var folder = machine.home().folder().resolve("certificates");
        var other = other(run);
        Files.createDirectories(folder);
        Files.writeString(certificate(run), other);

        completed(run);
        assertThat(Files.readString(certificate(run))).contains(run.digest());
        assertThat(Files.readString(folder.resolve("erasure-" + run.number() + ".txt.earlier-1")))
                .isEqualTo(other);
    }

    private String other(Run run) {
        var certificate = new Certificate(
                run.number(),
                HERE,
                run.day(),
                Instant.EPOCH,
                1,
                "a",
                "b",
                "0".repeat(64),
                List.of(),
                0,
                List.of("pad-seal/28/1"),
                "before",
                "after",
                1,
                "0".repeat(64),
                List.of());
        return SignedCertificate.sign(certificate, machine.part(HeadSigner.class))
                .text();
    }

    @Test
    void whatCannotBeCompletedYetEndsNoServerAndIsSeen() throws Exception {
        var run = committed();
        var pads = machine.home().folder().resolve("pads");
        Files.writeString(pads, "no folder");
        resumed();
        assertThat(office.erasures().stopped()).extracting(Run::id).containsExactly(run.id());
        try (var administrator = machine.superuser()) {
            Sql.run(administrator, "update retention.run set erased_at = now() - interval '1 hour'");
        }
        assertThat(erasure()).isEqualTo(Health.State.ALARM);

        Files.delete(pads);
        resumed();
        assertThat(office.erasures().stopped()).isEmpty();
        assertThat(certificate(run)).exists();
        assertThat(erasure()).isEqualTo(Health.State.OK);
    }

    private Health.State erasure() {
        return machine.part(Watchman.class).health().stream()
                .filter(part -> part.name().equals("erasure"))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private void resumed() {
        var running = machine.part(RunningErasures.class);
        running.resume(machine.actor(Role.OPERATOR));
        var deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (running.resuming()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void whatWasStartedTwiceIsDoneOnce() {
        var run = office.erased();
        assertThat(office.refusal(() -> office.erasures().start(office.clerk, run.id())))
                .isEqualTo("not-applied");
        assertThat(office.erasures().resume(machine.actor(Role.OPERATOR))).isEmpty();
    }

    private void completed(Run run) throws Exception {
        assertThat(office.erasures().resume(machine.actor(Role.OPERATOR)))
                .extracting(Run::id, Run::state)
                .containsExactly(tuple(run.id(), RunState.CERTIFIED));
        assertThat(certificate(run)).exists();
        assertThat(Files.readString(machine.home().keyRing())).doesNotContain("pad-seal/28/1 ");
        assertThat(PadCopy.read(PadCopy.file(machine.home().folder().resolve("pads"), HERE, 2))
                        .blocks())
                .isNotEmpty();
        assertThat(office.shown(office.subject(5))).isEqualTo(InventedFiles.number(HERE, 5));
        try (var administrator = machine.superuser()) {
            assertThat(Sql.rows(administrator, "select count(*) from audit.record where event = 'numbers-erased'"))
                    .containsExactly("1");
        }
    }

    /// The erasing transaction alone, as if the process ended with its commit.
    private Run committed() throws SQLException {
        var run = office.approved();
        var vault = machine.part(Vault.class);
        var erasing =
                new Erasing(vault, machine.part(KeyRing.class), machine.part(ApprovalDesk.class), Clock.systemUTC());
        var transactions = machine.part(Transactions.class);
        var next = vault.nextPadKey(HERE);
        try (var connection = transactions.connection()) {
            return transactions
                    .bulk(connection, new Scope.Eraser(HERE, run.id()), c -> erasing.erase(c, office.clerk, run, next))
                    .value();
        }
    }

    private Path copy(Run run) throws Exception {
        var folder = machine.home().folder().resolve("pads");
        machine.part(Transactions.class)
                .read(new Scope.Eraser(HERE, run.id()), c -> PadCopy.of(c, HERE, 2))
                .write(folder);
        return PadCopy.file(folder, HERE, 2);
    }

    private Path certificate(Run run) {
        return machine.home().folder().resolve("certificates/erasure-" + run.number() + ".txt");
    }
}
