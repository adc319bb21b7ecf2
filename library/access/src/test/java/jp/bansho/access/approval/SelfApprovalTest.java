package jp.bansho.access.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Answer;
import jp.bansho.access.DeskDatabase;
import jp.bansho.access.Member;
import jp.bansho.access.Sql;
import org.junit.jupiter.api.Test;

/// Nobody approves for themselves, whichever way they come.
class SelfApprovalTest {

    private final Cast cast = new Cast();

    @Test
    void notWithTheSameAccount() throws SQLException {
        refused("own-application", cast.applicant);
    }

    @Test
    void notWithASecondAccountOfTheSamePerson() throws SQLException {
        refused("same-person", cast.second);
    }

    @Test
    void notWithASecondRole() throws SQLException {
        cast.database.execute("update access.account set role = 'user-manager' where id = 'k01-0002'");
        var manager = as(cast.second, AccountRole.USER_MANAGER, "tax");
        refused("not-allowed", manager);
        var applied = cast.database.desk(
                1, connection -> cast.apply(connection, manager, ApprovalKind.NEW_RIGHTS, "role: auditor"));
        assertThat(Cast.word(cast.decide(cast.applicant, applied.value().id()))).isEqualTo("same-person");
    }

    @Test
    void notWithARoleThatTheAccountDoesNotHave() throws SQLException {
        refused("account-ended", as(cast.clerk, AccountRole.SENIOR_CLERK, "pension"));
    }

    @Test
    void notAsAnotherPersonThanTheAccountBelongsTo() throws SQLException {
        var second = cast.second;
        var disguised =
                new Member(second.account(), cast.colleague.person(), "高橋 一郎", 1, second.role(), second.department());
        refused("account-ended", disguised);
    }

    @Test
    void notUnderTheSameNameAtHome() throws SQLException {
        refused("same-name", cast.namesake);
    }

    @Test
    void notUnderTheSameNameInTheOrganisationThatDecides() throws SQLException {
        var id = emergency();
        assertThat(Cast.word(cast.decide(cast.lookalike, id))).isEqualTo("same-name");
        assertThat(Cast.word(cast.decide(cast.operations, id))).isEqualTo("own-application");
        assertThat(Cast.word(cast.decide(cast.officer, id))).isEqualTo("done");
    }

    @Test
    void notWithinTheOperatorWhereTheFederationDecides() throws SQLException {
        assertThat(Cast.word(cast.decide(cast.operationsToo, emergency()))).isEqualTo("not-decided-here");
    }

    @Test
    void notAfterBeingTransferredToTheOrganisationThatDecides() throws SQLException {
        var id = emergency();
        cast.database.execute("update access.account set state = 'revoked' where id = 'u-0001'");
        var transferred = cast.member("r-0009", 0, "R9", "東 八郎", AccountRole.FEDERATION_OFFICER, "tax");
        assertThat(Cast.word(cast.decide(transferred, id))).isEqualTo("same-name");
    }

    @Test
    void notUnderANewNameWithTheOldAccount() throws SQLException {
        var id = cast.applied().id();
        cast.database.execute("update access.person set name = '谷 花子', name_key = '谷花子' where staff_number = 'S1'");
        assertThat(Cast.word(cast.decide(cast.second, id))).isEqualTo("same-person");
    }

    @Test
    void whoWasTransferredAwayDecidesNothingWithAnOldSession() throws SQLException {
        cast.database.execute("update access.account set role = 'clerk' where id = 'k01-0003'");
        refused("account-ended", cast.colleague);
        cast.database.execute("update access.account set department = 'general' where id = 'k01-0004'");
        refused("not-allowed", cast.another);
        cast.database.execute("update access.account set valid_until = '2026-11-15' where id = 'k01-0007'");
        refused("account-ended", cast.namesake);
        cast.database.execute("update access.account set valid_from = '2026-11-17' where id = 'k01-0001'");
        assertThat(Cast.word(cast.database.desk(
                        1, connection -> cast.apply(connection, cast.applicant, ApprovalKind.ERASURE, Cast.PAYLOAD))))
                .isEqualTo("account-ended");
    }

    @Test
    void theQueueOfADeciderHoldsNothingOfTheirOwn() throws SQLException {
        var id = cast.applied().id();
        for (var member : cast.all()) {
            var waiting = cast.database.desk(
                    member.organisation(), connection -> cast.approvals.waitingFor(connection, member));
            if (member.equals(cast.colleague)) {
                assertThat(waiting).extracting(Application::id).containsExactly(id);
            } else {
                assertThat(waiting).as(member.account()).isEmpty();
            }
        }
        var own = cast.database.desk(1, connection -> cast.approvals.own(connection, cast.second, 10));
        assertThat(own)
                .as("made under another account")
                .extracting(Application::id)
                .containsExactly(id);
    }

    @Test
    void textsThatTryToBeStatementsStayTexts() throws SQLException {
        var attack = "x', decided_by = 'k01-0001', state = 'approved' where id = 1; --";
        var made = cast.database.desk(
                1,
                connection -> cast.approvals.apply(
                        connection, cast.applicant, ApprovalKind.ERASURE, attack, attack, attack, attack));
        assertThat(made.value().payload()).isEqualTo(attack);
        assertThat(made.value().state()).isEqualTo(ApplicationState.OPEN);
        var refused = cast.database.desk(
                1,
                connection -> cast.approvals.decide(
                        connection, cast.colleague, made.value().id(), Decision.REFUSE, attack));
        assertThat(refused.value().state()).isEqualTo(ApplicationState.REFUSED);
        assertThat(refused.value().note()).isEqualTo(attack);
        var disguised = new Member("k01-0003' or '1'='1", 1, "", 1, AccountRole.SENIOR_CLERK, "pension");
        refused("account-ended", disguised);
    }

    @Test
    void aPreparedStatementCalledAgainWithOtherValuesIsHeldBack() throws SQLException {
        var mine = cast.applied().id();
        try (var connection = cast.database.application()) {
            DeskDatabase.enter(connection, 1);
            Sql.update(connection, """
                    prepare decide (bigint, text, bigint, text) as
                     update access.application
                        set state = 'approved', decided_by = $2, decider_person = $3, decider_name_key = $4,
                            decided_at = '2026-11-16T00:31:00Z', execute_by = '2026-11-17T00:00:00Z'
                      where id = $1
                    """);
            connection.commit();
            DeskDatabase.enter(connection, 1);
            assertThatThrownBy(() -> Sql.update(
                            connection,
                            "execute decide (%d, 'k01-0002', %d, '別人')".formatted(mine, cast.colleague.person())))
                    .hasMessageContaining("nobody_decides_their_own");
        }
        assertThat(cast.state(mine)).isEqualTo(ApplicationState.OPEN);
    }

    private long emergency() throws SQLException {
        return cast.database
                .desk(
                        100,
                        connection -> cast.apply(
                                connection, cast.operations, ApprovalKind.EMERGENCY_ACCESS, "database: numbers"))
                .value()
                .id();
    }

    private void refused(String reason, Member member) throws SQLException {
        var id = cast.applied().id();
        Answer<Application> answer = cast.decide(member, id);
        assertThat(Cast.word(answer)).isEqualTo(reason);
        assertThat(cast.database.column(1, "select state from access.application where id = " + id))
                .containsExactly("open");
    }

    private static Member as(Member member, AccountRole role, String department) {
        return new Member(member.account(), member.person(), member.name(), member.organisation(), role, department);
    }
}
