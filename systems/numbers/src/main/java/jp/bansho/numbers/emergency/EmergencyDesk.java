package jp.bansho.numbers.emergency;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Answer;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.access.approval.Application;
import jp.bansho.access.approval.ApplicationState;
import jp.bansho.access.approval.ApprovalKind;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.emergency.EmergencyEvent.EmergencyEnded;
import jp.bansho.numbers.emergency.EmergencyEvent.EmergencyOpened;
import jp.bansho.numbers.emergency.EmergencyEvent.EmergencyRefused;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.store.Scope;
import org.springframework.stereotype.Component;

/// Opens and ends emergency sessions (A7): the federation approved, the applicant opens with a passkey, one at a time
/// for the whole machine, for an hour at most. Whoever watches over the operator may end one at any moment.
@Component
public class EmergencyDesk {

    /// A session never lasts longer, nor longer than its approval.
    static final Duration LONGEST = Duration.ofMinutes(60);

    private static final Scope.Operator SCOPE = new Scope.Operator();
    private static final int KNOWN = 200;

    private final Transactions transactions;
    private final ApprovalDesk approvals;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    EmergencyDesk(Transactions transactions, ApprovalDesk approvals, Clock clock) {
        this.transactions = transactions;
        this.approvals = approvals;
        this.clock = clock;
    }

    /// A session just opened; the code is shown once and kept nowhere.
    public record Opened(EmergencySession session, String code) {
        /// Without the code.
        @Override
        public String toString() {
            return "Opened[" + session.id() + "]";
        }
    }

    /// The member's own approved applications that were not used yet.
    public List<Application> ready(Member member) {
        return approvals.own(member, KNOWN).stream()
                .filter(one -> one.kind().equals(ApprovalKind.EMERGENCY_ACCESS.word()))
                .filter(one -> one.state() == ApplicationState.APPROVED)
                .filter(one -> one.applicant().equals(member.account()))
                .toList();
    }

    /// The last sessions, newest first.
    public List<EmergencySession> newest(int most) {
        return transactions.read(SCOPE, connection -> SessionTable.newest(connection, most));
    }

    /// The session that lasts now.
    public Optional<EmergencySession> current() {
        return transactions.read(SCOPE, SessionTable::unended).filter(session -> session.open(now()));
    }

    /// Whether the approved content asks for repairs: a line of it says `write` or 更新.
    public static boolean writes(String content) {
        return content.lines().map(String::strip).anyMatch(line -> line.equalsIgnoreCase("write") || line.equals("更新"));
    }

    /// Uses the approval up and opens its session, in one transaction.
    ///
    /// @param evidence what the passkey signed
    /// @throws AccessRefused if the approval is not the member's own, not given, used or out of time, or another
    /// session lasts
    public Opened open(Member member, long application, String evidence) {
        var code = Code.fresh(random);
        return transactions
                .recorded(SCOPE, connection -> {
                    var answer = open(connection, member, application, evidence, code);
                    return new Recorded<>(answer, answer.entries());
                })
                .value();
    }

    private Answer<Opened> open(Connection connection, Member member, long id, String evidence, String code)
            throws SQLException {
        var now = now();
        var entries = new ArrayList<Entry>();
        var before = SessionTable.unended(connection);
        if (before.isPresent()) {
            if (before.get().open(now)) {
                return refused(
                        member,
                        "another-session",
                        "an emergency session is open already; there is one at a time",
                        "別の緊急アクセスが実施中です。同時に開けるのは1件だけです");
            }
            SessionTable.end(connection, before.get().id(), Actor.SYSTEM, now);
            entries.add(ended(before.get(), "time"));
        }
        var wanted = ready(member).stream().filter(one -> one.id() == id).findFirst();
        if (wanted.isEmpty()) {
            return refused(
                    member, "not-approved", "this is no approved application of yours", "承認された自分の緊急アクセスの申請ではありません");
        }
        var done = approvals.execute(
                connection,
                member,
                id,
                ApprovalKind.EMERGENCY_ACCESS,
                wanted.get().payload());
        if (done instanceof Answer.Refused<Application>(var why, var said)) {
            return new Answer.Refused<>(why, said);
        }
        entries.addAll(done.entries());
        Transactions.enter(connection, SCOPE);
        var approved = done.value();
        var limit = now.plus(LONGEST);
        var executeBy = approved.executeBy();
        var until = executeBy != null && executeBy.isBefore(limit) ? executeBy : limit;
        var writes = writes(approved.payload());
        var session = SessionTable.add(connection, id, member.account(), writes, now, until, Code.hash(code));
        entries.add(new Entry(stamp(member), new EmergencyOpened(session, id, until, writes, evidence)));
        return new Answer.Done<>(
                new Opened(SessionTable.one(connection, session).orElseThrow(), code), List.copyOf(entries));
    }

    /// Ends the session that lasts: by its opener, by the federation, or by an auditor of any organisation.
    ///
    /// @throws AccessRefused for anybody else, or if none lasts
    public void end(Member member) {
        var backend = transactions
                .recorded(scope(member), connection -> {
                    var session = SessionTable.unended(connection);
                    if (session.isEmpty()) {
                        return refusal(member, "no-session", "no emergency session is open", "実施中の緊急アクセスはありません");
                    }
                    if (!mayEnd(member, session.get())) {
                        return refusal(
                                member,
                                "not-yours",
                                "the opener, the federation and auditors end it",
                                "終了できるのは、開いた本人、連合会、監査担当者です");
                    }
                    var id = session.get().id();
                    var server = SessionTable.backend(connection, id);
                    SessionTable.end(connection, id, member.account(), now());
                    Answer<Integer> answer = new Answer.Done<>(
                            server == null ? 0 : server,
                            List.of(new Entry(
                                    stamp(member),
                                    new EmergencyEnded(
                                            id, "stopped", session.get().statements()))));
                    return new Recorded<>(answer, answer.entries());
                })
                .value();
        if (backend != 0) {
            transactions.read(SCOPE, connection -> {
                Transactions.leave(connection);
                SessionTable.cancel(connection, backend);
                return true;
            });
        }
    }

    private static boolean mayEnd(Member member, EmergencySession session) {
        return member.organisation() == Organisation.FEDERATION
                || member.role() == AccountRole.AUDITOR
                || member.account().equals(session.account());
    }

    static Entry ended(EmergencySession session, String why) {
        return new Entry(stamp(session.account()), new EmergencyEnded(session.id(), why, session.statements()));
    }

    /// Everything done in a session is on record under the account that opened it.
    static Stamp stamp(String account) {
        return new Stamp(Actor.SYSTEM, account, AccountRole.OPERATIONS_MANAGER.word(), null, null, null, null);
    }

    private static Stamp stamp(Member member) {
        return member.stamp(Actor.SYSTEM, null, null, null);
    }

    private static Scope scope(Member member) {
        return switch (member.organisation()) {
            case Organisation.OPERATOR -> SCOPE;
            case Organisation.FEDERATION -> new Scope.Federation();
            default -> new Scope.Association(member.organisation());
        };
    }

    private static Recorded<Answer<Integer>> refusal(Member member, String reason, String english, String japanese) {
        Answer<Integer> answer = refused(member, reason, english, japanese);
        return new Recorded<>(answer, answer.entries());
    }

    private static <T> Answer<T> refused(Member member, String reason, String english, String japanese) {
        return new Answer.Refused<>(
                new AccessRefused(reason, english, japanese),
                List.of(new Entry(stamp(member), new EmergencyRefused(0, reason))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
