package jp.bansho.juki.release;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.bansho.access.Answer;
import jp.bansho.access.Member;
import jp.bansho.access.Standing;
import jp.bansho.access.approval.Application;
import jp.bansho.access.approval.ApplicationState;
import jp.bansho.access.approval.ApprovalKind;
import jp.bansho.access.approval.Approvals;
import jp.bansho.access.approval.Decision;
import jp.bansho.audit.Entry;
import jp.bansho.juki.inquiry.Inquiries;
import jp.bansho.juki.inquiry.Job;
import jp.bansho.juki.inquiry.JobState;
import jp.bansho.juki.staff.JukiPremises;
import jp.bansho.juki.staff.Pair;
import jp.bansho.juki.store.DeskScope;
import jp.bansho.juki.store.JukiScope;
import jp.bansho.juki.store.MediaScope;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The front door: apply for a parcel to leave, decide as another person, use the approval up (J4,
/// M3). The mechanism is the one of `library/access`; this desk composes what is approved.
@Component
public class Releases {

    /// The kind of application.
    public static final ApprovalKind KIND = new ApprovalKind(
            "parcel-out",
            "媒体の持出し",
            "Hand-over of a parcel",
            ApprovalKind.From.ANYBODY,
            ApprovalKind.DecidedBy.OWN_ORGANISATION,
            Duration.ofDays(7),
            Duration.ofDays(3));

    private static final Pattern MEDIUM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");
    private static final int DAYS = 30;
    private static final int MOST = 200;

    private final Transactions transactions;
    private final Inquiries inquiries;
    private final Approvals approvals;
    private final Clock clock;

    Releases(Transactions transactions, Inquiries inquiries, JukiPremises premises, Clock clock) {
        this.transactions = transactions;
        this.inquiries = inquiries;
        this.approvals = new Approvals(Inquiries.ORGANISATION, premises.matrix(), List.of(KIND), clock);
        this.clock = clock;
    }

    /// Applies for the answers of that job to leave on that medium.
    ///
    /// @throws ReleaseRefused if the job is not answered, or the medium's number is none
    public Application apply(Member member, long id, String medium, String caseReference, String reason) {
        var job = inquiries.one(id);
        if (job.state() != JobState.ANSWERED) {
            throw ReleaseRefused.state(job);
        }
        if (!MEDIUM.matcher(medium).matches()) {
            throw ReleaseRefused.medium();
        }
        var useBy = LocalDate.ofInstant(clock.instant(), Standing.JAPAN).plusDays(DAYS);
        return transactions
                .<Answer<Application>>recorded(new DeskScope(), c -> {
                    var answer = approvals.apply(
                            c, member, KIND, job.purpose(), caseReference, reason, Release.payload(job, medium, useBy));
                    var entries = new ArrayList<>(answer.entries());
                    if (answer instanceof Answer.Done<Application>(var made, var _)) {
                        Transactions.enter(c, new JukiScope());
                        ReleaseTable.add(c, made.id(), job.id(), medium, useBy);
                        entries.add(new Entry(
                                Pair.of(member, null).stamp(job.association(), job.purpose(), job.id()),
                                new ReleaseEvent.ReleaseAppliedFor(made.id(), medium, job.parcel())));
                    }
                    return new Recorded<>(answer, entries);
                })
                .value();
    }

    /// Approves somebody else's application.
    ///
    /// @param evidence what the decider's passkey signed
    public Application approve(Member member, long id, String evidence) {
        return decided(member, id, Decision.APPROVE, "", evidence);
    }

    /// Refuses somebody else's application.
    public Application refuse(Member member, long id, String note) {
        return decided(member, id, Decision.REFUSE, note, null);
    }

    private Application decided(Member member, long id, Decision decision, String note, @Nullable String evidence) {
        return transactions
                .<Answer<Application>>recorded(new DeskScope(), c -> {
                    var answer = approvals.decide(c, member, id, decision, note);
                    var entries = new ArrayList<>(answer.entries());
                    if (answer instanceof Answer.Done<Application> && evidence != null) {
                        entries.add(new Entry(
                                Pair.of(member, null).stamp(null, null, null),
                                new ReleaseEvent.ApprovalSigned(id, evidence)));
                    }
                    return new Recorded<>(answer, entries);
                })
                .value();
    }

    /// Takes back one's own application.
    public Application withdraw(Member member, long id) {
        return transactions
                .<Answer<Application>>recorded(new DeskScope(), c -> {
                    var answer = approvals.withdraw(c, member, id);
                    return new Recorded<>(answer, answer.entries());
                })
                .value();
    }

    /// What waits for the member's decision.
    public List<Application> waitingFor(Member member) {
        return transactions.read(new DeskScope(), c -> approvals.waitingFor(c, member));
    }

    /// What the member applied for, newest first.
    public List<Application> own(Member member) {
        return transactions.read(new DeskScope(), c -> approvals.own(c, member, MOST));
    }

    /// One application the member may see.
    public Optional<Application> one(Member member, long id) {
        return transactions.read(new DeskScope(), c -> approvals.one(c, member, id));
    }

    /// What was applied for under that number.
    public Optional<Release> release(long application) {
        return transactions.read(new JukiScope(), c -> ReleaseTable.byApplication(c, application));
    }

    /// An application for a job, and how it stands.
    public record Standings(Release release, ApplicationState state) {}

    /// The applications for a job, newest first.
    public List<Standings> ofJob(long job) {
        return transactions.read(new JukiScope(), c -> {
            var releases = ReleaseTable.ofJob(c, job);
            Transactions.enter(c, new DeskScope());
            var found = new ArrayList<Standings>();
            for (var release : releases) {
                found.add(new Standings(
                        release, approvals.state(c, release.application()).orElseThrow()));
            }
            return found;
        });
    }

    /// Who applied, and who decided.
    ///
    /// @throws ReleaseRefused if nobody has decided, or there is no such application
    public Approval.Signers signers(long application) {
        return transactions.read(new DeskScope(), c -> {
            if (approvals.state(c, application).isEmpty()) {
                throw ReleaseRefused.noSuchApplication();
            }
            return ReleaseTable.signers(c, application).orElseThrow(ReleaseRefused::notDecided);
        });
    }

    /// Uses an approval up for exactly that job and medium, in the caller's transaction, which is in the scope of the
    /// ledger of media afterwards. Where the writing it was used for broke off, it goes on under it.
    ///
    /// @param member who executes; null for a command, which acts in the applicant's place
    /// @return the approval, or the refusal with what must be on record
    public Answer<Approval> use(
            Connection connection, Job job, String medium, long application, @Nullable Member member, Pair pair)
            throws SQLException {
        Transactions.enter(connection, new JukiScope());
        var release = ReleaseTable.byApplication(connection, application)
                .filter(found -> found.job() == job.id())
                .orElseThrow(ReleaseRefused::noSuchApplication);
        Transactions.enter(connection, new DeskScope());
        var signers = ReleaseTable.signers(connection, application).orElseThrow(ReleaseRefused::notDecided);
        List<Entry> entries = List.of();
        if (!release.began() || !release.medium().equals(medium)) {
            var payload = Release.payload(job, medium, release.useBy());
            var answer = member == null
                    ? approvals.executeByMachine(
                            connection,
                            pair.stamp(null, job.purpose(), job.id()),
                            MediaScope.ORGANISATION,
                            application,
                            KIND,
                            payload)
                    : approvals.execute(connection, member, application, KIND, payload);
            if (answer instanceof Answer.Refused<Application>(var refusal, var refused)) {
                Transactions.enter(connection, new MediaScope());
                return new Answer.Refused<>(refusal, refused);
            }
            entries = answer.entries();
            Transactions.enter(connection, new JukiScope());
            ReleaseTable.began(connection, application, clock.instant());
        }
        Transactions.enter(connection, new MediaScope());
        return new Answer.Done<>(new Approval(release, signers.applicant(), signers.decider(), entries), entries);
    }

    /// A refusal of the approvals as this machine names it.
    public static ReleaseRefused named(jp.bansho.access.AccessRefused refused) {
        return ReleaseRefused.of(refused);
    }
}
