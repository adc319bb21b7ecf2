package jp.bansho.access.approval;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Answer;
import jp.bansho.access.Matrix;
import jp.bansho.access.Member;
import jp.bansho.access.Organisation;
import jp.bansho.access.Standing;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import org.jspecify.annotations.Nullable;

/// The front door of approvals (A6, A7): apply, decide, withdraw, execute.
///
/// All methods work on the caller's connection and transaction, in the scope of the desk of the member's
/// organisation; the caller records the entries of each [Answer] in that transaction. Every act reads the
/// member's account anew, so that who was transferred or stopped a moment ago is refused. Nobody decides
/// what they applied for: not with the same account, not with another account or role of the same person,
/// not as somebody of the same name in any organisation. The table's own trigger and constraints hold to
/// the same rules whoever writes the statement.
public final class Approvals {

    private final String system;
    private final Matrix matrix;
    private final List<ApprovalKind> kinds;
    private final InstantSource clock;

    /// Approvals of one machine.
    ///
    /// @param system the machine in the record, such as `numbers`
    /// @param kinds  the kinds known here, such as [ApprovalKind#ALL]
    public Approvals(String system, Matrix matrix, List<ApprovalKind> kinds, InstantSource clock) {
        this.system = system;
        this.matrix = matrix;
        this.kinds = List.copyOf(kinds);
        this.clock = clock;
    }

    /// The kind of that word.
    public Optional<ApprovalKind> kind(String word) {
        return kinds.stream().filter(kind -> kind.word().equals(word)).findFirst();
    }

    /// The kinds that the member may apply for.
    public List<ApprovalKind> kindsFor(Member member) {
        return kinds.stream()
                .filter(kind -> fromHere(kind, member.organisation()) && matrix.allows(member, kind.applyRight()))
                .toList();
    }

    /// Applies for one execution of exactly that payload.
    ///
    /// @param payload what is to be done, as the decider will read it; visible characters and line feeds only
    public Answer<Application> apply(
            Connection connection,
            Member member,
            ApprovalKind kind,
            String purpose,
            String caseReference,
            String reason,
            String payload)
            throws SQLException {
        var step = new Step("apply", null, kind.word(), Wording.hash(payload));
        return answer(member.stamp(system, member.association(), null, null), step, now -> {
            Standing.with(connection, member, matrix, kind.applyRight(), now);
            if (!fromHere(kind, member.organisation())) {
                throw Refusal.NOT_FROM_HERE.refused();
            }
            var texts = List.of(
                    Wording.line(purpose),
                    Wording.line(caseReference),
                    Wording.prose(reason),
                    Wording.payload(payload));
            var id = ApplicationTable.add(connection, member, kind, decides(kind, member), texts, now);
            var made = ApplicationTable.byId(connection, id, now).orElseThrow();
            return done(
                    made,
                    stamp(member, made),
                    new ApprovalEvent.ApplicationMade(id, made.kind(), made.payloadHash(), made.caseReference()));
        });
    }

    /// The applications that wait for this member's decision; those that run out first come first. Empty
    /// without the right; never one's own.
    public List<Application> waitingFor(Connection connection, Member member) throws SQLException {
        var now = now();
        var standing = Standing.of(connection, member, now);
        if (standing.isEmpty()) {
            return List.of();
        }
        return ApplicationTable.waitingFor(connection, standing.get(), now).stream()
                .filter(application -> maySee(standing.get(), application))
                .toList();
    }

    /// The person's own applications, made under any account, newest first.
    public List<Application> own(Connection connection, Member member, int most) throws SQLException {
        return ApplicationTable.of(connection, member, most, now());
    }

    /// One application, if it is the person's own or one that the member's role decides on.
    public Optional<Application> one(Connection connection, Member member, long id) throws SQLException {
        var now = now();
        var standing = Standing.of(connection, member, now);
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        return ApplicationTable.byId(connection, id, now).filter(application -> maySee(standing.get(), application));
    }

    /// How an application stands, for the machine itself.
    public Optional<ApplicationState> state(Connection connection, long id) throws SQLException {
        return ApplicationTable.byId(connection, id, now()).map(Application::state);
    }

    /// Decides an application of somebody else.
    ///
    /// @param note why; must be there if the decision is to refuse
    public Answer<Application> decide(Connection connection, Member member, long id, Decision decision, String note)
            throws SQLException {
        var stamp = member.stamp(system, member.association(), null, null);
        return answer(stamp, new Step("decide", id, null, null), now -> {
            var open = locked(connection, id, now);
            var kind = kind(open.kind()).orElseThrow(Refusal.NO_SUCH_APPLICATION::refused);
            var decider = Standing.with(connection, member, matrix, kind.decideRight(), now);
            requireAnother(connection, open, decider);
            requireOpen(open);
            var approved = decision == Decision.APPROVE;
            if (!approved && note.isBlank()) {
                throw Refusal.NOTE_MISSING.refused();
            }
            var said = note.isBlank() ? null : Wording.prose(note);
            ApplicationTable.decide(
                    connection, id, member, approved, said, approved ? now.plus(kind.executeWithin()) : null, now);
            var decided = ApplicationTable.byId(connection, id, now).orElseThrow();
            return done(
                    decided,
                    stamp(member, decided),
                    new ApprovalEvent.ApplicationDecided(
                            id, decided.kind(), decided.payloadHash(), decided.applicant(), decision));
        });
    }

    /// Takes back one's own open application.
    public Answer<Application> withdraw(Connection connection, Member member, long id) throws SQLException {
        var stamp = member.stamp(system, member.association(), null, null);
        return answer(stamp, new Step("withdraw", id, null, null), now -> {
            var open = locked(connection, id, now);
            Standing.require(connection, member, now);
            if (open.organisation() != member.organisation() || open.applicantPerson() != member.person()) {
                throw Refusal.NOT_THE_APPLICANT.refused();
            }
            requireOpen(open);
            ApplicationTable.withdraw(connection, id, now);
            var withdrawn = ApplicationTable.byId(connection, id, now).orElseThrow();
            return done(
                    withdrawn, stamp(member, withdrawn), new ApprovalEvent.ApplicationWithdrawn(id, withdrawn.kind()));
        });
    }

    /// Uses an approval up. Only if the answer is [Answer.Done] may the caller act, in the same
    /// transaction; then it is the one execution of exactly what was approved.
    ///
    /// @param payload what the caller is about to do, composed anew, not read from the application
    public Answer<Application> execute(Connection connection, Member member, long id, ApprovalKind kind, String payload)
            throws SQLException {
        var stamp = member.stamp(system, member.association(), null, null);
        return answer(stamp, new Step("execute", id, kind.word(), Wording.hash(payload)), now -> {
            Standing.with(connection, member, matrix, kind.applyRight(), now);
            return use(connection, stamp, member.organisation(), member.account(), id, kind, payload, now);
        });
    }

    /// As [#execute], for the machine itself (the nightly batch, in the scope of the door): nobody's
    /// account executes.
    ///
    /// @param stamp        who the machine is in the record
    /// @param organisation whose application it must be
    public Answer<Application> executeByMachine(
            Connection connection, Stamp stamp, int organisation, long id, ApprovalKind kind, String payload)
            throws SQLException {
        return answer(
                stamp,
                new Step("execute", id, kind.word(), Wording.hash(payload)),
                now -> use(connection, stamp, organisation, null, id, kind, payload, now));
    }

    private Answer<Application> use(
            Connection connection,
            Stamp stamp,
            int organisation,
            @Nullable String account,
            long id,
            ApprovalKind kind,
            String payload,
            Instant now)
            throws SQLException {
        Wording.payload(payload);
        if (!ApplicationTable.execute(connection, id, organisation, kind.word(), payload, account, now)) {
            throw whyNot(connection, organisation, id, kind, now).refused();
        }
        var executed = ApplicationTable.byId(connection, id, now).orElseThrow();
        var envelope = new Stamp(
                stamp.system(),
                stamp.actor(),
                stamp.role(),
                association(executed),
                executed.purpose(),
                null,
                stamp.job());
        return done(
                executed, envelope, new ApprovalEvent.ApplicationExecuted(id, executed.kind(), executed.payloadHash()));
    }

    private static Refusal whyNot(Connection connection, int organisation, long id, ApprovalKind kind, Instant now)
            throws SQLException {
        var found = ApplicationTable.byId(connection, id, now).filter(one -> one.organisation() == organisation);
        if (found.isEmpty()) {
            return Refusal.NO_SUCH_APPLICATION;
        }
        return switch (found.get().state()) {
            case OPEN -> Refusal.NOT_DECIDED;
            case REFUSED -> Refusal.REFUSED;
            case WITHDRAWN -> Refusal.WITHDRAWN;
            case EXECUTED -> Refusal.ALREADY_EXECUTED;
            case LAPSED -> Refusal.TOO_LATE;
            case APPROVED -> found.get().kind().equals(kind.word()) ? Refusal.OTHER_PAYLOAD : Refusal.OTHER_KIND;
        };
    }

    private static Application locked(Connection connection, long id, Instant now) throws SQLException {
        return ApplicationTable.locked(connection, id, now).orElseThrow(Refusal.NO_SUCH_APPLICATION::refused);
    }

    private static void requireAnother(Connection connection, Application open, Standing decider) throws SQLException {
        if (open.applicant().equals(decider.account())) {
            throw Refusal.OWN_APPLICATION.refused();
        }
        if (open.applicantPerson() == decider.person()) {
            throw Refusal.SAME_PERSON.refused();
        }
        if (ApplicationTable.sameName(connection, open.id(), decider.nameKey())) {
            throw Refusal.SAME_NAME.refused();
        }
        if (open.decidingOrganisation() != decider.organisation()) {
            throw Refusal.NOT_DECIDED_HERE.refused();
        }
    }

    private static void requireOpen(Application application) {
        switch (application.state()) {
            case OPEN -> {}
            case APPROVED, REFUSED, EXECUTED -> throw Refusal.ALREADY_DECIDED.refused();
            case WITHDRAWN -> throw Refusal.WITHDRAWN.refused();
            case LAPSED ->
                throw (application.decidedBy() == null ? Refusal.TOO_LATE : Refusal.ALREADY_DECIDED).refused();
        }
    }

    private boolean maySee(Standing standing, Application application) {
        if (application.applicantPerson() == standing.person()) {
            return true;
        }
        return application.decidingOrganisation() == standing.organisation()
                && kind(application.kind())
                        .filter(kind -> matrix.allows(standing.role(), standing.department(), kind.decideRight()))
                        .isPresent();
    }

    private static int decides(ApprovalKind kind, Member member) {
        return switch (kind.decidedBy()) {
            case OWN_ORGANISATION -> member.organisation();
            case FEDERATION -> Organisation.FEDERATION;
        };
    }

    private static boolean fromHere(ApprovalKind kind, int organisation) {
        return switch (kind.from()) {
            case ANYBODY -> true;
            case ASSOCIATIONS -> Organisation.isAssociation(organisation);
            case NOT_THE_OPERATOR -> organisation != Organisation.OPERATOR;
            case FEDERATION -> organisation == Organisation.FEDERATION;
            case OPERATOR -> organisation == Organisation.OPERATOR;
        };
    }

    private Stamp stamp(Member member, Application application) {
        return member.stamp(system, association(application), application.purpose(), null);
    }

    private static @Nullable Integer association(Application application) {
        return Organisation.isAssociation(application.organisation()) ? application.organisation() : null;
    }

    /// PostgreSQL keeps microseconds; what is compared must be what is kept.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// What is being tried, for the record of a refusal.
    private record Step(
            String name,
            @Nullable Long id,
            @Nullable String kind,
            @Nullable String payloadHash) {}

    /// Work that is refused by an exception before it has changed anything.
    @FunctionalInterface
    private interface Work {
        Answer<Application> at(Instant now) throws SQLException;
    }

    private Answer<Application> answer(Stamp stamp, Step step, Work work) throws SQLException {
        try {
            return work.at(now());
        } catch (AccessRefused refusal) {
            var event = new ApprovalEvent.ApprovalRefused(
                    refusal.reason(), step.name(), step.id(), step.kind(), step.payloadHash());
            return new Answer.Refused<>(refusal, List.of(new Entry(stamp, event)));
        }
    }

    private static Answer<Application> done(Application application, Stamp stamp, ApprovalEvent event) {
        return new Answer.Done<>(application, List.of(new Entry(stamp, event)));
    }
}
