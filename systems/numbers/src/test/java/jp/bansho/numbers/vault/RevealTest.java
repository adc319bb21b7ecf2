package jp.bansho.numbers.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.bansho.audit.AuditBroken;
import jp.bansho.machine.NotInstalled;
import jp.bansho.machine.StoreBroken;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// No record, no number (L1).
class RevealTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final int CALLERS = 16;

    private TestMachine machine;
    private Connection administrator;

    @BeforeEach
    void start() throws SQLException {
        machine = TestMachine.start();
        machine.register(HERE, 0, CALLERS);
        administrator = machine.superuser();
    }

    @AfterEach
    void stop() throws SQLException {
        administrator.close();
        machine.close();
    }

    @Test
    void aRevealIsOnRecordWithWhoWhoseWhyAndForWhichCase() throws SQLException {
        assertThat(reveal(machine.clerk(HERE), 3, "R8-0042")).isInstanceOf(Revealed.Shown.class);

        assertThat(Sql.rows(administrator, """
                select actor, role, association, purpose, subject, details from audit.record where event = 'number-revealed'
                """))
                .containsExactly("a.kumiai28|association|28|P-03:pension-payment|" + subject(3)
                        + "|{\"caseReference\":\"R8-0042\",\"evidence\":\"\"}");
    }

    @Test
    void othersAreRefusedAndGetNoNumber() throws SQLException {
        for (var other : List.of(machine.clerk(TestMachine.SAITAMA), machine.actor(Role.OPERATOR))) {
            assertThatThrownBy(() -> reveal(other, 0, "x")).isInstanceOf(StaffRefused.class);
        }
        // in its own scope the other association finds nobody under that handle, and that is on record
        var subject = subject(0);
        var clerk = machine.clerk(TestMachine.SAITAMA);
        assertThat(machine.part(Vault.class).reveal(clerk, Purpose.PENSION_PAYMENT, TestMachine.SAITAMA, subject, "x"))
                .isInstanceOf(Revealed.Nothing.class);
        assertThat(Sql.rows(administrator, "select event, association from audit.record where event like 'reveal%'"))
                .containsExactly("reveal-refused|11");
        assertThat(revealed()).isZero();
    }

    @Test
    void withoutTheRightToRecordNoNumberComesOut() throws SQLException {
        Sql.run(administrator, "revoke insert on audit.record from bansho_app");

        assertThatThrownBy(() -> reveal(machine.clerk(HERE), 0, "x")).isInstanceOf(StoreBroken.class);
        assertThat(revealed()).isZero();
    }

    @Test
    void withoutAHeadNoNumberComesOut() throws SQLException {
        Sql.run(administrator, "delete from audit.head");

        assertThatThrownBy(() -> reveal(machine.clerk(HERE), 0, "x")).isInstanceOf(AuditBroken.class);
    }

    @Test
    void withAForgedHeadNoNumberComesOut() throws SQLException {
        Sql.run(administrator, "update audit.head set hash = sha256('forged'), seq = seq - 1");

        assertThatThrownBy(() -> reveal(machine.clerk(HERE), 0, "x")).isInstanceOf(AuditBroken.class);
    }

    @Test
    void withAnEmptiedRecordTheMachineDoesNotStart() throws SQLException {
        machine.stop();
        Sql.run(administrator, "truncate audit.record");
        Sql.run(administrator, """
                update audit.head set seq = 0, hash = null, at = null, key_id = null, signature = null
                """);

        assertThatThrownBy(machine::again)
                .rootCause()
                .isInstanceOf(NotInstalled.class)
                .hasMessageContaining("tampered");
    }

    @Test
    void whenTheRecordFailsInTheLastMomentNoNumberComesOut() throws SQLException {
        Sql.run(administrator, """
                create function public.full_disk() returns trigger language plpgsql as
                $$ begin raise exception using errcode = '53100'; end $$;
                create constraint trigger full_disk after insert on audit.record deferrable initially deferred
                for each row execute function public.full_disk()
                """);

        assertThatThrownBy(() -> reveal(machine.clerk(HERE), 0, "x"))
                .isInstanceOfSatisfying(
                        StoreBroken.class, broken -> assertThat(broken.state()).isEqualTo("53100"));
        assertThat(revealed()).isZero();
    }

    @Test
    void aNumberTypedAsTheCaseIsNotRecordedAndNothingIsShown() throws SQLException {
        assertThatThrownBy(() -> reveal(machine.clerk(HERE), 0, "case of " + InventedFiles.digits(HERE, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(InventedFiles.digits(HERE, 0));
        assertThat(revealed()).isZero();
    }

    @Test
    void sixteenAtOnceAreEachShownTheirOwnAndEachOnRecordOnce() throws Exception {
        var cases = IntStream.range(0, CALLERS * 5).boxed().toList();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            var clerk = machine.clerk(HERE);
            var replies = callers.invokeAll(cases.stream()
                    .<Callable<Revealed>>map(i -> () -> reveal(clerk, i % CALLERS, "case-" + i))
                    .toList());
            for (var i : cases) {
                assertThat(replies.get(i).get())
                        .isInstanceOfSatisfying(
                                Revealed.Shown.class,
                                shown -> assertThat(shown.number().inTheClear())
                                        .isEqualTo(InventedFiles.number(HERE, i % CALLERS)));
            }
        }

        var recorded = Sql.rows(administrator, """
                select details::json ->> 'caseReference', subject from audit.record where event = 'number-revealed'
                """);
        assertThat(recorded)
                .containsExactlyInAnyOrderElementsOf(cases.stream()
                        .map(i -> "case-" + i + "|" + subject(i % CALLERS))
                        .toList());
        var all = String.join("\n", Sql.rows(administrator, "select r::text from audit.record r"));
        for (var i = 0; i < CALLERS; i++) {
            assertThat(all).doesNotContain(InventedFiles.digits(HERE, i));
        }
    }

    private Revealed reveal(Actor actor, int person, String caseReference) {
        return machine.part(Vault.class).reveal(actor, Purpose.PENSION_PAYMENT, HERE, subject(person), caseReference);
    }

    private long subject(int person) {
        try {
            return machine.subject(InventedFiles.userNumber(HERE, person));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long revealed() throws SQLException {
        return Sql.number(administrator, "select count(*) from audit.record where event = 'number-revealed'");
    }
}
