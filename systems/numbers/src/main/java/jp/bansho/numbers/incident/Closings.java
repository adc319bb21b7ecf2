package jp.bansho.numbers.incident;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Answer;
import jp.bansho.access.Member;
import jp.bansho.access.NumberInText;
import jp.bansho.access.approval.Application;
import jp.bansho.access.approval.ApprovalKind;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.staff.ApprovalDesk;
import org.springframework.stereotype.Component;

/// Closing an incident: applied for when all six steps are settled, approved by somebody else,
/// bound to the history as it stood; what is written down meanwhile makes the approval worthless
/// (S6, four eyes).
@Component
public class Closings {

    private final Transactions transactions;
    private final ApprovalDesk approvals;
    private final Incidents incidents;

    Closings(Transactions transactions, ApprovalDesk approvals, Incidents incidents) {
        this.transactions = transactions;
        this.approvals = approvals;
        this.incidents = incidents;
    }

    /// The last application for the closing of an incident, if there is one the member may see.
    public Optional<Application> application(Member member, Incident incident) {
        var application = incident.application();
        return application == null ? Optional.empty() : approvals.one(member, application);
    }

    /// Applies for the closing.
    ///
    /// @throws AccessRefused if a step is not settled, the duty not decided, or the member may not apply
    public void apply(Member member, long id, String purpose, String reason) {
        step(member, id, "closing", reason, (connection, incident, about) -> {
            requireSettled(connection, incident);
            var payload = payload(connection, incident);
            Transactions.leave(connection);
            var answer = approvals.apply(
                    connection, member, ApprovalKind.INCIDENT_CLOSING, purpose, "incident-" + id, reason, payload);
            Transactions.enter(connection, Incidents.scope(member));
            if (answer instanceof Answer.Done<Application>(var done, var _)) {
                IncidentTable.application(connection, id, done.id());
                incidents.add(connection, member, incident, "closing", null, null, reason);
            }
            return answer;
        });
    }

    /// Closes the incident with the approval of its last application.
    public void close(Member member, long id) {
        step(member, id, "close", "close", (connection, incident, about) -> {
            requireSettled(connection, incident);
            var application = incident.application();
            if (application == null) {
                throw new AccessRefused("not-applied", "apply for the closing first", "先に対応の終了を申請してください");
            }
            var payload = payload(connection, incident);
            Transactions.leave(connection);
            var answer = approvals.execute(connection, member, application, ApprovalKind.INCIDENT_CLOSING, payload);
            Transactions.enter(connection, Incidents.scope(member));
            if (answer instanceof Answer.Done<Application> done) {
                IncidentTable.state(connection, id, false);
                incidents.add(connection, member, incident, "closed", null, null, "no. " + application);
                var entries = new ArrayList<Entry>(done.entries());
                entries.add(new Entry(about, new IncidentEvent.IncidentClosed(id, application)));
                return new Answer.Done<>(done.done(), entries);
            }
            return answer;
        });
    }

    /// Opens a closed incident again.
    public void reopen(Member member, long id, String reason) {
        incidents.act(member, id, "reopen", reason, false, (connection, incident) -> {
            IncidentTable.state(connection, id, true);
            incidents.add(connection, member, incident, "reopened", null, null, reason);
            return new IncidentEvent.IncidentReopened(id);
        });
    }

    @FunctionalInterface
    private interface Act {
        Answer<Application> on(Connection connection, Incident incident, Stamp about) throws SQLException;
    }

    private void step(Member member, long id, String act, String text, Act step) {
        NumberInText.refuse(text);
        try {
            var about = incidents.requireNotOwn(member, id);
            transactions
                    .recorded(Incidents.scope(member), connection -> {
                        var answer = step.on(connection, Incidents.held(connection, id, true), about);
                        return new Recorded<>(answer, answer.entries());
                    })
                    .value();
        } catch (AccessRefused refused) {
            incidents.refused(member, id, act, refused);
            throw refused;
        }
    }

    private static void requireSettled(Connection connection, Incident incident) throws SQLException {
        var steps = Incidents.steps(IncidentTable.history(connection, incident.id()));
        var open = Arrays.stream(Step.values()).anyMatch(step -> Sheet.state(steps, step) == StepState.OPEN);
        if (open || incident.duty() == Duty.UNDECIDED) {
            throw new AccessRefused(
                    "not-settled",
                    "all six steps must be settled and the duty to report decided",
                    "6つの段階のすべてと、報告の要否の決定が済んでいません");
        }
        var reported = Sheet.state(steps, Step.REPORT) == StepState.DONE;
        if (incident.duty() == Duty.REPORTABLE && !reported) {
            throw new AccessRefused("not-reported", "the final report has not been made", "確報が済んでいません");
        }
    }

    /// What the second person approves; composed anew when it is used.
    private static String payload(Connection connection, Incident incident) throws SQLException {
        var history = IncidentTable.history(connection, incident.id()).stream()
                .filter(line -> !line.act().equals("closing"))
                .toList();
        var steps = Incidents.steps(history);
        var lines = new ArrayList<>(List.of(
                "incident: " + incident.id(),
                "organisation: " + incident.organisation(),
                "kind: " + incident.kind().word(),
                "known: " + incident.knownAt(),
                "duty: " + incident.duty().word() + " " + incident.events(),
                "preliminary: " + incident.preliminaryOn(),
                "final: " + incident.finalOn()));
        steps.forEach((step, line) -> lines.add(step.word() + ": "
                + Sheet.state(steps, step).word()
                + line.map(one -> " " + one.by() + " " + one.at()).orElse("")));
        lines.add("lines: " + history.size());
        lines.add("last: " + history.getLast().act() + " " + history.getLast().at());
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
