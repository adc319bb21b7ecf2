package jp.bansho.numbers.staff;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Answer;
import jp.bansho.access.Member;
import jp.bansho.access.approval.Application;
import jp.bansho.access.approval.ApprovalEvent;
import jp.bansho.access.approval.ApprovalKind;
import jp.bansho.access.approval.Approvals;
import jp.bansho.access.approval.Decision;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.store.Scope;
import org.springframework.stereotype.Component;

/// Where people apply for what needs a second person, and where somebody else decides (A6, A7). Each step is on
/// record in its own transaction; a refusal too.
@Component
public class ApprovalDesk {

    /// Twelve digits that stand alone, in any width and grouping.
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9０-９])[0-9０-９]{4}[ \\-　]?[0-9０-９]{4}[ \\-　]?[0-9０-９]{4}(?![0-9０-９])");

    /// What a desk composes by itself, so that nobody types it.
    private static final Set<ApprovalKind> COMPOSED = Set.of(
            ApprovalKind.NEW_RIGHTS,
            ApprovalKind.ERASURE,
            ApprovalKind.RECORD_PURGE,
            ApprovalKind.INCIDENT_CLOSING,
            ApprovalKind.TAX_FILE);

    private final Approvals approvals;
    private final Transactions transactions;

    ApprovalDesk(Approvals approvals, Transactions transactions) {
        this.approvals = approvals;
        this.transactions = transactions;
    }

    /// The kinds the member applies for in own words; for the others the desk concerned composes the content.
    public List<ApprovalKind> kindsFor(Member member) {
        return approvals.kindsFor(member).stream()
                .filter(kind -> !COMPOSED.contains(kind))
                .toList();
    }

    /// The kind of that word.
    public Optional<ApprovalKind> kind(String word) {
        return approvals.kind(word);
    }

    /// What waits for the member's decision, the most urgent first.
    public List<Application> waitingFor(Member member) {
        return transactions.read(desk(member), connection -> approvals.waitingFor(connection, member));
    }

    /// What the person applied for, newest first.
    public List<Application> own(Member member, int most) {
        return transactions.read(desk(member), connection -> approvals.own(connection, member, most));
    }

    /// One application the member may see.
    public Optional<Application> one(Member member, long id) {
        return transactions.read(desk(member), connection -> approvals.one(connection, member, id));
    }

    /// Applies for one execution of exactly that content.
    ///
    /// @throws AccessRefused if the kind is none of [#kindsFor], a text is missing or holds an Individual Number
    public Application apply(
            Member member, String kind, String purpose, String caseReference, String reason, String payload) {
        var content = payload.replace("\r\n", "\n").strip();
        return act(member, connection -> {
            var known = kindsFor(member).stream()
                    .filter(one -> one.word().equals(kind))
                    .findFirst();
            if (known.isEmpty()) {
                return refused(
                        member, "not-from-here", "your organisation cannot apply for this", "あなたの組織からは申請できない種類です");
            }
            if (NUMBER.matcher(content).find()) {
                return refused(
                        member,
                        "number-in-text",
                        "no Individual Number may be written here: twelve digits stand alone",
                        "個人番号は書けません（12桁の数字が含まれています）");
            }
            return approvals.apply(connection, member, known.get(), purpose, caseReference, reason, content);
        });
    }

    /// Applies for what a desk composed. In the caller's transaction, which takes on the member's desk for it and has
    /// no scope afterwards; the caller records the entries of the answer.
    public Answer<Application> apply(
            Connection connection,
            Member member,
            ApprovalKind kind,
            String purpose,
            String caseReference,
            String reason,
            String payload)
            throws SQLException {
        Transactions.enter(connection, desk(member));
        var answer = approvals.apply(connection, member, kind, purpose, caseReference, reason, payload);
        Transactions.leave(connection);
        return answer;
    }

    /// Uses an approval up for exactly that content, composed anew, in the caller's transaction, which takes on
    /// the member's desk for it and has no scope afterwards. The caller records the entries of the answer, and
    /// acts in the same transaction only if it is done.
    public Answer<Application> execute(Connection connection, Member member, long id, ApprovalKind kind, String payload)
            throws SQLException {
        Transactions.enter(connection, desk(member));
        var answer = approvals.execute(connection, member, id, kind, payload);
        Transactions.leave(connection);
        return answer;
    }

    /// As [#execute], for a command of the operator, who has no account at the terminal.
    ///
    /// @param stamp        who executes, for the record
    /// @param organisation whose application it must be
    public Answer<Application> executeByCommand(
            Connection connection, Stamp stamp, int organisation, long id, ApprovalKind kind, String payload)
            throws SQLException {
        Transactions.enter(connection, new Scope.Desk(organisation));
        var answer = approvals.executeByMachine(connection, stamp, organisation, id, kind, payload);
        Transactions.leave(connection);
        return answer;
    }

    /// Decides somebody else's application.
    ///
    /// @throws AccessRefused if it is the person's own, decided already or out of time
    public Application decide(Member member, long id, Decision decision, String note) {
        return act(member, connection -> approvals.decide(connection, member, id, decision, note));
    }

    /// Takes back one's own application.
    public Application withdraw(Member member, long id) {
        return act(member, connection -> approvals.withdraw(connection, member, id));
    }

    @FunctionalInterface
    private interface Step {
        Answer<Application> on(Connection connection) throws SQLException;
    }

    private Application act(Member member, Step step) {
        return transactions
                .recorded(desk(member), connection -> {
                    var answer = step.on(connection);
                    return new Recorded<>(answer, answer.entries());
                })
                .value();
    }

    private static Answer<Application> refused(Member member, String reason, String english, String japanese) {
        var event = new ApprovalEvent.ApprovalRefused(reason, "apply", null, null, null);
        return new Answer.Refused<>(
                new AccessRefused(reason, english, japanese),
                List.of(new Entry(member.stamp(Actor.SYSTEM, member.association(), null, null), event)));
    }

    private static Scope desk(Member member) {
        return new Scope.Desk(member.organisation());
    }
}
