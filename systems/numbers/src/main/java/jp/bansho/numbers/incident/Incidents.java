package jp.bansho.numbers.incident;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.NumberInText;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.inspection.Watch;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.store.Scope;
import jp.bansho.terminal.VisitBook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Incidents 事故 (S6): opening one by hand, the six steps, the duty to report and its clock. Each act is one
/// transaction with its line of history and its record; a refusal is on record, too.
@Component
public class Incidents {

    private final Transactions transactions;
    private final Rights rights;
    private final IncidentClock deadlines;
    private final Clock clock;

    Incidents(Transactions transactions, Rights rights, IncidentClock deadlines, Clock clock) {
        this.transactions = transactions;
        this.rights = rights;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /// A line of the list.
    public record Row(Incident incident, Sheet.Report preliminary, Sheet.Report last) {}

    /// The member's incidents, open ones first.
    public List<Row> list(Member member, boolean openOnly) {
        var rows = rows(member, openOnly);
        recorded(member, null, new IncidentEvent.IncidentsShown(rows.size()));
        return rows;
    }

    /// The open ones, for the work list; not on record.
    List<Row> rows(Member member, boolean openOnly) {
        return transactions.read(scope(member), connection -> IncidentTable.list(connection, openOnly)).stream()
                .map(incident -> new Row(incident, deadlines.preliminary(incident), deadlines.last(incident)))
                .toList();
    }

    /// One incident; empty if the member sees none of that number.
    public Optional<Sheet> one(Member member, long id) {
        var sheet = sheet(member, id);
        sheet.ifPresent(found -> recorded(member, found.incident(), new IncidentEvent.IncidentShown(id)));
        return sheet;
    }

    /// Opens an incident by hand.
    ///
    /// @param knownAt when the first of us knew; not in the future
    /// @return its number
    public long open(Member member, IncidentKind kind, Instant knownAt, String place, String summary) {
        NumberInText.refuse(place, summary);
        if (!kind.byHand()) {
            throw new IllegalArgumentException("only the machine opens an incident of that kind");
        }
        var now = clock.instant();
        if (knownAt.isAfter(now)) {
            throw new AccessRefused("known-in-the-future", "nobody knew in the future", "知った日時が未来です");
        }
        var key = kind.word() + " " + member.account() + " " + now;
        var opening = new Opening(
                member.organisation(),
                false,
                kind,
                key,
                key,
                null,
                place.strip(),
                summary.strip(),
                knownAt,
                null,
                member.account());
        return transactions.recorded(scope(member), connection -> {
            var stamp = member.stamp(Actor.SYSTEM, member.association(), null, null);
            var entries = opening.open(connection, stamp, now);
            var id = IncidentTable.openThread(connection, member.organisation(), key)
                    .orElseThrow();
            return new Recorded<>(id, entries);
        });
    }

    /// Settles a step, or takes it up again.
    ///
    /// @param made day of the final report, for the step of the report alone
    /// @throws AccessRefused if an earlier step must be settled first, or the text holds a number
    public void settle(Member member, long id, Step step, StepState state, String note, @Nullable LocalDate made) {
        act(member, id, "step", note, (connection, incident) -> {
            var steps = steps(IncidentTable.history(connection, id));
            if (state != StepState.OPEN
                    && step.after().stream().anyMatch(before -> Sheet.state(steps, before) == StepState.OPEN)) {
                throw new AccessRefused("step-too-early", "an earlier step is not settled yet", "先に済ませるべき段階が終わっていません");
            }
            if (step == Step.REPORT) {
                reportStep(connection, incident, state, made);
            }
            add(connection, member, incident, "step", step, state, note);
            return new IncidentEvent.IncidentStepSettled(id, step, state);
        });
    }

    private void reportStep(Connection connection, Incident incident, StepState state, @Nullable LocalDate made)
            throws SQLException {
        if (state == StepState.NOT_NEEDED && incident.duty() != Duty.NOT_REPORTABLE) {
            throw new AccessRefused(
                    "must-be-reported",
                    "decide first that it need not be reported, with a reason",
                    "先に「報告の対象ではない」ことを理由とともに決めてください");
        }
        if (state == StepState.DONE) {
            if (made == null || made.isAfter(today())) {
                throw new AccessRefused("day-missing", "the day of the final report is missing", "確報を行った日を入力してください");
            }
        }
        IncidentTable.made(connection, incident.id(), true, state == StepState.DONE ? made : null);
    }

    /// Decides whether the Commission must be told.
    ///
    /// @param events the events 1..4 that apply; none unless it must be told
    public void decide(Member member, long id, Duty duty, List<Integer> events, String reason) {
        if (duty == Duty.UNDECIDED
                || (duty == Duty.REPORTABLE) == events.isEmpty()
                || events.stream().anyMatch(event -> event < 1 || event > 4)) {
            throw new IllegalArgumentException("a duty is decided with its events, or without any");
        }
        act(member, id, "duty", reason, (connection, incident) -> {
            IncidentTable.duty(connection, id, duty, events);
            var said = duty.word() + events.stream().map(event -> " " + event).collect(Collectors.joining());
            add(connection, member, incident, "duty", null, null, said + "\n" + reason.strip());
            return new IncidentEvent.IncidentDutyDecided(
                    id, duty, events.stream().map(String::valueOf).toList());
        });
    }

    /// Writes down that the preliminary report was made.
    public void preliminary(Member member, long id, LocalDate made, String note) {
        act(member, id, "preliminary", note, (connection, incident) -> {
            if (made.isAfter(today()) || made.isBefore(IncidentClock.day(incident.knownAt()))) {
                throw new AccessRefused(
                        "day-wrong",
                        "the report was made between the day of knowing and today",
                        "知った日から今日までの日を入力してください");
            }
            IncidentTable.made(connection, id, false, made);
            add(connection, member, incident, "preliminary", null, null, made + "\n" + note.strip());
            return new IncidentEvent.PreliminaryReportMade(id, made);
        });
    }

    /// Writes down a remark.
    public void note(Member member, long id, String note) {
        act(member, id, "note", note, (connection, incident) -> {
            add(connection, member, incident, "note", null, null, note);
            return new IncidentEvent.IncidentNoted(id);
        });
    }

    /// What is done with an open incident of the own organisation.
    @FunctionalInterface
    interface Work {
        IncidentEvent on(Connection connection, Incident incident) throws SQLException;
    }

    /// One act on an open incident, refused to whom it is about.
    void act(Member member, long id, String act, String text, Work work) {
        act(member, id, act, text, true, work);
    }

    void act(Member member, long id, String act, String text, boolean open, Work work) {
        try {
            NumberInText.refuse(text);
            if (text.isBlank()) {
                throw new AccessRefused("text-missing", "write down why", "内容を書いてください");
            }
            var about = requireNotOwn(member, id);
            transactions.recorded(scope(member), connection -> {
                var incident = held(connection, id, open);
                var event = work.on(connection, incident);
                return new Recorded<>(true, List.of(new Entry(about, event)));
            });
        } catch (AccessRefused refused) {
            refused(member, id, act, refused);
            throw refused;
        }
    }

    void refused(Member member, long id, String act, AccessRefused refused) {
        recorded(member, null, new IncidentEvent.IncidentRefused(id, act, refused.reason()));
    }

    /// The incident, held until the transaction ends.
    static Incident held(Connection connection, long id, boolean open) throws SQLException {
        var incident = IncidentTable.one(connection, id, true)
                .orElseThrow(() -> new AccessRefused(
                        "not-yours",
                        "there is no such incident for your organisation to work on",
                        "あなたの組織が対応する事故ではありません"));
        if (incident.open() != open) {
            throw new AccessRefused("state", "the incident is closed, or open again", "この事故の状態が変わっています");
        }
        return incident;
    }

    /// The envelope of records about it; refuses whom it is about.
    Stamp requireNotOwn(Member member, long id) {
        var incident = transactions.read(scope(member), connection -> IncidentTable.one(connection, id, false));
        if (incident.isPresent() && own(member, incident.get())) {
            throw new AccessRefused(
                    "own-incident",
                    "an incident about yourself is worked on by somebody else",
                    "自分についての事故には、ほかの人が対応します");
        }
        return member.stamp(Actor.SYSTEM, member.association(), null, null);
    }

    Optional<Sheet> sheet(Member member, long id) {
        var found = transactions.read(scope(member), connection -> {
            var incident = IncidentTable.one(connection, id, false);
            return incident.isEmpty()
                    ? Optional.<Found>empty()
                    : Optional.of(new Found(
                            incident.get(),
                            IncidentTable.history(connection, id),
                            IncidentTable.findings(connection, id),
                            DraftTable.all(connection, id)));
        });
        return found.map(one -> {
            var incident = one.incident();
            var own = own(member, incident);
            var works = incident.organisation() == member.organisation()
                    && !own
                    && rights.allows(member, Right.WORK_ON_INCIDENT);
            return new Sheet(
                    incident,
                    steps(one.history()),
                    one.history(),
                    deadlines.preliminary(incident),
                    deadlines.last(incident),
                    deadlines.proposal(incident, one.drafts()),
                    one.findings(),
                    one.drafts(),
                    works,
                    own);
        });
    }

    private record Found(Incident incident, List<Line> history, List<Long> findings, List<Draft> drafts) {}

    static Map<Step, Optional<Line>> steps(List<Line> history) {
        var steps = new EnumMap<Step, Optional<Line>>(Step.class);
        Arrays.stream(Step.values()).forEach(step -> steps.put(step, Optional.empty()));
        for (var line : history) {
            if (line.step() != null) {
                steps.put(line.step(), Optional.of(line));
            }
        }
        return steps;
    }

    void add(
            Connection connection,
            Member member,
            Incident incident,
            String act,
            @Nullable Step step,
            @Nullable StepState state,
            String text)
            throws SQLException {
        var line = new Line(clock.instant(), member.account(), act, step, state, text.strip());
        IncidentTable.add(connection, incident.organisation(), incident.id(), line);
    }

    /// Whose incidents a member sees: the own organisation's; the federation's people all.
    static Scope scope(Member member) {
        return Watch.over(member.organisation()).scope();
    }

    private boolean own(Member member, Incident incident) {
        var account = incident.account();
        return account != null
                && (account.equals(member.account())
                        || transactions.read(
                                new Scope.Desk(member.organisation()),
                                connection -> samePerson(connection, account, member.person())));
    }

    private static boolean samePerson(Connection connection, String account, long person) throws SQLException {
        var sql = "select from access.account where id = ? and person = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, account);
            statement.setLong(2, person);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private void recorded(Member member, @Nullable Incident about, IncidentEvent event) {
        var whose = about == null || about.organisation() < 1 || about.organisation() > 99
                ? member.association()
                : Integer.valueOf(about.organisation());
        var stamp = member.stamp(Actor.SYSTEM, whose, null, null);
        transactions.recorded(scope(member), _ -> new Recorded<>(event, List.of(new Entry(stamp, event))));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VisitBook.JAPAN);
    }
}
