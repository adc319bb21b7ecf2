package jp.bansho.access.review;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Answer;
import jp.bansho.access.DeskDatabase;
import jp.bansho.access.Member;
import jp.bansho.audit.Stamp;

/// Invented people of two associations whose user IDs are reviewed.
final class Office {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    static final String LEDGER = """
            職員番号,氏名,所属
            M1,原 五郎,general
            M2,谷 六郎,general
            S1,"山﨑, 花子",tax
            S2,高橋 一郎,pension
            S4,"森 ""三郎"\"",pension
            """;

    final DeskDatabase database = new DeskDatabase();
    final Reviews reviews = new Reviews("numbers", DeskDatabase.MATRIX, ReviewRules.ORDINARY, database.clock());

    final Member manager = member("km01-0001", 1, "M1", AccountRole.USER_MANAGER, "general");
    final Member managerToo = member("km01-0002", 1, "M2", AccountRole.USER_MANAGER, "general");
    final Member transferred = member("k01-0001", 1, "S1", AccountRole.SENIOR_CLERK, "pension");
    final Member unused = member("k01-0002", 1, "S2", AccountRole.CLERK, "pension");
    final Member unlisted = member("k01-0003", 1, "S3", AccountRole.CLERK, "pension");
    final Member twice = member("k01-0004", 1, "S4", AccountRole.CLERK, "pension");
    final Member twiceToo = member("k01-0005", 1, "S4", AccountRole.CLERK, "pension");
    final Member gone = member("k01-0006", 1, "S4", AccountRole.CLERK, "pension");
    final Member elsewhere = member("km02-0001", 2, "M1", AccountRole.USER_MANAGER, "general");

    Office() {
        database.execute("update access.account set last_login_at = '2026-10-30T00:00:00Z' where organisation = 1");
        database.execute("""
                update access.account set last_login_at = '2026-08-02T14:59:59Z' where id = 'k01-0002';
                update access.account set last_login_at = '2026-08-02T15:00:00Z' where id = 'k01-0001';
                update access.account set last_login_at = null, valid_until = '2026-10-31' where id = 'k01-0003';
                update access.account set state = 'stopped' where id = 'k01-0005';
                update access.account set state = 'revoked' where id = 'k01-0006';
                """);
    }

    private Member member(String account, int organisation, String staffNumber, AccountRole role, String department) {
        try {
            return database.member(
                    account, organisation, staffNumber, "姓" + staffNumber + " 名" + organisation, role, department);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    LedgerReport ledger(Member member, String csv) throws SQLException {
        return database.desk(member.organisation(), connection -> reviews.replaceLedger(connection, member, csv))
                .value();
    }

    List<Review> openDue(LocalDate today, int organisation) throws SQLException {
        var stamp = new Stamp("numbers", "nightly-batch", "batch", organisation, null, null, null);
        return database.door(connection -> reviews.openDue(connection, stamp, today, organisation))
                .value();
    }

    long opened() throws SQLException {
        ledger(manager, LEDGER);
        return openDue(TODAY, 1).getFirst().id();
    }

    String decide(Member member, long review, String account, LineDecision decision, String note) throws SQLException {
        return word(database.desk(
                member.organisation(),
                connection -> reviews.decide(connection, member, review, account, decision, note)));
    }

    String close(Member member, long review, String hash, String evidence) throws SQLException {
        return word(database.desk(
                member.organisation(), connection -> reviews.close(connection, member, review, hash, evidence)));
    }

    void decideAll(long review) throws SQLException {
        for (var line : lines(review)) {
            var reviewer = line.about(manager) ? managerToo : manager;
            decide(reviewer, review, line.account(), LineDecision.KEEP, "");
        }
    }

    List<ReviewLine> lines(long review) throws SQLException {
        return database.desk(1, connection -> reviews.lines(connection, manager, review));
    }

    ReviewLine line(long review, String account) throws SQLException {
        return lines(review).stream()
                .filter(line -> line.account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    ReviewResult result(long review) throws SQLException {
        return database.desk(1, connection -> reviews.result(connection, manager, review))
                .orElseThrow();
    }

    private static String word(Answer<?> answer) {
        if (answer.entries().size() != 1) {
            throw new AssertionError("one entry for the record, not " + answer.entries());
        }
        return switch (answer) {
            case Answer.Done<?> _ -> "done";
            case Answer.Refused<?>(var refusal, var entries) -> {
                if (!(entries.getFirst().event() instanceof ReviewEvent.ReviewRefused refused)
                        || !refused.reason().equals(refusal.reason())) {
                    throw new AssertionError("not recorded as refused: " + entries);
                }
                yield refusal.reason();
            }
        };
    }
}
