package jp.bansho.numbers.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.approval.Decision;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.vault.Revealed;
import jp.bansho.numbers.vault.Vault;

/// Two people of an association who erase: one orders, the other approves.
public final class Registrar {

    static final int HERE = TestMachine.HYOGO;
    static final LocalDate LONG_AGO = LocalDate.of(2015, 11, 1);

    private final TestMachine machine;
    final Member clerk;
    final Member senior;

    public Registrar(TestMachine machine) throws SQLException {
        this(machine, HERE);
    }

    Registrar(TestMachine machine, int association) throws SQLException {
        this.machine = machine;
        clerk = hire(association, AccountRole.CLERK, 1);
        senior = hire(association, AccountRole.SENIOR_CLERK, 2);
    }

    private Member hire(int association, AccountRole role, int number) throws SQLException {
        var account = "e%d-%d".formatted(association, number);
        try (var administrator = machine.superuser()) {
            var person = Sql.number(administrator, """
                    with someone as (
                        insert into access.person (organisation, staff_number, name, name_key)
                        values (%d, 'E%d', '試験　消%d', '試験消%d') returning id)
                    insert into access.account (id, organisation, person, role, department, valid_from, valid_until, state, created_at)
                    select '%s', %d, id, '%s', 'pension', date '2020-04-01', date '2099-03-31', 'active', now() from someone
                    returning person
                    """.formatted(
                            association, number, number, number, account, association, role.word()));
            return new Member(account, person, "試験　消" + number, association, role, "pension");
        }
    }

    /// Confirms somebody's death long enough ago, as long as the number law allows a date at all.
    public void died(int person) throws SQLException {
        died(person, LONG_AGO);
    }

    void died(int person, LocalDate day) throws SQLException {
        assertThat(machine.part(Facts.class)
                        .recordDeath(Actors.of(clerk), clerk.organisation(), subject(person), day, "死亡届の写し"))
                .isEqualTo(FactAnswer.DONE);
    }

    long subject(int person) throws SQLException {
        return machine.subject(InventedFiles.userNumber(clerk.organisation(), person));
    }

    Run prepared() {
        return erasures().prepare(clerk, LocalDate.now(ZoneId.of("Asia/Tokyo")), "期日到来のため");
    }

    Run applied() {
        return erasures().apply(clerk, prepared().id(), "R8-1");
    }

    Run approved() {
        var run = applied();
        approve(run);
        return run;
    }

    void approve(Run run) {
        machine.part(ApprovalDesk.class).decide(senior, application(run), Decision.APPROVE, "確認した");
    }

    static long application(Run run) {
        var application = run.application();
        if (application == null) {
            throw new AssertionError("nobody applied for run " + run.id());
        }
        return application;
    }

    public Run erased() {
        return erasures().start(clerk, approved().id());
    }

    String refusal(Runnable act) {
        try {
            act.run();
            return "done";
        } catch (AccessRefused e) {
            return e.reason();
        }
    }

    Erasures erasures() {
        return machine.part(Erasures.class);
    }

    /// The number of a person as a clerk sees it; -1 if none is shown.
    long shown(long subject) {
        var revealed = machine.part(Vault.class)
                .reveal(
                        machine.clerk(clerk.organisation()),
                        Purpose.PENSION_PAYMENT,
                        clerk.organisation(),
                        subject,
                        "case");
        return revealed instanceof Revealed.Shown(var number, var _) ? number.inTheClear() : -1;
    }
}
