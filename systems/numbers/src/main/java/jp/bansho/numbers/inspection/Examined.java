package jp.bansho.numbers.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// All that the rules are held against.
///
/// @param traces   in the order of the chain; some of them older than what is reported
/// @param firstDay the first day that is reported
record Examined(List<Trace> traces, LocalDate firstDay, Instant now, Thresholds thresholds, Background background) {

    /// The traces that are reported.
    Stream<Trace> reported() {
        return traces.stream().filter(trace -> !trace.day().isBefore(firstDay));
    }

    /// Those of them that look at a person, or work on the record of one.
    Stream<Trace> touches() {
        return reported().filter(trace -> Events.touches(trace.event()) && trace.subject() != null);
    }
}
