package jp.bansho.numbers.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Refusals of one user in a row: within a day, and with nothing between that succeeded.
final class RefusalsCheck {

    private RefusalsCheck() {}

    static Hits hits(Examined examined) {
        var hits = new Hits();
        var open = new HashMap<String, Run>();
        examined.reported().forEach(trace -> {
            if (Events.refused(trace.event())) {
                var run = open.computeIfAbsent(trace.actor(), _ -> new Run(trace.day(), new ArrayList<>()));
                if (!run.day().equals(trace.day())) {
                    close(run, examined, hits);
                    run = new Run(trace.day(), new ArrayList<>());
                    open.put(trace.actor(), run);
                }
                run.add(trace);
            } else if (Events.touches(trace.event()) || Events.letIn(trace.event())) {
                var run = open.remove(trace.actor());
                if (run != null) {
                    close(run, examined, hits);
                }
            }
        });
        open.values().forEach(run -> close(run, examined, hits));
        return hits;
    }

    private static void close(Run run, Examined examined, Hits hits) {
        if (run.traces().size() >= examined.thresholds().refusalsInARow()) {
            run.traces().forEach(hits::addForDay);
        }
    }

    private record Run(LocalDate day, List<Trace> traces) {

        /// One attempt to come in may leave two records: the passkey's refusal and the login's.
        void add(Trace trace) {
            if (trace.event().equals(Events.LOGIN_REFUSED)
                    && !traces.isEmpty()
                    && traces.getLast().event().equals(Events.PASSKEY_REFUSED)
                    && traces.getLast().at().equals(trace.at())) {
                traces.removeLast();
            }
            traces.add(trace);
        }
    }
}
