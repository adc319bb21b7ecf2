package jp.bansho.numbers.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.bansho.access.AccountRole;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.terminal.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A query that forgets its condition still shows one organisation's users alone; and whoever lets people in sees no
/// person of the pension side at all (N12, A5).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessRowSecurityTest {

    private static final List<String> OF_AN_ORGANISATION = List.of("access.account", "access.person", "access.passkey");

    private Office office;

    @BeforeAll
    void peopleOfThreeOrganisations() throws Exception {
        office = new Office();
        office.machine().register(TestMachine.HYOGO, 0, 2);
        office.present(TestMachine.HYOGO, AccountRole.CLERK, "pension");
        office.present(TestMachine.SAITAMA, AccountRole.CLERK, "pension");
        office.present(TestMachine.SAITAMA, AccountRole.AUDITOR, "audit");
        office.present(0, AccountRole.FEDERATION_OFFICER, "tax");
        office.hire(TestMachine.SAITAMA, AccountRole.CLERK, "tax");
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void aDeskSeesItsOwnOrganisationHoweverTheQueryIsWritten() throws Exception {
        try (var desk = office.machine().scoped(new Scope.Desk(TestMachine.HYOGO));
                var administrator = office.machine().superuser()) {
            for (var table : OF_AN_ORGANISATION) {
                assertThat(Sql.rows(desk, "select distinct organisation from " + table))
                        .as(table)
                        .containsExactly("28");
                assertThat(Sql.number(administrator, "select count(distinct organisation) from " + table))
                        .isEqualTo(3);
            }
            assertThat(Sql.number(desk, "select count(*) from access.session")).isEqualTo(1);
            assertThat(Sql.number(desk, "select count(*) from access.temporary_password"))
                    .isZero();
        }
    }

    @Test
    void aDeskChangesNoAccountAndPlantsNothingForOthers() throws Exception {
        try (var desk = office.machine().scoped(new Scope.Desk(TestMachine.HYOGO))) {
            Sql.refused(desk, Sql.NO_RIGHT, "select hash from access.temporary_password");
            Sql.refused(desk, Sql.NO_RIGHT, "select digest from access.session");
            Sql.refused(desk, Sql.NO_RIGHT, "update access.account set role = 'auditor'");
            Sql.refused(desk, Sql.NO_RIGHT, "insert into access.session select * from access.session");
            Sql.refused(desk, Sql.NO_RIGHT, """
                    insert into access.preparation (organisation, kind, reason, prepared_by, prepared_at)
                    values (11, 'revoke', 'x', 'x', now())
                    """);
        }
    }

    @Test
    void theDoorSeesNoPersonAndNoNumber() throws Exception {
        try (var door = office.machine().scoped(new Scope.Door())) {
            for (var table : List.of(
                    "linkage.subject",
                    "vault.sealed_number",
                    "vault.pad_block",
                    "vault.number_index",
                    "intake.work_item")) {
                Sql.refused(door, Sql.NO_RIGHT, "select * from " + table);
            }
        }
    }

    @Test
    void thoseWhoWorkWithPeopleSeeNoAccounts() throws Exception {
        for (var scope :
                List.of(new Scope.Association(TestMachine.HYOGO), new Scope.Federation(), new Scope.Operator())) {
            try (var connection = office.machine().scoped(scope)) {
                Sql.refused(connection, Sql.NO_RIGHT, "select * from access.account");
            }
        }
    }
}
