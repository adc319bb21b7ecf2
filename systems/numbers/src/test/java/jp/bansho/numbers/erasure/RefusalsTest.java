package jp.bansho.numbers.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.approval.Decision;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobRefused;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nothing is erased without somebody else's approval of exactly that list, and nobody on hold (R2, A6).
class RefusalsTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final int PEOPLE = 40;

    private static TestMachine machine;
    private static Registrar office;
    private static int next;

    private int person;

    @BeforeAll
    static void start() throws SQLException {
        machine = TestMachine.start();
        machine.register(HERE, 0, PEOPLE);
        machine.register(TestMachine.SAITAMA, 0, 2);
        office = new Registrar(machine);
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @BeforeEach
    void somebodyIsDue() throws SQLException {
        person = next++;
        office.died(person);
    }

    @AfterEach
    void theNumberIsStillThere() throws SQLException {
        var subject = office.subject(person);
        assertThat(office.shown(subject)).isEqualTo(InventedFiles.number(HERE, person));
        try (var administrator = machine.superuser()) {
            Sql.run(
                    administrator,
                    "update retention.death set withdrawn_by = 'x', withdrawn_at = now(), withdrawn_because = 'x'"
                            + " where withdrawn_at is null");
            assertThat(Sql.number(
                            administrator, "select count(*) from vault.key_check where key_name like 'pad-seal/28/%'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void withoutAnApprovalNothingHappens() {
        var run = office.applied();
        assertThat(office.refusal(() -> office.erasures().start(office.clerk, run.id())))
                .isEqualTo("not-decided");
        assertThat(office.erasures().one(office.clerk, run.id()).orElseThrow().state())
                .isEqualTo(RunState.APPLIED);
    }

    @Test
    void aListThatNobodyAppliedForIsNotStarted() {
        var run = office.prepared();
        assertThat(office.refusal(() -> office.erasures().start(office.clerk, run.id())))
                .isEqualTo("not-applied");
    }

    @Test
    void nobodyApprovesTheirOwnList() {
        var run = office.erasures().prepare(office.senior, today(), "期日到来");
        var applied = office.erasures().apply(office.senior, run.id(), "R8-2");
        assertThat(office.refusal(() -> machine.part(ApprovalDesk.class)
                        .decide(office.senior, Registrar.application(applied), Decision.APPROVE, "")))
                .isEqualTo("own-application");
        assertThat(office.refusal(() -> office.erasures().start(office.senior, run.id())))
                .isEqualTo("not-decided");
    }

    @Test
    void aHoldThatCameMeanwhileStopsTheWholeList() throws SQLException {
        var run = office.approved();
        assertThat(machine.part(Facts.class)
                        .placeHold(Actors.of(office.clerk), HERE, office.subject(person), today(), null, "訴訟のため"))
                .isEqualTo(FactAnswer.DONE);
        assertThat(office.refusal(() -> office.erasures().start(office.clerk, run.id())))
                .isEqualTo("list-changed");
        assertThat(office.refusal(() -> office.prepared()))
                .as("on hold, so not on any list")
                .isEqualTo("nothing-due");
    }

    @Test
    void aCorrectedDateStopsTheWholeList() throws SQLException {
        var run = office.approved();
        office.died(person, today().minusDays(3));
        assertThat(office.refusal(() -> office.erasures().start(office.clerk, run.id())))
                .isEqualTo("list-changed");
    }

    @Test
    void anApprovalIsForItsOwnListOnly() throws SQLException {
        var approved = office.approved();
        var other = office.applied();
        try (var administrator = machine.superuser()) {
            Sql.run(administrator, "update retention.run set application = null where id = " + approved.id());
            Sql.run(
                    administrator,
                    "update retention.run set application = %d where id = %d"
                            .formatted(Registrar.application(approved), other.id()));
        }
        assertThat(office.refusal(() -> office.erasures().start(office.clerk, other.id())))
                .isEqualTo("other-payload");
    }

    @Test
    void aListThatWasAlteredInTheDatabaseIsRefused() throws SQLException {
        var run = office.approved();
        try (var administrator = machine.superuser()) {
            Sql.run(
                    administrator,
                    "insert into retention.run_item select run, association, %d, use, fact, erase_from, whole from retention.run_item where run = %d"
                            .formatted(office.subject(person + 1), run.id()));
        }
        assertThat(office.refusal(() -> office.erasures().start(office.clerk, run.id())))
                .isEqualTo("list-changed");
    }

    @Test
    void onlyWhoOrderedItStartsIt() {
        var run = office.approved();
        assertThat(office.refusal(() -> office.erasures().start(office.senior, run.id())))
                .isEqualTo("not-yours");
    }

    @Test
    void anotherAssociationSeesNoRun() throws SQLException {
        var run = office.approved();
        var elsewhere = new Registrar(machine, TestMachine.SAITAMA);
        assertThat(elsewhere.refusal(() -> elsewhere.erasures().start(elsewhere.clerk, run.id())))
                .isEqualTo("no-such-run");
        assertThat(elsewhere.refusal(() -> elsewhere.erasures().apply(elsewhere.clerk, run.id(), "x")))
                .isEqualTo("no-such-run");
        assertThat(elsewhere.refusal(elsewhere::prepared)).isEqualTo("nothing-due");
    }

    @Test
    void nobodyElseOrdersAndTheOperatorOrdersNothing() {
        for (var role : List.of(
                AccountRole.AUDITOR, AccountRole.USER_MANAGER, AccountRole.OPERATOR, AccountRole.OPERATIONS_MANAGER)) {
            var member = new Member("x", 1, "x", HERE, role, "pension");
            assertThat(office.refusal(() -> office.erasures().prepare(member, today(), "x")))
                    .as(role.word())
                    .isEqualTo("no-right");
        }
        assertThatThrownBy(() -> office.erasures().resume(machine.actor(Role.FEDERATION)))
                .isInstanceOf(StaffRefused.class);
        assertThatThrownBy(() -> office.erasures().resume(machine.clerk(HERE))).isInstanceOf(StaffRefused.class);
    }

    @Test
    void aDayAheadIsRefused() {
        assertThatThrownBy(() -> office.erasures().prepare(office.clerk, today().plusDays(1), "x"))
                .isInstanceOfSatisfying(
                        AccessRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("day-ahead"));
    }

    @Test
    void aHoldIsNotAcceptedWhileARunOrAJobIsAtWork() throws SQLException {
        try (var connection = machine.part(Transactions.class).connection();
                var _ = machine.part(Jobs.class).lock(connection, HERE)) {
            assertThat(machine.part(Facts.class)
                            .placeHold(Actors.of(office.clerk), HERE, office.subject(person), today(), null, "訴訟のため"))
                    .isEqualTo(FactAnswer.BUSY);
        }
    }

    @Test
    void aJobOfTheAssociationKeepsTheRunAway() throws SQLException {
        var run = office.approved();
        try (var connection = machine.part(Transactions.class).connection();
                var _ = machine.part(Jobs.class).lock(connection, HERE)) {
            assertThatThrownBy(() -> office.erasures().start(office.clerk, run.id()))
                    .isInstanceOf(JobRefused.class);
        }
    }

    @Test
    void whoIsInWorkThatWaitsIsOnNoList() throws SQLException {
        try (var administrator = machine.superuser()) {
            Sql.run(administrator, """
                    insert into intake.work_item (association, job, line, reason, subject, opened_at)
                    values (28, 0, 0, 'SECOND_NUMBER', %d, now())
                    """.formatted(office.subject(person)));
            assertThat(office.refusal(() -> office.prepared())).isEqualTo("nothing-due");
            Sql.run(administrator, "delete from intake.work_item");
        }
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Tokyo"));
    }
}
