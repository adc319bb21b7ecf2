package jp.bansho.numbers.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.access.Organisation;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.operation.MonthFigures.Capacity;
import jp.bansho.numbers.operation.MonthFigures.FindingLine;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Organisations;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Scope;
import jp.bansho.paper.PaperPress;
import org.springframework.stereotype.Component;

/// The monthly report of operations 運用月次報告書 (S5): for the screen, and as a paper for the federation.
@Component
public class OperationsReport {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Transactions transactions;
    private final Organisations organisations;
    private final ReportPages pages;
    private final PaperPress press;
    private final Clock clock;

    OperationsReport(Transactions transactions, Organisations organisations, ReportPages pages, Clock clock) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.pages = pages;
        this.press = new PaperPress(clock);
        this.clock = clock;
    }

    /// The month of now.
    public YearMonth current() {
        return YearMonth.from(clock.instant().atZone(JAPAN));
    }

    /// The report as a PDF; that it was written is on record.
    ///
    /// @throws StaffRefused for everybody but operators, and for a month that has not begun
    public byte[] paper(Actor operator, YearMonth month) {
        if (operator.role() != Role.OPERATOR) {
            throw new StaffRefused("only an operator writes the report of operations", "運用月次報告書を作成できるのは運用担当者だけです");
        }
        if (month.isAfter(current())) {
            throw new StaffRefused("this month has not begun", "まだ始まっていない月です");
        }
        var figures = figures(month);
        var paper = press.pdf(pages.paper(figures, clock.instant()));
        var event = new OperationEvent.OperationsReported(month.toString(), figures.through());
        return transactions.recorded(
                new Scope.Operator(),
                _ -> new Recorded<>(paper, List.of(new Entry(operator.stamp(null, null, null, null), event))));
    }

    /// The sections of the report for a screen, in the language of the request.
    public List<ReportPages.Section> sections(YearMonth month) {
        return pages.sections(figures(month));
    }

    /// The month in figures.
    public MonthFigures figures(YearMonth month) {
        var from = month.atDay(1).atStartOfDay(JAPAN).toInstant();
        var end = month.plusMonths(1).atDay(1).atStartOfDay(JAPAN).toInstant();
        var now = clock.instant();
        var until = now.isBefore(end) ? now : end;
        var numbers =
                transactions.read(new Scope.Federation(), connection -> MonthTable.numbers(connection, from, until));
        var findings = findings(from, until);
        var jobs = transactions.read(new Scope.Operator(), connection -> MonthTable.jobs(connection, from, until));
        var desk = new Scope.Desk(Organisation.OPERATOR);
        var approvals = transactions.read(desk, connection -> MonthTable.approvals(connection, from, until));
        var reviews = transactions.read(desk, MonthTable::reviews);
        return transactions.read(new Scope.Operator(), connection -> {
            Transactions.leave(connection);
            var through = MonthTable.through(connection, until);
            var turns = MonthTable.turns(connection, from, through);
            var outages = MonthTable.outages(connection, turns, from, until);
            var within =
                    turns.stream().filter(turn -> !turn.at().isBefore(from)).toList();
            var starts = (int) within.stream().filter(MonthTable.Turn::start).count();
            var acts = MonthTable.acts(connection, from, through);
            var recorded = acts.values().stream().mapToLong(Long::longValue).sum();
            return new MonthFigures(
                    month,
                    from,
                    until,
                    through,
                    starts,
                    within.size() - starts,
                    served(from, until, outages),
                    outages,
                    jobs,
                    acts,
                    MonthTable.alarms(connection, from, through),
                    findings,
                    new Capacity(
                            HealthTable.databaseBytes(connection),
                            numbers.getFirst(),
                            numbers.getLast(),
                            through,
                            recorded),
                    approvals,
                    reviews);
        });
    }

    private List<FindingLine> findings(Instant from, Instant until) {
        var found = new ArrayList<FindingLine>();
        for (var code : organisations.associations().keySet()) {
            found.add(transactions.read(
                    new Scope.Association(code), connection -> MonthTable.findings(connection, code, from, until)));
        }
        found.add(transactions.read(
                new Scope.Federation(),
                connection -> MonthTable.findings(connection, Organisation.FEDERATION, from, until)));
        found.add(transactions.read(
                new Scope.Operator(),
                connection -> MonthTable.findings(connection, Organisation.OPERATOR, from, until)));
        return found;
    }

    private static Duration served(Instant from, Instant until, List<MonthFigures.Outage> outages) {
        var away = outages.stream()
                .map(outage -> Duration.between(outage.from(), outage.until()))
                .reduce(Duration.ZERO, Duration::plus);
        return Duration.between(from, until).minus(away);
    }
}
