package jp.bansho.numbers.purge;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Answer;
import jp.bansho.access.Member;
import jp.bansho.access.NumberInText;
import jp.bansho.access.Organisation;
import jp.bansho.access.approval.Application;
import jp.bansho.access.approval.ApprovalKind;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Scope;
import jp.bansho.terminal.VisitBook;
import org.springframework.stereotype.Component;

/// Periods and purges of an organisation (L6): the user manager sets the period and orders a purge, somebody else
/// approves it, [PurgeWork] carries it out.
@Component
public class Purges {

    /// No period is shorter; the database holds to it, too.
    public static final int LEAST_YEARS = 7;

    /// No period is longer.
    public static final int MOST_YEARS = 50;

    private final Transactions transactions;
    private final ApprovalDesk approvals;
    private final PurgeWork work;
    private final Clock clock;

    Purges(Transactions transactions, ApprovalDesk approvals, PurgeWork work, Clock clock) {
        this.transactions = transactions;
        this.approvals = approvals;
        this.work = work;
        this.clock = clock;
    }

    /// The organisation's periods and purges, newest first.
    ///
    /// @param due how many records a purge of today would concern; 0 while no period is set
    public record Board(List<Period> periods, List<PurgeRun> runs, long due) {}

    /// How things stand in the member's organisation.
    public Board board(Member member) {
        var board = transactions.read(
                desk(member), connection -> new Board(PurgeTable.periods(connection), PurgeTable.runs(connection), 0));
        if (board.periods().isEmpty()) {
            return board;
        }
        var before = before(board.periods().getFirst().years());
        var due = transactions.read(desk(member), connection -> {
            Transactions.leave(connection);
            return PurgeTable.extent(connection, member.association(), before).records();
        });
        return new Board(board.periods(), board.runs(), due);
    }

    /// True while the run is being carried out by this machine.
    public boolean running(PurgeRun run) {
        return work.running(run.id());
    }

    /// Sets the period.
    public void set(Member member, int years, String reason) {
        NumberInText.refuse(reason);
        if (years < LEAST_YEARS || years > MOST_YEARS) {
            throw new AccessRefused("period", "the period is 7 to 50 years", "保存期間は7年から50年までです");
        }
        requireNotOperator(member);
        transactions.recorded(desk(member), connection -> {
            PurgeTable.set(
                    connection,
                    member.organisation(),
                    new Period(years, reason.strip(), member.account(), clock.instant()));
            return recorded(member, new PurgeEvent.RecordPeriodSet(years));
        });
    }

    /// Orders a purge of everything older than the period, and applies for its approval.
    public void order(Member member, String purpose, String reason) {
        requireNotOperator(member);
        act(member, "order", connection -> {
            var period = PurgeTable.periods(connection).stream()
                    .findFirst()
                    .orElseThrow(() -> new AccessRefused("no-period", "set a period first", "先に保存期間を設定してください"));
            Transactions.leave(connection);
            var before = before(period.years());
            var extent = PurgeTable.extent(connection, member.association(), before);
            if (extent.records() == 0) {
                throw new AccessRefused("nothing-due", "no record is older than the period", "保存期間を過ぎた記録はありません");
            }
            var run = run(member, period.years(), before, extent, 0);
            var answer = approvals.apply(
                    connection,
                    member,
                    ApprovalKind.RECORD_PURGE,
                    purpose,
                    "before-" + LocalDate.ofInstant(before, VisitBook.JAPAN),
                    reason,
                    run.payload());
            if (answer instanceof Answer.Done<Application>(var done, var entries)) {
                Transactions.enter(connection, desk(member));
                PurgeTable.order(connection, run(member, period.years(), before, extent, done.id()));
                var event = new PurgeEvent.RecordPurgeOrdered(done.id(), before, extent.records());
                return new Answer.Done<>(done, with(entries, member, event));
            }
            return answer;
        });
    }

    /// Carries out an approved purge.
    public void start(Member member, long id) {
        act(member, "start", connection -> {
            var run = own(connection, id);
            var answer =
                    approvals.execute(connection, member, run.application(), ApprovalKind.RECORD_PURGE, run.payload());
            if (answer instanceof Answer.Done<Application>(var done, var entries)) {
                Transactions.enter(connection, desk(member));
                PurgeTable.start(connection, id, clock.instant());
                var event = new PurgeEvent.RecordPurgeStarted(run.application(), run.before());
                return new Answer.Done<>(done, with(entries, member, event));
            }
            return answer;
        });
        work.begin(member, id);
    }

    /// Goes on with a purge that broke off.
    public void resume(Member member, long id) {
        transactions.recorded(desk(member), connection -> {
            var run = own(connection, id);
            if (!run.unfinished()) {
                throw new AccessRefused("not-unfinished", "there is nothing to go on with", "再開できる消去ではありません");
            }
            return recorded(member, new PurgeEvent.RecordPurgeResumed(run.application(), run.purged()));
        });
        work.begin(member, id);
    }

    /// All purges of all organisations with their counts, for operators, who see and do not order.
    ///
    /// @throws StaffRefused for everybody else
    public List<PurgeRun> all(Actor operator) {
        if (operator.role() != Role.OPERATOR) {
            throw new StaffRefused(
                    "only an operator sees all purges; user managers see theirs on screen", "すべての消去を見られるのは運用担当者だけです");
        }
        return transactions.read(new Scope.Operator(), PurgeTable::runs);
    }

    private static PurgeRun own(Connection connection, long id) throws SQLException {
        return PurgeTable.one(connection, id, true)
                .orElseThrow(() -> new AccessRefused("no-such-purge", "there is no such purge", "その消去はありません"));
    }

    private PurgeRun run(Member member, int years, Instant before, PurgeTable.Extent extent, long application) {
        return new PurgeRun(
                0,
                member.organisation(),
                application,
                years,
                before,
                extent.lastSeq(),
                extent.records(),
                member.account(),
                clock.instant(),
                null,
                1,
                0,
                null);
    }

    @FunctionalInterface
    private interface Step {
        Answer<Application> on(Connection connection) throws SQLException;
    }

    private void act(Member member, String act, Step step) {
        try {
            transactions
                    .recorded(desk(member), connection -> {
                        var answer = step.on(connection);
                        return new Recorded<>(answer, answer.entries());
                    })
                    .value();
        } catch (AccessRefused refused) {
            transactions.recorded(
                    desk(member), _ -> recorded(member, new PurgeEvent.RecordPurgeRefused(act, refused.reason())));
            throw refused;
        }
    }

    private static List<Entry> with(List<Entry> entries, Member member, PurgeEvent event) {
        var all = new ArrayList<>(entries);
        all.add(new Entry(stamp(member), event));
        return all;
    }

    private static Recorded<Boolean> recorded(Member member, PurgeEvent event) {
        return new Recorded<>(true, List.of(new Entry(stamp(member), event)));
    }

    static Stamp stamp(Member member) {
        return member.stamp(Actor.SYSTEM, member.association(), null, null);
    }

    private static void requireNotOperator(Member member) {
        if (member.organisation() == Organisation.OPERATOR) {
            throw new AccessRefused("operator", "operators purge no records", "運用担当者は記録を消去できません");
        }
    }

    /// The beginning of the day in Japan that lies so many years back.
    private Instant before(int years) {
        return LocalDate.ofInstant(clock.instant(), VisitBook.JAPAN)
                .minusYears(years)
                .atStartOfDay(VisitBook.JAPAN)
                .toInstant()
                .truncatedTo(ChronoUnit.MICROS);
    }

    private static Scope desk(Member member) {
        return new Scope.Desk(member.organisation());
    }
}
