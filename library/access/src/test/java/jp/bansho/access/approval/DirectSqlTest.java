package jp.bansho.access.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// Statements written by hand, with the rights of the desk: the table holds by itself.
class DirectSqlTest {

    private static final String APPROVED = """
            update access.application
               set state = 'approved', decided_by = '%s', decider_person = %d, decider_name = 'x', decider_name_key = 'x',
                   decided_at = '%s', execute_by = '2026-11-20T00:00:00Z'
             where id = %d
            """;
    private static final String AT = "2026-11-16T01:00:00Z";

    private final Cast cast = new Cast();

    @Test
    void nobodyDecidesTheirOwnWhateverPersonTheStatementNames() throws SQLException {
        var id = cast.applied().id();
        for (var account : new String[] {"k01-0001", "k01-0002"}) {
            for (var person : new long[] {cast.applicant.person(), cast.colleague.person()}) {
                refused(1, APPROVED.formatted(account, person, AT, id), "nobody_decides_their_own");
            }
        }
        refused(1, APPROVED.formatted("k01-0007", 1, AT, id), "nobody_decides_under_their_own_name");
        allowed(1, APPROVED.formatted("k01-0003", cast.applicant.person(), AT, id));
        assertThat(cast.database.column(1, "select decider_person from access.application"))
                .as("looked up, not believed")
                .containsExactly(Long.toString(cast.colleague.person()));
    }

    @Test
    void nobodyDecidesWithAnAccountThatMayNotActThereThen() throws SQLException {
        var id = cast.applied().id();
        refused(1, APPROVED.formatted("k01-0006", 1, AT, id), "nobody decides this");
        refused(1, APPROVED.formatted("k02-0001", 1, AT, id), "nobody decides this");
        refused(1, APPROVED.formatted("nobody", 1, AT, id), "nobody decides this");
        refused(1, APPROVED.formatted("k01-0003", 1, "2028-01-01T00:00:00Z", id), "nobody decides this");
        refused(1, APPROVED.formatted("k01-0003", 1, "2026-11-30T00:30:00Z", id), "nobody decides this");
    }

    @Test
    void noStateIsJumped() throws SQLException {
        var open = cast.applied().id();
        var executed = "update access.application set state = 'executed', executed_at = '" + AT + "' where id = ";
        refused(1, executed + open, "does not go from open to executed");
        refused(1, "update access.application set state = 'open' where id = " + open, "from open to open");
        allowed(1, "update access.application set state = 'withdrawn', withdrawn_at = now() where id = " + open);
        refused(1, "update access.application set state = 'open', withdrawn_at = null", "from withdrawn to open");
        refused(1, APPROVED.formatted("k01-0003", 1, AT, open), "from withdrawn to approved");

        var approved = cast.approved().id();
        refused(1, "update access.application set state = 'withdrawn' where id = " + approved, "from approved");
        refused(1, APPROVED.formatted("k01-0004", 1, AT, approved), "from approved to approved");
        refused(
                1,
                "update access.application set state = 'executed', executed_at = '2026-12-24T00:00:00Z' where id = "
                        + approved,
                "nobody executes this");
        refused(
                1,
                "update access.application set state = 'executed', executed_by = 'k02-0001', executed_at = '" + AT
                        + "' where id = " + approved,
                "nobody executes this");
        allowed(1, executed + approved);
        refused(1, executed + approved, "from executed to executed");
        refused(1, "delete from access.application", "permission denied");
    }

    @Test
    void whatWasAppliedForAndDecidedDoesNotChange() throws SQLException {
        var approved = cast.approved().id();
        var executed = "update access.application set state = 'executed', executed_at = '" + AT + "', ";
        for (var change : new String[] {
            "payload = 'x', payload_hash = sha256('x')",
            "kind = 'bulk-reveal'",
            "applicant = 'k01-0004'",
            "applicant_person = 1 + applicant_person",
            "applicant_name_key = 'x'",
            "purpose = 'x'",
            "reason = 'x'",
            "case_reference = 'x'",
            "decided_by = 'k01-0004'",
            "decider_name = 'x'",
            "note = 'x'",
            "execute_by = '2030-01-01'",
            "decide_by = '2030-01-01'",
            "applied_at = applied_at - interval '1 day'",
        }) {
            refused(1, executed + change + " where id = " + approved, "does not change");
        }
        var open = cast.applied().id();
        refused(
                1,
                APPROVED.formatted("k01-0003", 1, AT, open).replace("set ", "set payload = 'y', "),
                "does not change");
    }

    @Test
    void anApplicationIsInsertedOpenByAnAccountOfTheOwnOrganisationWithTheHashOfItsPayload() {
        var insert = """
                insert into access.application (organisation, deciding_organisation, kind, purpose, case_reference, reason,
                                                payload, payload_hash, applicant, applied_at, decide_by%s)
                values (%d, %d, '%s', 'p', 'c', 'r', 'x', sha256('%s'), '%s', '2026-11-16T00:30:00Z', '2026-11-18T00:00:00Z'%s)
                """;
        allowed(1, insert.formatted("", 1, 1, "erasure", "x", "k01-0001", ""));
        refused(1, insert.formatted("", 1, 1, "erasure", "y", "k01-0001", ""), "hash_is_of_the_payload");
        refused(1, insert.formatted("", 1, 2, "erasure", "x", "k01-0001", ""), "own_organisation_or_federation");
        refused(1, insert.formatted("", 2, 2, "erasure", "x", "k02-0001", ""), "nobody applies here");
        refused(1, insert.formatted("", 1, 1, "erasure", "x", "k01-0006", ""), "nobody applies here");
        refused(100, insert.formatted("", 100, 100, "emergency-access", "x", "u-0001", ""), "federation_decides");
        refused(
                1,
                insert.formatted(
                        ", state, decided_by, decided_at",
                        1,
                        1,
                        "erasure",
                        "x",
                        "k01-0001",
                        ", 'approved', 'k01-0003', '" + AT + "'"),
                "begins open");
    }

    @Test
    void anotherOrganisationSeesAndChangesNothingEvenWithoutAWhereClause() throws SQLException {
        cast.applied();
        cast.approved();
        for (var organisation : new int[] {0, 2, 100}) {
            assertThat(cast.database.column(organisation, "select id from access.application"))
                    .isEmpty();
            assertThat(cast.database.update(
                            organisation, "update access.application set state = 'withdrawn', withdrawn_at = now()"))
                    .isZero();
        }
        assertThat(cast.database.column(1, "select id from access.application")).hasSize(2);
    }

    private void allowed(int organisation, String sql) {
        assertThatCode(() -> cast.database.update(organisation, sql)).doesNotThrowAnyException();
    }

    private void refused(int organisation, String sql, String why) {
        assertThatThrownBy(() -> cast.database.update(organisation, sql))
                .as(sql)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why);
    }
}
