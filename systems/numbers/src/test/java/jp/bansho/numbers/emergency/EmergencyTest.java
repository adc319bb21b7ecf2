package jp.bansho.numbers.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.emergency.EmergencyConsole.Ran;
import jp.bansho.numbers.inspection.LogCheck;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.terminal.Office;
import jp.bansho.numbers.terminal.Office.Present;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The operator in the database (A7): approved by the federation, one at a time, on record before it happens, and held
/// by the database itself.
class EmergencyTest {

    private Office office;
    private Present operations;
    private Present federation;

    @BeforeEach
    void open() throws Exception {
        office = new Office();
        office.machine().register(TestMachine.HYOGO, 0, 3);
        operations = office.present(Organisation.OPERATOR, AccountRole.OPERATIONS_MANAGER, "operation");
        federation = office.present(Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax");
    }

    @AfterEach
    void close() {
        office.close();
    }

    private String apply(Present applicant, String payload) {
        return Approved.apply(applicant, payload);
    }

    private void approve(String id) {
        Approved.approve(federation, id);
    }

    private String openSession(Present who, String id) {
        return Approved.open(who, id);
    }

    private EmergencySession console(String code) {
        return office.machine()
                .part(EmergencyConsole.class)
                .open(office.machine().actor(Role.OPERATOR), code);
    }

    private EmergencySession session(String payload) {
        var id = apply(operations, payload);
        approve(id);
        return console(openSession(operations, id));
    }

    private Ran run(EmergencySession session, String statement) throws SQLException {
        return office.machine().part(EmergencyConsole.class).run(session, statement);
    }

    private List<String> records(String event) throws SQLException {
        try (var connection = office.machine().superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select details from audit.record where event = '" + event + "' order by seq")) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    @Test
    void nothingOpensWithoutTheFederationsApproval() throws Exception {
        var id = apply(operations, "select count(*) from job.job");
        assertThat(operations.guest().get("/emergency/open/" + id).page()).contains("承認された自分の緊急アクセスの申請ではありません");

        var other = office.present(Organisation.OPERATOR, AccountRole.OPERATIONS_MANAGER, "operation");
        operations.guest().get("/applications/" + id);
        assertThat(operations
                        .guest()
                        .post("/applications/" + id + "/decide", "decision", "approve", "note", "")
                        .status())
                .isEqualTo(409);
        other.guest().get("/");
        assertThat(other.guest()
                        .post("/applications/" + id + "/decide", "decision", "approve", "note", "")
                        .status())
                .isIn(403, 404, 409);

        approve(id);
        assertThat(other.guest().get("/emergency").page()).doesNotContain("/emergency/open/" + id);
        assertThat(other.guest().get("/emergency/open/" + id).page()).contains("承認された自分の緊急アクセスの申請ではありません");
        assertThat(records("emergency-opened")).isEmpty();
    }

    @Test
    void anApprovalIsUsedOnceInTimeAndOneSessionLastsAtATime() throws Exception {
        var first = apply(operations, "select count(*) from job.job");
        var second = apply(operations, "select count(*) from job.batch");
        var late = apply(operations, "select 1");
        approve(first);
        approve(second);
        approve(late);
        var code = openSession(operations, first);
        assertThat(operations.guest().get("/emergency/open/" + first).page()).contains("承認された自分の緊急アクセスの申請ではありません");

        operations.guest().get("/emergency/open/" + second);
        operations
                .guest()
                .post(
                        "/emergency/open/" + second,
                        "credential",
                        operations.authenticator().get(operations.guest().options()));
        assertThat(operations.guest().get("/emergency").page()).contains("実施中");
        assertThat(records("emergency-refused")).anyMatch(record -> record.contains("another-session"));

        var session = console(code);
        assertThatThrownBy(() -> console(code))
                .isInstanceOf(AccessRefused.class)
                .hasMessageContaining("used");
        assertThatThrownBy(() -> console("BCDFG-HJKLM-NPQRS-TVWXZ")).isInstanceOf(AccessRefused.class);

        office.clock().pass(Duration.ofMinutes(61));
        assertThat(run(session, "select 1")).isInstanceOf(Ran.Over.class);
        assertThat(records("emergency-ended")).singleElement().asString().contains("time");
        assertThatThrownBy(() -> console(code))
                .isInstanceOf(AccessRefused.class)
                .hasMessageContaining("over");

        office.clock().pass(Duration.ofHours(4));
        var again = operations.guest().login(operations.account(), operations.authenticator());
        assertThat(again.status()).isEqualTo(302);
        assertThat(operations.guest().get("/emergency/open/" + late).page()).contains("承認された自分の緊急アクセスの申請ではありません");
    }

    @Test
    void theDatabaseItselfRefusesToDeleteAndToShowWhatIsSealed() throws Exception {
        var session = session("ジョブの状態を直す\nwrite");
        for (var statement : List.of(
                "delete from job.job",
                "delete from vault.sealed_number",
                "truncate job.job",
                "drop table job.job",
                "select sealed from vault.sealed_number",
                "select sealed from vault.pad_block",
                "select tag from vault.number_index",
                "select check_value from vault.key_check",
                "select user_number from linkage.subject",
                "select * from access.account",
                "select * from audit.record",
                "update vault.sealed_number set state = 2",
                "update operation.emergency_session set ends_at = ends_at + interval '1 hour'",
                "select code_hash from operation.emergency_session",
                "set role bansho_keeper",
                "set session authorization bansho_app",
                "reset role")) {
            assertThat(run(session, statement))
                    .as(statement)
                    .isInstanceOfSatisfying(
                            Ran.Failed.class,
                            failed -> assertThat(failed.state())
                                    .as(failed.message())
                                    .isIn("42501", "42601", "22023"));
        }
        assertThat(run(session, "select id, state from job.job")).isInstanceOf(Ran.Done.class);
        assertThat(run(session, "update job.job set state = 'refused' where state = 'running'"))
                .isInstanceOf(Ran.Done.class);
        assertThat(run(session, "select current_user as me, count(*) from vault.sealed_number"))
                .isInstanceOfSatisfying(
                        Ran.Done.class,
                        done -> assertThat(done.lines())
                                .singleElement()
                                .asString()
                                .contains("bansho_emergency", "3"));
        assertThat(records("emergency-statement-begun"))
                .hasSize(20)
                .anyMatch(each -> each.contains("delete from job.job"));
        assertThat(records("emergency-statement-ended")).hasSize(20);
    }

    @Test
    void aSessionThatWasApprovedForLookingChangesNothing() throws Exception {
        var session = session("select count(*) from job.job");
        assertThat(run(session, "update job.job set state = 'refused'")).isInstanceOf(Ran.Failed.class);
        assertThat(records("emergency-statement-begun"))
                .singleElement()
                .asString()
                .contains("update job.job");
        // past the console's own checks, the database still says no
        try (var connection = office.machine().scoped(new Scope.Operator());
                var statement = connection.createStatement()) {
            assertThatThrownBy(
                            () -> statement.execute(
                                    "select operation.look($$select 1) answer; update job.job set state = 'refused'; select * from (select 1$$)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("UPDATE query does not return tuples");
        }
        try (var connection = office.machine().scoped(new Scope.Operator());
                var statement = connection.createStatement()) {
            assertThatThrownBy(() ->
                            statement.execute("select operation.repair($$update job.job set state = 'refused'$$)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("no emergency session");
        }
    }

    @Test
    void withoutAnOpenConsoleTheFunctionsServeNobody() throws Exception {
        for (var scope : List.of(
                new Scope.Operator(),
                new Scope.Federation(),
                new Scope.Association(TestMachine.HYOGO),
                new Scope.Door())) {
            try (var connection = office.machine().scoped(scope);
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute("select operation.look('select 1')"))
                        .isInstanceOf(SQLException.class)
                        .satisfies(refused -> assertThat(((SQLException) refused).getSQLState())
                                .isEqualTo("42501"));
            }
        }
        try (var connection = office.machine().application();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("set role bansho_emergency"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void noNumberGetsIntoAStatement() throws Exception {
        var session = session("select 1");
        for (var statement : List.of(
                "select 123456789018",
                "select '1234-5678-9018'",
                "select '1234 5678 ' || '9018' as n, '12345678901x8'",
                "select '１２３４５６７８９０１８'",
                "select E'\\x31'",
                "select 1; select 2")) {
            assertThat(run(session, statement)).as(statement).isInstanceOf(Ran.Refused.class);
        }
        assertThat(records("emergency-statement-begun")).isEmpty();
        assertThat(records("emergency-refused")).hasSize(6).noneMatch(record -> record.contains("9018"));
    }

    @Test
    void theFederationEndsASessionAndItsReviewersLookAtItAfterwards() throws Exception {
        var session = session("select 1");
        run(session, "select count(*) from job.job");
        assertThat(federation.guest().get("/").page()).contains("実施中の緊急アクセス");
        assertThat(federation.guest().get("/emergency").page()).contains("今すぐ終了する", operations.account());
        assertThat(federation.guest().post("/emergency/end").status()).isEqualTo(302);
        assertThat(run(session, "select 1")).isInstanceOf(Ran.Over.class);
        assertThat(records("emergency-ended")).singleElement().asString().contains("stopped");

        office.machine().part(LogCheck.class).runAll(office.machine().actor(Role.OPERATOR));
        try (var connection = office.machine().superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select organisation, account from inspection.finding where rule = 'emergency' order by 1")) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getInt(1) + " " + row.getString(2));
            }
            assertThat(found).containsExactly("0 " + operations.account(), "100 " + operations.account());
        }
    }

    @Test
    void whatRunsIsCancelledWhenTheSessionIsEnded() throws Exception {
        var session = session("select 1");
        try (var executor = Executors.newSingleThreadExecutor()) {
            var running = executor.submit(() -> run(session, "select pg_sleep(29)"));
            var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!sleeping()) {
                assertThat(System.nanoTime()).as("the statement runs").isLessThan(deadline);
            }
            federation.guest().get("/emergency");
            assertThat(federation.guest().post("/emergency/end").status()).isEqualTo(302);

            assertThat(running.get(20, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            Ran.Failed.class,
                            failed -> assertThat(failed.state()).isEqualTo("57014"));
        }
    }

    private boolean sleeping() throws SQLException {
        try (var connection = office.machine().superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select pg_sleep(0.1), exists (select from pg_stat_activity
                                 where datname = current_database() and state = 'active' and wait_event = 'PgSleep'
                                   and query like 'select operation.look%')
                        """)) {
            row.next();
            return row.getBoolean(2);
        }
    }
}
