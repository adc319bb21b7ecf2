package jp.bansho.numbers.incident;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An incident with all that belongs to it, as a member sees it.
///
/// @param steps       how each step stands, with its last line; a step nobody touched has none
/// @param preliminary the preliminary report 速報
/// @param last        the final report 確報
/// @param proposal    the events 1..4 that the machine takes for likely
/// @param findings    findings of the log check it was opened for
/// @param drafts      versions of the report, newest first
/// @param works       true if the member may work on it
/// @param own         true if it is about the member, who may not
public record Sheet(
        Incident incident,
        Map<Step, Optional<Line>> steps,
        List<Line> history,
        Report preliminary,
        Report last,
        List<Integer> proposal,
        List<Long> findings,
        List<Draft> drafts,
        boolean works,
        boolean own) {

    /// A report and its time.
    public record Report(Deadlines.Due due, Deadlines.Standing standing) {}

    /// How a step stands.
    public StepState state(Step step) {
        return state(steps, step);
    }

    /// True if all six steps are settled and the duty is decided, so that closing may be applied for.
    public boolean settled() {
        return incident.duty() != Duty.UNDECIDED
                && steps.keySet().stream().noneMatch(step -> state(step) == StepState.OPEN);
    }

    static StepState state(Map<Step, Optional<Line>> steps, Step step) {
        var state = steps.getOrDefault(step, Optional.empty()).map(Line::state).orElse(null);
        return state == null ? StepState.OPEN : state;
    }
}
