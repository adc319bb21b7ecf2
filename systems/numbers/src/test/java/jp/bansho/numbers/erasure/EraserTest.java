package jp.bansho.numbers.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import jp.bansho.access.approval.ApprovalKind;
import jp.bansho.access.approval.Decision;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.store.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who may delete, asked of PostgreSQL itself: no role that anybody can take on; the one function
/// that does, nothing but the approved list of a run (A7, R3).
class EraserTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final List<String> DELETIONS = List.of(
            "delete from vault.sealed_number",
            "delete from linkage.subject",
            "delete from vault.pad_block",
            "delete from retention.run",
            "delete from retention.run_item");

    private static TestMachine machine;
    private static Registrar office;

    @BeforeAll
    static void peopleOfBothAssociations() throws SQLException {
        machine = TestMachine.start();
        machine.register(HERE, 0, 5);
        machine.register(TestMachine.SAITAMA, 0, 5);
        office = new Registrar(machine);
        office.died(1);
        office.died(2);
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void noOtherRoleDeletesANumberAPersonOrAPad() throws SQLException {
        for (var scope : List.of(
                new Scope.Association(HERE),
                new Scope.Federation(),
                new Scope.Operator(),
                new Scope.Keeper(HERE),
                new Scope.Door(),
                new Scope.Desk(HERE))) {
            try (var connection = machine.scoped(scope)) {
                for (var sql : DELETIONS) {
                    Sql.refused(connection, Sql.NO_RIGHT, sql);
                }
            }
        }
        try (var login = machine.application()) {
            login.setAutoCommit(false);
            for (var sql : DELETIONS) {
                Sql.refused(login, Sql.NO_RIGHT, sql);
            }
        }
    }

    @Test
    void theEraserDeletesNothingByItself() throws SQLException {
        var run = office.approved();
        try (var eraser = machine.scoped(new Scope.Eraser(HERE, run.id()))) {
            for (var sql : List.of(
                    "delete from vault.sealed_number",
                    "delete from vault.number_index",
                    "delete from linkage.subject",
                    "update linkage.subject set pension_use = false",
                    "delete from retention.death",
                    "insert into retention.run_item values (1, 28, 1, 'tax', now(), now(), true)",
                    "update retention.run set digest = ''",
                    "select sealed from vault.sealed_number",
                    "select * from audit.record",
                    "set local role bansho_shredder")) {
                Sql.refused(eraser, Sql.NO_RIGHT, sql);
            }
        }
    }

    @Test
    void theDatabaseDeletesNothingThatNobodyApproved() throws SQLException {
        for (var run : List.of(office.prepared(), office.applied(), office.approved())) {
            refused(HERE, run.id(), "approved, and the approval not used up, is not enough either");
        }
        var refused = office.applied();
        machine.part(ApprovalDesk.class).decide(office.senior, Registrar.application(refused), Decision.REFUSE, "x");
        refused(HERE, refused.id(), "refused");
        refused(HERE, 99_999, "no such run");
        var dropped = office.applied();
        office.erasures().drop(office.clerk, dropped.id());
        refused(HERE, dropped.id(), "given up");
        var used = office.approved();
        usedUp(used);
        refused(TestMachine.SAITAMA, used.id(), "another association's run");
        try (var administrator = machine.superuser()) {
            var other = office.applied();
            Sql.run(administrator, "update retention.run set application = null where id = " + used.id());
            Sql.run(
                    administrator,
                    "update retention.run set application = %d where id = %d"
                            .formatted(Registrar.application(used), other.id()));
            refused(HERE, other.id(), "an approval of another list");
        }
    }

    @Test
    void theDatabaseDeletesTheApprovedListAndNothingElse() throws SQLException {
        var run = office.approved();
        usedUp(run);
        try (var eraser = machine.scoped(new Scope.Eraser(HERE, run.id()))) {
            assertThat(Sql.number(eraser, erase(run.id()))).isEqualTo(2);
            Sql.run(eraser, "set local role bansho_association");
            assertThat(Sql.number(eraser, "select count(*) from linkage.subject"))
                    .isEqualTo(3);
            assertThat(Sql.number(eraser, "select count(*) from vault.sealed_number"))
                    .isEqualTo(3);
            eraser.rollback();
        }
    }

    @Test
    void nothingIsAddedToAListThatSomebodyAppliedFor() throws SQLException {
        var run = office.applied();
        var another =
                "insert into retention.run_item select run, association, %d, use, fact, erase_from, whole from retention.run_item where run = %d limit 1";
        try (var association = machine.associationConnection(HERE)) {
            Sql.refused(association, Sql.NO_RIGHT, another.formatted(office.subject(3), run.id()));
            Sql.refused(
                    association,
                    "55000",
                    "update retention.run set state = 'prepared', application = null where id = " + run.id());
        }
        office.approve(run);
        usedUp(run);
        try (var administrator = machine.superuser()) {
            Sql.run(administrator, another.formatted(office.subject(3), run.id()));
        }
        try (var eraser = machine.scoped(new Scope.Eraser(HERE, run.id()))) {
            Sql.refused(eraser, "BE001", erase(run.id()));
        }
    }

    private static String erase(long run) {
        return "select count(*) from retention.erase(%d, (now() at time zone 'Asia/Tokyo')::date)".formatted(run);
    }

    private static void refused(int association, long run, String why) throws SQLException {
        try (var eraser = machine.scoped(new Scope.Eraser(association, run))) {
            Sql.refused(eraser, Sql.NO_RIGHT, erase(run));
        } catch (AssertionError open) {
            throw new AssertionError(why, open);
        }
    }

    /// As the transaction that erases does it, and committed.
    private static void usedUp(Run run) {
        var desk = machine.part(ApprovalDesk.class);
        machine.part(Transactions.class).recorded(new Scope.Desk(HERE), connection -> {
            var answer = desk.execute(
                    connection, office.clerk, Registrar.application(run), ApprovalKind.ERASURE, run.payload());
            return new Transactions.Recorded<>(answer, answer.entries());
        });
    }

    @Test
    void theAssociationCannotSayThatSomethingWasErasedNorChangeAList() throws SQLException {
        var run = office.prepared();
        try (var association = machine.associationConnection(HERE)) {
            Sql.refused(association, Sql.NO_RIGHT, "update retention.run set state = 'erased' where id = " + run.id());
            Sql.refused(association, Sql.NO_RIGHT, "update retention.run set digest = 'x' where id = " + run.id());
            Sql.refused(association, Sql.NO_RIGHT, "update retention.run_item set whole = true");
            Sql.refused(association, Sql.NO_RIGHT, "update retention.death set confirmed_on = '2000-01-01'");
            Sql.refused(association, Sql.NO_RIGHT, "delete from retention.hold");
        }
    }

    @Test
    void oneAssociationSeesNothingOfAnothersPeriods() throws SQLException {
        office.prepared();
        try (var elsewhere = machine.associationConnection(TestMachine.SAITAMA)) {
            for (var table : List.of("death", "run", "run_item")) {
                assertThat(Sql.number(elsewhere, "select count(*) from retention." + table))
                        .as(table)
                        .isZero();
            }
            for (var sql : List.of(
                    "insert into retention.death (association, subject, confirmed_on, erase_from, source, entered_by, entered_at)"
                            + " values (28, 1, '2015-11-01', '2025-11-02', 'x', 'x', now())",
                    "insert into retention.hold (association, subject, reason, from_day, entered_by, entered_at)"
                            + " values (28, 1, 'x', now(), 'x', now())",
                    "insert into retention.deadline (association, subject, deadline, erase_from, source, entered_by, entered_at)"
                            + " values (28, 1, '2016-01-01', '2024-01-11', 'x', 'x', now())",
                    "insert into retention.run_item values (1, 28, 1, 'tax', now(), now(), true)")) {
                Sql.refused(elsewhere, Sql.NO_RIGHT, sql);
            }
        }
    }

    @Test
    void theScopeIsTakenOnByTheErasureDeskAlone() throws IOException {
        var users = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (Files.readString(file).contains("Scope.Eraser(")) {
                    users.add(Path.of("src/main/java/jp/bansho/numbers")
                            .relativize(file)
                            .getName(0)
                            .toString());
                }
            }
        }
        assertThat(users).containsExactly("erasure");
    }

    /// A new table that names people is either purged with them or listed here with a reason.
    @Test
    void everyColumnThatNamesAPersonIsPurgedOrKeepsAHandleForAReason() throws SQLException {
        try (var administrator = machine.superuser()) {
            assertThat(Sql.rows(administrator, """
                    select c.table_schema || '.' || c.table_name || '.' || c.column_name
                      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                     where t.table_type = 'BASE TABLE'
                       and c.table_schema not in ('pg_catalog', 'information_schema', 'kept')
                       and (c.column_name in ('subject', 'other_subject', 'echo_key', 'user_number')
                            or c.table_schema = 'linkage' and c.table_name = 'subject' and c.column_name = 'id')
                     order by 1
                    """))
                    .containsExactly(
                            "audit.record.subject", // the record of use keeps handles
                            "cycle.answered.subject",
                            "cycle.left_over.subject",
                            "inspection.finding.subject", // what the log check found, about a handle
                            "inspection.honeytoken.subject", // planted people; nobody is erased by the mark
                            "intake.finding.echo_key",
                            "intake.observation.subject",
                            "intake.work_item.echo_key",
                            "intake.work_item.other_subject",
                            "intake.work_item.subject",
                            "linkage.subject.id",
                            "linkage.subject.user_number",
                            "retention.deadline.subject",
                            "retention.death.subject",
                            "retention.hold.subject",
                            "retention.run_item.subject", // the list of the run: a handle and a rule
                            "taxfile.lack.user_number", // deleted with the person
                            "taxfile.missing.user_number",
                            "vault.number_index.subject",
                            "vault.sealed_number.subject");
        }
    }
}
