package jp.bansho.numbers.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jp.bansho.audit.AuditVerifier;
import jp.bansho.audit.HeadKeys;
import jp.bansho.audit.KeyFile;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.store.Sql;
import jp.bansho.retention.CertificateVerdict;
import jp.bansho.retention.CertificateVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An ordered and approved run erases exactly its list, for good, and says so on a certificate (R2-R4).
class ErasureRunTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final int PEOPLE = 300;

    private TestMachine machine;
    private Registrar office;

    @BeforeEach
    void people() throws SQLException {
        machine = TestMachine.start();
        machine.register(HERE, 0, PEOPLE);
        office = new Registrar(machine);
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void theListIsGoneEverybodyElseIsServedAndTheCertificateIsGenuine() throws Exception {
        office.died(7);
        office.died(290);
        var gone = office.subject(7);
        var run = office.erased();

        assertThat(run.state()).isEqualTo(RunState.CERTIFIED);
        assertThat(run.people()).isEqualTo(2);
        assertThat(office.shown(gone)).isEqualTo(-1);
        for (var i = 0; i < PEOPLE; i += 13) {
            assertThat(office.shown(office.subject(i))).as("person " + i).isEqualTo(InventedFiles.number(HERE, i));
        }
        try (var administrator = machine.superuser()) {
            for (var table : new String[] {
                "linkage.subject where id",
                "vault.sealed_number where subject",
                "vault.number_index where subject",
                "retention.death where subject"
            }) {
                assertThat(Sql.number(administrator, "select count(*) from " + table + " = " + gone))
                        .as(table)
                        .isZero();
            }
            assertThat(Sql.number(
                            administrator, "select count(*) from vault.key_check where key_name = 'pad-seal/28/1'"))
                    .isZero();
        }
        var keys = KeyFile.read(machine.home().auditPublicKey());
        var file = machine.home().folder().resolve("certificates/erasure-" + run.number() + ".txt");
        assertThat(new CertificateVerifier(keys).verify(Files.readAllBytes(file)))
                .isInstanceOfSatisfying(CertificateVerdict.Genuine.class, genuine -> {
                    assertThat(genuine.certificate().people()).isEqualTo(2);
                    assertThat(genuine.certificate().orderedBy()).isEqualTo(office.clerk.account());
                    assertThat(genuine.certificate().approvedBy()).isEqualTo(office.senior.account());
                    assertThat(genuine.certificate().destroyedKeys()).containsExactly("pad-seal/28/1");
                });
        assertThat(Files.readString(machine.home().keyRing())).doesNotContain("pad-seal/28/1 ");
        theChainIsSound(keys);
        machine.register(HERE, PEOPLE, PEOPLE + 5);
        assertThat(office.shown(office.subject(PEOPLE + 3))).isEqualTo(InventedFiles.number(HERE, PEOPLE + 3));
    }

    private void theChainIsSound(HeadKeys keys) throws Exception {
        try (var administrator = machine.superuser()) {
            var verification = new AuditVerifier(machine.home().auditHeads(), keys).verify(administrator);
            assertThat(verification.sound())
                    .as(verification.findings().toString())
                    .isTrue();
        }
    }

    @Test
    void aRebuildOfTheIndexUnderWayEndsBeforeAnythingIsDeleted() throws Exception {
        office.died(7);
        var run = office.approved();
        try (var rebuild = machine.superuser();
                var watcher = machine.superuser();
                var threads = Executors.newSingleThreadExecutor()) {
            rebuild.setAutoCommit(false);
            Sql.rows(rebuild, "select pg_advisory_xact_lock_shared(771004, 28)::text");
            var started = threads.submit(() -> office.erasures().start(office.clerk, run.id()));
            try {
                var waiting =
                        "select pid from pg_locks where locktype = 'advisory' and classid = 771004 and not granted";
                var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
                while (Sql.rows(watcher, waiting).isEmpty()) {
                    assertThat(System.nanoTime()).isLessThan(deadline);
                    Thread.onSpinWait();
                }
                assertThat(Sql.number(watcher, """
                                select count(*) from pg_locks l
                                 where l.pid in (%s) and l.mode = 'RowExclusiveLock'
                                   and l.relation in ('vault.number_index'::regclass, 'vault.sealed_number'::regclass)
                                """.formatted(waiting))).isZero();
            } finally {
                rebuild.commit();
            }
            assertThat(started.get(60, TimeUnit.SECONDS).state()).isEqualTo(RunState.CERTIFIED);
        }
    }

    @Test
    void anIndexEntryThatStaysUndoesTheRun() throws SQLException {
        office.died(7);
        var gone = office.subject(7);
        var run = office.approved();
        try (var administrator = machine.superuser()) {
            Sql.run(administrator, """
                    create function vault.stays() returns trigger language plpgsql as 'begin return null; end'
                    """);
            Sql.run(
                    administrator,
                    "create trigger stays before delete on vault.number_index for each row execute function vault.stays()");
        }
        assertThatThrownBy(() -> office.erasures().start(office.clerk, run.id()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(office.shown(gone)).isEqualTo(InventedFiles.number(HERE, 7));
    }

    @Test
    @Timeout(120)
    void whoReadsTheIndexOfOthersIsNotInTheWayNorKeptWaiting() throws SQLException {
        office.died(7);
        var run = office.approved();
        try (var reader = machine.superuser()) {
            reader.setAutoCommit(false);
            Sql.number(reader, "select count(*) from vault.number_index");
            assertThat(office.erasures().start(office.clerk, run.id()).state()).isEqualTo(RunState.CERTIFIED);
            reader.rollback();
        }
    }

    @Test
    void theStatisticsOfTheDatabaseForgetTheUserNumbers() throws SQLException {
        office.died(0);
        var statistics =
                "select coalesce(histogram_bounds::text, '') from pg_stats where schemaname = 'linkage' and attname = 'user_number'";
        try (var administrator = machine.superuser()) {
            Sql.run(administrator, "analyze linkage.subject");
            var number = Sql.rows(
                            administrator, "select user_number from linkage.subject where id = " + office.subject(0))
                    .getFirst();
            assertThat(Sql.rows(administrator, statistics).toString()).contains(number);
            office.erased();
            assertThat(Sql.rows(administrator, statistics).toString()).doesNotContain(number);
        }
    }

    @Test
    void whoHasTwoUsesLosesOneAndKeepsTheNumberUntilTheLast() throws Exception {
        Path both = InventedFiles.dependants(machine.folder().resolve("dependants-28.csv"), HERE, 5, 6);
        machine.take(JobKind.DEPENDANTS, HERE, both);
        office.died(5);
        var subject = office.subject(5);
        var run = office.erased();

        assertThat(run.people()).isZero();
        assertThat(run.pensionUses()).isEqualTo(1);
        assertThat(run.numbers()).isZero();
        assertThat(office.shown(subject)).isEqualTo(InventedFiles.number(HERE, 5));
        try (var administrator = machine.superuser()) {
            assertThat(Sql.rows(
                            administrator, "select pension_use, tax_use from linkage.subject where id = " + subject))
                    .containsExactly("f|t");
        }
    }
}
