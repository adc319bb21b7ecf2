package jp.bansho.access.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.access.Answer;
import jp.bansho.access.DeskDatabase;
import jp.bansho.access.Member;
import org.junit.jupiter.api.Test;

class TransitionsTest {

    /// Every state × every action × everybody: the word of the refusal, or what becomes of it.
    private static final String TABLE = """
            state            action   applicant           second              colleague           clerk               stopped        namesake            elsewhere            officer
            open             approve  own-application     same-person         APPROVED            not-allowed         account-ended  same-name           no-such-application  no-such-application
            open             refuse   own-application     same-person         REFUSED             not-allowed         account-ended  same-name           no-such-application  no-such-application
            open             withdraw WITHDRAWN           WITHDRAWN           not-the-applicant   not-the-applicant   account-ended  not-the-applicant   no-such-application  no-such-application
            open             execute  not-decided         not-decided         not-decided         not-decided         account-ended  not-decided         no-such-application  no-such-application
            approved         approve  own-application     same-person         already-decided     not-allowed         account-ended  same-name           no-such-application  no-such-application
            approved         refuse   own-application     same-person         already-decided     not-allowed         account-ended  same-name           no-such-application  no-such-application
            approved         withdraw already-decided     already-decided     not-the-applicant   not-the-applicant   account-ended  not-the-applicant   no-such-application  no-such-application
            approved         execute  EXECUTED            EXECUTED            EXECUTED            EXECUTED            account-ended  EXECUTED            no-such-application  no-such-application
            refused          approve  own-application     same-person         already-decided     not-allowed         account-ended  same-name           no-such-application  no-such-application
            refused          refuse   own-application     same-person         already-decided     not-allowed         account-ended  same-name           no-such-application  no-such-application
            refused          withdraw already-decided     already-decided     not-the-applicant   not-the-applicant   account-ended  not-the-applicant   no-such-application  no-such-application
            refused          execute  refused             refused             refused             refused             account-ended  refused             no-such-application  no-such-application
            withdrawn        approve  own-application     same-person         withdrawn           not-allowed         account-ended  same-name           no-such-application  no-such-application
            withdrawn        refuse   own-application     same-person         withdrawn           not-allowed         account-ended  same-name           no-such-application  no-such-application
            withdrawn        withdraw withdrawn           withdrawn           not-the-applicant   not-the-applicant   account-ended  not-the-applicant   no-such-application  no-such-application
            withdrawn        execute  withdrawn           withdrawn           withdrawn           withdrawn           account-ended  withdrawn           no-such-application  no-such-application
            executed         approve  own-application     same-person         already-decided     not-allowed         account-ended  same-name           no-such-application  no-such-application
            executed         refuse   own-application     same-person         already-decided     not-allowed         account-ended  same-name           no-such-application  no-such-application
            executed         withdraw already-decided     already-decided     not-the-applicant   not-the-applicant   account-ended  not-the-applicant   no-such-application  no-such-application
            executed         execute  already-executed    already-executed    already-executed    already-executed    account-ended  already-executed    no-such-application  no-such-application
            open-lapsed      approve  own-application     same-person         too-late            not-allowed         account-ended  same-name           no-such-application  no-such-application
            open-lapsed      refuse   own-application     same-person         too-late            not-allowed         account-ended  same-name           no-such-application  no-such-application
            open-lapsed      withdraw too-late            too-late            not-the-applicant   not-the-applicant   account-ended  not-the-applicant   no-such-application  no-such-application
            open-lapsed      execute  too-late            too-late            too-late            too-late            account-ended  too-late            no-such-application  no-such-application
            approved-lapsed  approve  own-application     same-person         already-decided     not-allowed         account-ended  same-name           no-such-application  no-such-application
            approved-lapsed  refuse   own-application     same-person         already-decided     not-allowed         account-ended  same-name           no-such-application  no-such-application
            approved-lapsed  withdraw already-decided     already-decided     not-the-applicant   not-the-applicant   account-ended  not-the-applicant   no-such-application  no-such-application
            approved-lapsed  execute  too-late            too-late            too-late            too-late            account-ended  too-late            no-such-application  no-such-application
            """;

    private final Cast cast = new Cast();

    @Test
    void everyStateAnswersEveryActionOfEverybodyAsTheTableSays() throws SQLException {
        var lines = TABLE.lines().skip(1).toList();
        for (var line : lines) {
            var cells = line.strip().split(" +", -1);
            var found = new ArrayList<String>();
            for (var member : cast.all()) {
                found.add(cell(cells[0], cells[1], member));
            }
            assertThat(found)
                    .as(cells[0] + " " + cells[1])
                    .containsExactlyElementsOf(List.of(cells).subList(2, cells.length));
        }
        assertThat(lines).hasSize(28);
    }

    private String cell(String state, String action, Member member) throws SQLException {
        cast.database.at(DeskDatabase.NOW);
        try (var connection = cast.database.application()) {
            DeskDatabase.enter(connection, 1);
            var id = bring(connection, state);
            var before = now(connection, id);
            DeskDatabase.enter(connection, member.organisation());
            var word = Cast.word(act(connection, action, member, id));
            DeskDatabase.enter(connection, 1);
            var after = now(connection, id);
            connection.rollback();
            if (word.equals("done")) {
                return after.state().name();
            }
            assertThat(after).as("refused, so unchanged").isEqualTo(before);
            return word;
        }
    }

    private Application now(Connection connection, long id) throws SQLException {
        return cast.approvals.one(connection, cast.colleague, id).orElseThrow();
    }

    private long bring(Connection connection, String state) throws SQLException {
        var id = cast.applied(connection).id();
        switch (state) {
            case "open" -> {}
            case "open-lapsed" -> cast.database.at(DeskDatabase.NOW.plus(Duration.ofDays(14)));
            case "withdrawn" -> act(connection, "withdraw", cast.applicant, id).value();
            case "refused" -> act(connection, "refuse", cast.colleague, id).value();
            case "approved" -> act(connection, "approve", cast.colleague, id).value();
            case "approved-lapsed" -> {
                act(connection, "approve", cast.colleague, id).value();
                cast.database.at(DeskDatabase.NOW.plus(Duration.ofDays(7)));
            }
            case "executed" -> {
                act(connection, "approve", cast.colleague, id).value();
                act(connection, "execute", cast.applicant, id).value();
            }
            case String other -> throw new AssertionError(other);
        }
        return id;
    }

    private Answer<Application> act(Connection connection, String action, Member member, long id) throws SQLException {
        return switch (action) {
            case "approve" -> cast.approvals.decide(connection, member, id, Decision.APPROVE, "");
            case "refuse" -> cast.approvals.decide(connection, member, id, Decision.REFUSE, "対象者が違います");
            case "withdraw" -> cast.approvals.withdraw(connection, member, id);
            case "execute" -> cast.approvals.execute(connection, member, id, ApprovalKind.ERASURE, Cast.PAYLOAD);
            case String other -> throw new AssertionError(other);
        };
    }
}
