package jp.bansho.numbers.erasure;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Answer;
import jp.bansho.access.Member;
import jp.bansho.access.NumberInText;
import jp.bansho.access.Organisation;
import jp.bansho.access.approval.Application;
import jp.bansho.access.approval.ApprovalKind;
import jp.bansho.audit.Entry;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.retention.Certificate;
import jp.bansho.retention.Use;
import jp.bansho.seal.KeyRing;
import org.springframework.stereotype.Component;

/// The front door of erasures (R2-R4): somebody of the association prepares a list and applies, somebody else
/// approves it, whoever ordered it starts it. Operators may see runs and complete one that stopped after it was
/// committed; they cannot order or start one.
@Component
public class Erasures {

    private static final String PURPOSE = "個人番号の廃棄";
    private static final int MOST = 100;

    private final Transactions transactions;
    private final ApprovalDesk approvals;
    private final Rights rights;
    private final Jobs jobs;
    private final Vault vault;
    private final Erasing erasing;
    private final Completion completion;
    private final Certificates certificates;
    private final Clock clock;

    Erasures(
            Transactions transactions,
            ApprovalDesk approvals,
            Rights rights,
            Jobs jobs,
            Vault vault,
            KeyRing ring,
            Completion completion,
            Certificates certificates,
            Clock clock) {
        this.transactions = transactions;
        this.approvals = approvals;
        this.rights = rights;
        this.jobs = jobs;
        this.vault = vault;
        this.erasing = new Erasing(vault, ring, approvals, clock);
        this.completion = completion;
        this.certificates = certificates;
        this.clock = clock;
    }

    /// Freezes the list of what is due on a day.
    ///
    /// @param reason why it is done now; stands in the application
    /// @throws AccessRefused if the day lies ahead or nothing is due
    public Run prepare(Member member, LocalDate day, String reason) {
        var association = ordering(member);
        NumberInText.refuse(reason);
        var today = Today.of(clock);
        if (day.isAfter(today)) {
            throw new AccessRefused("day-ahead", "the day lies ahead", "基準日が未来の日です");
        }
        if (reason.isBlank() || reason.length() > 1_000) {
            throw new AccessRefused("reason-missing", "write a reason, up to 1,000 characters", "理由を1,000字以内で書いてください");
        }
        return transactions
                .<Answer<Run>>recorded(new Scope.Association(association), connection -> {
                    var due = DueTable.due(connection, association, day, today);
                    var stamp = Actors.of(member).stamp(association, null, null, null);
                    if (due.items().isEmpty()) {
                        var entries = List.of(new Entry(stamp, new ErasureEvent.RunRefused(0, "nothing-due")));
                        return new Recorded<>(
                                new Answer.Refused<>(
                                        new AccessRefused(
                                                "nothing-due", "nothing is due on that day", "その日に期日を過ぎている個人番号はありません"),
                                        entries),
                                entries);
                    }
                    var id = RunTable.add(connection, due, reason.strip(), member.account(), clock.instant());
                    var event = new ErasureEvent.RunPrepared(
                            id, day, due.people(), due.uses(Use.PENSION), due.uses(Use.TAX), due.digest());
                    var entries = List.of(new Entry(stamp, event));
                    return new Recorded<>(
                            new Answer.Done<>(RunTable.byId(connection, id).orElseThrow(), entries), entries);
                })
                .value();
    }

    /// Applies for the execution of a prepared list.
    public Run apply(Member member, long run, String caseReference) {
        var association = ordering(member);
        return transactions
                .<Answer<Run>>recorded(new Scope.Association(association), connection -> {
                    var known = RunTable.lock(connection, run).filter(one -> one.state() == RunState.PREPARED);
                    if (known.isEmpty() || !known.get().preparedBy().equals(member.account())) {
                        throw noSuchRun();
                    }
                    var answer = approvals.apply(
                            connection,
                            member,
                            ApprovalKind.ERASURE,
                            PURPOSE,
                            caseReference,
                            known.get().reason(),
                            known.get().payload());
                    if (answer instanceof Answer.Refused<Application>(var refusal, var entries)) {
                        return new Recorded<>(new Answer.Refused<>(refusal, entries), entries);
                    }
                    Transactions.enter(connection, new Scope.Association(association));
                    RunTable.applied(connection, run, answer.value().id());
                    var applied = RunTable.byId(connection, run).orElseThrow();
                    return new Recorded<>(new Answer.Done<>(applied, answer.entries()), answer.entries());
                })
                .value();
    }

    /// Gives up a run that has not begun.
    public void drop(Member member, long run) {
        var association = ordering(member);
        transactions.recorded(new Scope.Association(association), connection -> {
            var known = RunTable.lock(connection, run).map(Run::state);
            if (known.isEmpty() || (known.get() != RunState.PREPARED && known.get() != RunState.APPLIED)) {
                throw noSuchRun();
            }
            RunTable.dropped(connection, run);
            var stamp = Actors.of(member).stamp(association, null, null, null);
            return new Recorded<>(true, List.of(new Entry(stamp, new ErasureEvent.RunDropped(run, "given-up"))));
        });
    }

    /// Starts an approved run and takes it to its end.
    ///
    /// @throws AccessRefused if it is not approved, not the member's, or somebody on the list is not due any more
    public Run start(Member member, long run) {
        var association = ordering(member);
        var scope = new Scope.Eraser(association, run);
        var known = one(member, run).orElseThrow(Erasures::noSuchRun);
        return alone(association, () -> {
            var next = vault.nextPadKey(association);
            Answer<Run> erased;
            try (var connection = transactions.connection()) {
                erased = transactions.bulk(connection, scope, c -> erasing.erase(c, member, known, next));
            }
            return completion.complete(Actors.of(member), erased.value());
        });
    }

    /// Completes runs that were committed and then stopped: destroys their keys, writes their certificates. One that
    /// cannot be completed does not keep the others waiting; what stopped the first is thrown at the end.
    ///
    /// @param actor for the record: the machine at its start, or an operator
    /// @return the completed runs
    public List<Run> resume(Actor actor) {
        requireOperator(actor);
        var done = new ArrayList<Run>();
        RuntimeException first = null;
        for (var run : stopped()) {
            try {
                done.add(alone(
                        run.association(),
                        () -> completion.complete(
                                actor,
                                transactions.read(
                                        new Scope.Eraser(run.association(), run.id()),
                                        c -> RunTable.byId(c, run.id()).orElseThrow()))));
            } catch (RuntimeException broken) {
                first = first == null ? broken : first;
            }
        }
        if (first != null) {
            throw first;
        }
        return done;
    }

    /// Runs that were committed and are not at their end.
    public List<Run> stopped() {
        return transactions.read(new Scope.Operator(), c -> RunTable.newest(c, 1_000)).stream()
                .filter(run -> run.state().unfinished())
                .toList();
    }

    /// All associations' newest runs, for the operator: counts, nobody's handle.
    public List<Run> all(Actor actor) {
        requireOperator(actor);
        return transactions.read(new Scope.Operator(), c -> RunTable.newest(c, MOST));
    }

    /// The association's newest runs.
    public List<Run> newest(Member member) {
        return transactions.read(new Scope.Association(member.organisation()), c -> RunTable.newest(c, MOST));
    }

    /// One run of the association.
    public Optional<Run> one(Member member, long run) {
        return transactions.read(new Scope.Association(member.organisation()), c -> RunTable.byId(c, run));
    }

    /// The certificate of a run, if it is written and genuine.
    public Optional<Certificate> certificate(Run run) {
        return run.state() == RunState.CERTIFIED ? certificates.read(run) : Optional.empty();
    }

    /// Where the certificate of a run lies, for the operator.
    public Path file(Run run) {
        return certificates.file(run);
    }

    @FunctionalInterface
    private interface Held<T> {
        T run() throws SQLException;
    }

    private <T> T alone(int association, Held<T> work) {
        try (var connection = transactions.connection();
                var _ = jobs.lock(connection, association)) {
            return work.run();
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    private int ordering(Member member) {
        if (!rights.allows(member, Right.ORDER_ERASURE) || !Organisation.isAssociation(member.organisation())) {
            throw new AccessRefused("no-right", "you may not order an erasure", "廃棄を指示する権限がありません");
        }
        return member.organisation();
    }

    private static void requireOperator(Actor actor) {
        if (actor.role() != Role.OPERATOR) {
            throw new StaffRefused("only the operator may do this", "運営担当者だけが実行できます");
        }
    }

    private static AccessRefused noSuchRun() {
        return new AccessRefused(
                "no-such-run", "there is no such run, or it is in another state", "その廃棄の実行はないか、状態が違います");
    }
}
