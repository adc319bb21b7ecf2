package jp.bansho.access.approval;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Answer;
import jp.bansho.access.DeskDatabase;
import jp.bansho.access.Member;

/// Invented people of four organisations around one desk of approvals.
final class Cast {

    static final String PAYLOAD = "erase: 3 people\nhandles: 11 12 13\n";

    final DeskDatabase database = new DeskDatabase();
    final Approvals approvals = new Approvals("numbers", DeskDatabase.MATRIX, ApprovalKind.ALL, database.clock());

    final Member applicant = member("k01-0001", 1, "S1", "山﨑 花子", AccountRole.SENIOR_CLERK, "pension");
    final Member second = member("k01-0002", 1, "S1", "山﨑 花子", AccountRole.SENIOR_CLERK, "tax");
    final Member colleague = member("k01-0003", 1, "S3", "高橋 一郎", AccountRole.SENIOR_CLERK, "pension");
    final Member another = member("k01-0004", 1, "S4", "沢田 二郎", AccountRole.SENIOR_CLERK, "tax");
    final Member clerk = member("k01-0005", 1, "S5", "森 三郎", AccountRole.CLERK, "pension");
    final Member stopped = member("k01-0006", 1, "S6", "林 四郎", AccountRole.SENIOR_CLERK, "pension");
    final Member namesake = member("k01-0007", 1, "S7", "山崎　花子", AccountRole.SENIOR_CLERK, "pension");
    final Member manager = member("km01-0001", 1, "M1", "原 五郎", AccountRole.USER_MANAGER, "general");
    final Member elsewhere = member("k02-0001", 2, "S1", "南 六郎", AccountRole.SENIOR_CLERK, "pension");
    final Member officer = member("r-0001", 0, "R1", "北 七郎", AccountRole.FEDERATION_OFFICER, "tax");
    final Member operations = member("u-0001", 100, "U1", "東 八郎", AccountRole.OPERATIONS_MANAGER, "system");
    final Member operationsToo = member("u-0002", 100, "U2", "西 九郎", AccountRole.OPERATIONS_MANAGER, "system");
    final Member lookalike = member("r-0002", 0, "R2", "東　八郞", AccountRole.FEDERATION_OFFICER, "tax");

    Cast() {
        database.execute("update access.account set state = 'stopped' where id = 'k01-0006'");
    }

    Member member(
            String account, int organisation, String staffNumber, String name, AccountRole role, String department) {
        try {
            return database.member(account, organisation, staffNumber, name, role, department);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Application applied() throws SQLException {
        return database.desk(1, this::applied);
    }

    Application applied(Connection connection) throws SQLException {
        return apply(connection, applicant, ApprovalKind.ERASURE, PAYLOAD).value();
    }

    Answer<Application> apply(Connection connection, Member member, ApprovalKind kind, String payload)
            throws SQLException {
        return approvals.apply(connection, member, kind, "N9-1", "R8-0042", "保存期間の満了", payload);
    }

    Application approved() throws SQLException {
        var open = applied();
        return decide(colleague, open.id()).value();
    }

    Answer<Application> decide(Member member, long id) throws SQLException {
        return database.desk(
                member.organisation(), connection -> approvals.decide(connection, member, id, Decision.APPROVE, ""));
    }

    Answer<Application> execute(Member member, long id, ApprovalKind kind, String payload) throws SQLException {
        return database.desk(
                member.organisation(), connection -> approvals.execute(connection, member, id, kind, payload));
    }

    ApplicationState state(long id) throws SQLException {
        return database.desk(
                1,
                connection ->
                        approvals.one(connection, colleague, id).orElseThrow().state());
    }

    /// `done`, or the word of the refusal; both must be on record with one entry.
    static String word(Answer<?> answer) {
        var events = answer.entries().stream().map(entry -> entry.event()).toList();
        return switch (answer) {
            case Answer.Done<?> _ -> {
                if (events.size() != 1 || events.getFirst() instanceof ApprovalEvent.ApprovalRefused) {
                    throw new AssertionError("not recorded as done: " + events);
                }
                yield "done";
            }
            case Answer.Refused<?>(var refusal, var _) -> {
                if (!(events.getFirst() instanceof ApprovalEvent.ApprovalRefused refused)
                        || !refused.reason().equals(refusal.reason())) {
                    throw new AssertionError("not recorded as refused: " + events);
                }
                yield refusal.reason();
            }
        };
    }

    List<Member> all() {
        return List.of(applicant, second, colleague, clerk, stopped, namesake, elsewhere, officer);
    }
}
