package jp.bansho.numbers.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One association, with the application's own login and any SQL it likes, gets at nothing of another one (N12).
class RowSecurityTest {

    private static final List<String> GUARDED = List.of(
            "intake.finding",
            "intake.work_item",
            "job.batch",
            "job.job",
            "linkage.subject",
            "vault.index_alive",
            "vault.number_index",
            "vault.pad_block",
            "vault.sealed_number");

    /// Guarded for organisations; `AccessRowSecurityTest` tries them.
    private static final List<String> GUARDED_ACCESS = List.of(
            "access.account",
            "access.application",
            "access.ledger",
            "access.passkey",
            "access.person",
            "access.preparation",
            "access.review",
            "access.review_line",
            "access.session",
            "access.temporary_password");

    /// Tried by the tests of their desks: `InspectionTest`, `UploadScreensTest`, `EraserTest`,
    /// `IncidentSecurityTest`, `RotationRefusalsTest`, `CycleRowSecurityTest`; those of the ledger
    /// of media by `LedgerSqlTest`.
    private static final List<String> GUARDED_ELSEWHERE = List.of(
            "cycle.answered",
            "cycle.comparison",
            "cycle.cycle",
            "cycle.file",
            "cycle.left_over",
            "cycle.rule",
            "incident.cause",
            "incident.draft",
            "incident.entry",
            "incident.incident",
            "inspection.finding",
            "inspection.honeytoken",
            "inspection.run",
            "intake.observation",
            "intake.upload",
            "media.certificate",
            "media.content",
            "media.medium",
            "media.parcel",
            "media.step",
            "media.stock_line",
            "media.stocktaking",
            "purge.period",
            "purge.run",
            "retention.deadline",
            "retention.death",
            "retention.hold",
            "retention.run",
            "retention.run_item",
            "vault.rotation",
            "taxfile.lack",
            "taxfile.preview_person");

    private static final Map<String, String> ROWS_OF_28 = Map.of(
            "intake.finding", "(777, 1, 28, 5, 'X', 0, null)",
            "job.batch", "((select min(id) from job.job), 999, 1, 1, 1, '\\x01', now())",
            "linkage.subject", "(777, 28, 1, true, false, 1, '2877777777')",
            "vault.index_alive", "(28, 9)",
            "vault.number_index", "('00000000-0000-0000-0000-000000000001', 777, 1, 28, 1, 1)",
            "vault.pad_block", "(777, 28, 1, '\\x00')",
            "vault.sealed_number", "(777, 1, 28, 1, 1, 1, 1, 1, 1, now(), 'x', '\\x00')");

    private static TestMachine machine;

    @BeforeAll
    static void bothAssociationsHavePeopleAndFindings() {
        machine = TestMachine.start();
        machine.register(TestMachine.HYOGO, 0, 5);
        machine.register(TestMachine.SAITAMA, 0, 3);
        for (var code : new int[] {TestMachine.HYOGO, TestMachine.SAITAMA}) {
            var row = InventedFiles.noHit(1, InventedFiles.userNumber(code, 90));
            machine.take(
                    JobKind.RESULTS,
                    code,
                    InventedFiles.write(machine.folder().resolve("no-hit-" + code + ".csv"), row));
        }
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void everyTableWithAnAssociationIsGuardedEvenAgainstItsOwner() throws SQLException {
        try (var administrator = machine.superuser()) {
            var open = Sql.rows(administrator, """
                    select c.oid::regclass
                      from pg_class c
                      join pg_attribute a on a.attrelid = c.oid and a.attname = 'association' and not a.attisdropped
                      join pg_namespace n on n.oid = c.relnamespace
                     where c.relkind in ('r', 'p') and n.nspname <> 'audit' and n.nspname not like 'pg\\_%'
                       and not (c.relrowsecurity and c.relforcerowsecurity)
                    """);
            assertThat(open).as("tables without forced row security").isEmpty();
            var guarded = Sql.rows(administrator, """
                    select c.oid::regclass::text from pg_class c
                     where c.relrowsecurity and c.relforcerowsecurity order by 1
                    """);
            assertThat(guarded)
                    .containsExactlyInAnyOrderElementsOf(Stream.of(GUARDED, GUARDED_ACCESS, GUARDED_ELSEWHERE)
                            .flatMap(List::stream)
                            .toList());
            var loose = Sql.rows(administrator, """
                    select schemaname, tablename, policyname from pg_policies
                     where 'bansho_association' = any(roles) and policyname <> 'through_its_job'
                       and (qual not like '%current_association()%' or with_check not like '%current_association()%')
                    """);
            assertThat(loose).as("rules that do not ask for the association").isEmpty();
        }
    }

    @Test
    void anAssociationSeesItsOwnRowsAndNoOthers() throws SQLException {
        try (var eleven = machine.associationConnection(TestMachine.SAITAMA);
                var administrator = machine.superuser()) {
            for (var table : GUARDED) {
                var own = Sql.number(eleven, "select count(*) from " + table);
                assertThat(own).as("own rows of " + table).isPositive();
                assertThat(own)
                        .as("of all rows of " + table)
                        .isLessThan(Sql.number(administrator, "select count(*) from " + table));
                if (!table.equals("job.batch")) {
                    assertThat(Sql.rows(eleven, "select distinct association from " + table))
                            .as(table)
                            .containsExactly("11");
                }
            }
        }
    }

    @Test
    void anAssociationCannotPlantRowsWithAnother() throws SQLException {
        try (var eleven = machine.associationConnection(TestMachine.SAITAMA);
                var administrator = machine.superuser()) {
            for (var row : ROWS_OF_28.entrySet()) {
                var columns = row.getKey().equals("linkage.subject")
                        ? " (id, association, kind, pension_use, tax_use, state, user_number)"
                        : "";
                var values = row.getValue()
                        .replace(
                                "(select min(id) from job.job)",
                                Sql.rows(administrator, "select id from job.job where association = 28 limit 1")
                                        .getFirst());
                Sql.refused(eleven, Sql.NO_RIGHT, "insert into " + row.getKey() + columns + " values " + values);
            }
            Sql.refused(eleven, Sql.NO_RIGHT, """
                    insert into intake.work_item (association, job, line, reason, opened_at) values (28, 1, 1, 'x', now())
                    """);
            Sql.refused(eleven, Sql.NO_RIGHT, """
                    insert into job.job (association, kind, purpose, actor, role, source_path, layout, bytes, fingerprint,
                                         state, started_at)
                    values (28, 'x', 'x', 'x', 'x', 'x', 'x', 1, '\\x00', 'running', now())
                    """);
        }
    }

    @Test
    void anAssociationCannotChangeOrRemoveRowsOfAnotherNorGiveItsOwnAway() throws SQLException {
        try (var eleven = machine.associationConnection(TestMachine.SAITAMA)) {
            for (var sql : List.of(
                    "update linkage.subject set own_number = 'K0000000' where association = 28",
                    "update vault.sealed_number set state = 4 where association = 28",
                    "update vault.number_index set state = 4 where association = 28",
                    "update intake.work_item set state = 'decided' where association = 28",
                    "update job.job set state = 'refused' where association = 28",
                    "delete from vault.number_index where association = 28",
                    "delete from vault.index_alive where association = 28")) {
                assertThat(Sql.run(eleven, sql)).as(sql).isZero();
            }
            Sql.refused(eleven, Sql.NO_RIGHT, "update linkage.subject set association = 28");
            Sql.refused(eleven, Sql.NO_RIGHT, "update job.job set association = 28");
            Sql.refused(eleven, Sql.NO_RIGHT, "update vault.sealed_number set association = 28");
            Sql.refused(eleven, Sql.NO_RIGHT, "update vault.sealed_number set sealed = '\\x00'");
            Sql.refused(eleven, Sql.NO_RIGHT, "update vault.pad_block set sealed = '\\x00'");
            Sql.refused(eleven, Sql.NO_RIGHT, "delete from vault.sealed_number");
            Sql.refused(eleven, Sql.NO_RIGHT, "delete from vault.pad_block");
            Sql.refused(eleven, Sql.NO_RIGHT, "delete from linkage.subject");
            Sql.refused(eleven, Sql.NO_RIGHT, "truncate linkage.subject");
            Sql.refused(eleven, "0A000", "copy linkage.subject from stdin");
            Sql.refused(eleven, Sql.NO_RIGHT, "insert into vault.key_check values ('x', '\\x00')");
        }
    }

    @Test
    void rowSecurityCannotBeSwitchedOffOrSteppedAround() throws SQLException {
        try (var eleven = machine.associationConnection(TestMachine.SAITAMA)) {
            Sql.refused(eleven, Sql.NO_RIGHT, "set local row_security = off; select * from linkage.subject");
            Sql.refused(eleven, Sql.NO_RIGHT, "set session authorization postgres");
            Sql.refused(eleven, Sql.NO_RIGHT, "alter table linkage.subject disable row level security");
            Sql.refused(eleven, Sql.NO_RIGHT, "alter table linkage.subject no force row level security");
            Sql.refused(eleven, Sql.NO_RIGHT, "drop policy own_association on linkage.subject");
            Sql.refused(eleven, Sql.NO_RIGHT, "create policy mine on linkage.subject using (true)");
            Sql.refused(eleven, Sql.NO_RIGHT, "alter role bansho_association bypassrls");
            Sql.refused(eleven, Sql.NO_RIGHT, """
                    create or replace function linkage.current_association() returns smallint
                    language sql return 28::smallint
                    """);
            Sql.refused(eleven, Sql.NO_RIGHT, "create table public.loot (x int)");
            Sql.refused(eleven, Sql.NO_RIGHT, "copy (select 1) to program 'cat'");
            Sql.refused(eleven, Sql.NO_RIGHT, "select pg_read_file('PG_VERSION')");
            for (var role :
                    Sql.rows(eleven, "select quote_ident(rolname) from pg_roles where rolsuper or rolbypassrls")) {
                Sql.refused(eleven, Sql.NO_RIGHT, "set local role " + role);
            }
        }
    }

    @Test
    void withoutAScopeTheLoginReadsNobody() throws SQLException {
        try (var login = machine.application()) {
            login.setAutoCommit(false);
            for (var table : GUARDED) {
                Sql.refused(login, Sql.NO_RIGHT, "select * from " + table);
            }
            Sql.run(login, "set local role bansho_association");
            for (var table : GUARDED) {
                assertThat(Sql.rows(login, "select 1 from " + table)).as(table).isEmpty();
            }
            Sql.run(login, "set local bansho.association = ''");
            assertThat(Sql.rows(login, "select 1 from linkage.subject")).isEmpty();
        }
    }

    @Test
    void aScopeEndsWithItsTransaction() throws SQLException {
        try (var connection = machine.associationConnection(TestMachine.SAITAMA)) {
            assertThat(Sql.rows(connection, "select current_user")).containsExactly("bansho_association");
            connection.commit();
            assertThat(Sql.rows(connection, "select current_user")).containsExactly("bansho_app");
            assertThatThrownBy(() -> Sql.rows(connection, "select 1 from linkage.subject"))
                    .isInstanceOf(SQLException.class);
        }
    }
}
