package jp.bansho.numbers.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of an incident's history.
///
/// @param act   word of what was done
/// @param step  the step it is about; null for all else
/// @param state how the step stands since
public record Line(
        Instant at,
        String by,
        String act,
        @Nullable Step step,
        @Nullable StepState state,
        String text) {}
