package jp.bansho.numbers.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import jp.bansho.numbers.TestMachine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the roles of the database may not do, asked of PostgreSQL itself.
class RightsTest {

    private static TestMachine machine;

    @BeforeAll
    static void start() {
        machine = TestMachine.start();
        machine.register(TestMachine.HYOGO, 0, 2);
        machine.register(TestMachine.SAITAMA, 0, 1);
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void theApplicationsRolesOwnNothingAndHaveNoPowers() throws SQLException {
        try (var administrator = machine.superuser()) {
            assertThat(Sql.rows(administrator, """
                    select rolname from pg_roles
                     where rolname like 'bansho\\_%'
                       and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolinherit
                            or rolreplication and rolname <> 'bansho_backup')
                    """)).isEmpty();
            assertThat(Sql.rows(administrator, """
                    select rolname from pg_roles where rolname like 'bansho\\_%' and rolcanlogin order by 1
                    """)).containsExactly("bansho_app", "bansho_backup");
            assertThat(Sql.rows(administrator, """
                    select c.oid::regclass from pg_class c
                     where c.relowner::regrole::text like 'bansho\\_%' and c.relpersistence <> 't'
                     union all
                    select n.oid::text::regclass from pg_namespace n where n.nspowner::regrole::text like 'bansho\\_%'
                    """)).isEmpty();
            // an emergency session and what deletes run as their roles, which nobody else may take on
            assertThat(Sql.rows(administrator, """
                    select p.oid::regprocedure::text || ' ' || p.proowner::regrole from pg_proc p
                     where p.proowner::regrole::text like 'bansho\\_%' order by 1
                    """))
                    .containsExactly(
                            "operation.look(text) bansho_emergency",
                            "operation.repair(text) bansho_emergency",
                            "operation.require_console(boolean) bansho_emergency",
                            "retention.erase(bigint,date) bansho_shredder",
                            "retention.list_digest(bigint) bansho_shredder");
            assertThat(Sql.rows(administrator, """
                    select r.roleid::regrole from pg_auth_members r
                     where r.member::regrole::text like 'bansho\\_%' and (r.admin_option or r.inherit_option)
                    """)).isEmpty();
            assertThat(Sql.rows(administrator, """
                    select distinct n.nspname from pg_namespace n, aclexplode(n.nspacl) a
                     where n.nspname in ('linkage', 'vault', 'job', 'intake', 'taxfile', 'audit', 'retention')
                       and (a.grantee = 0 or a.privilege_type = 'CREATE' and a.grantee <> n.nspowner)
                    """))
                    .as("schemas open to everybody, or to new objects")
                    .isEmpty();
        }
    }

    @Test
    void theRecordCanBeAddedToAndNeverChanged() throws SQLException {
        try (var login = machine.application()) {
            login.setAutoCommit(false);
            assertThat(Sql.number(login, "select count(*) from audit.record")).isPositive();
            Sql.refused(login, Sql.NO_RIGHT, "update audit.record set actor = 'nobody'");
            Sql.refused(login, Sql.NO_RIGHT, "update audit.record set details = null, salt = null");
            Sql.refused(login, Sql.NO_RIGHT, "delete from audit.record");
            Sql.refused(login, Sql.NO_RIGHT, "truncate audit.record");
            Sql.refused(login, Sql.NO_RIGHT, "delete from audit.head");
            Sql.refused(login, Sql.NO_RIGHT, "insert into audit.head (only_row, seq) values (true, 0)");
            Sql.refused(login, Sql.NO_RIGHT, "alter table audit.record disable trigger all");
            for (var role : List.of("bansho_association", "bansho_federation", "bansho_operator")) {
                Sql.run(login, "set local role " + role);
                Sql.refused(login, Sql.NO_RIGHT, "select * from audit.record");
                Sql.refused(login, Sql.NO_RIGHT, "insert into audit.record (seq) values (1)");
                Sql.refused(login, Sql.NO_RIGHT, "update audit.head set seq = 0");
            }
        }
    }

    @Test
    void theFederationReadsAllAndWritesNobody() throws SQLException {
        try (var federation = machine.scoped(new Scope.Federation())) {
            assertThat(Sql.number(federation, "select count(*) from linkage.subject"))
                    .isEqualTo(3);
            for (var sql : List.of(
                    "update linkage.subject set tax_use = true",
                    "delete from linkage.subject",
                    "insert into linkage.subject (id, association, kind, pension_use, tax_use, user_number)"
                            + " values (1, 28, 1, true, true, '2800000099')",
                    "update vault.sealed_number set state = 2",
                    "delete from vault.sealed_number",
                    "insert into vault.pad_block values (1, 28, 1, '\\x00')",
                    "select * from vault.number_index",
                    "select * from vault.index_alive",
                    "select * from intake.finding",
                    "select * from intake.work_item",
                    "insert into vault.key_check values ('x', '\\x00')")) {
                Sql.refused(federation, Sql.NO_RIGHT, sql);
            }
            assertThat(Sql.rows(federation, "select id from job.job"))
                    .as("jobs of associations")
                    .isEmpty();
        }
    }

    @Test
    void theOperatorSeesJobsAndNobody() throws SQLException {
        try (var operator = machine.scoped(new Scope.Operator())) {
            assertThat(Sql.number(operator, "select count(*) from job.job")).isEqualTo(2);
            assertThat(Sql.number(operator, "select count(*) from job.batch")).isEqualTo(2);
            for (var table : List.of(
                    "linkage.subject",
                    "vault.sealed_number",
                    "vault.pad_block",
                    "vault.number_index",
                    "vault.index_alive",
                    "vault.key_check",
                    "intake.finding",
                    "intake.work_item",
                    "taxfile.missing",
                    "taxfile.violation",
                    "audit.record")) {
                Sql.refused(operator, Sql.NO_RIGHT, "select * from " + table);
            }
            Sql.refused(operator, Sql.NO_RIGHT, "update job.job set state = 'refused'");
            Sql.refused(operator, Sql.NO_RIGHT, "delete from job.batch");
        }
    }

    @Test
    void theLoginMayTakeOnItsScopesAndNoOtherRole() throws SQLException {
        try (var login = machine.application()) {
            login.setAutoCommit(false);
            var others = Sql.rows(login, """
                    select quote_ident(rolname) from pg_roles
                     where rolname not in ('bansho_app', 'bansho_association', 'bansho_federation', 'bansho_operator',
                                           'bansho_door', 'bansho_desk', 'bansho_keeper', 'bansho_eraser',
                                           'bansho_purger', 'bansho_media')
                    """);
            assertThat(others).isNotEmpty();
            for (var role : others) {
                Sql.refused(login, Sql.NO_RIGHT, "set local role " + role);
            }
        }
    }
}
