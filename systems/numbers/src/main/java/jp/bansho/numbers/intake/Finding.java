package jp.bansho.numbers.intake;

import org.jspecify.annotations.Nullable;

/// A row that was not simply registered: which, why, and whose by the echoed key. Never the number.
///
/// @param rule   name of the rule or reason; empty where the outcome says all
/// @param column column concerned, from 1; 0 if the whole row is
public record Finding(
        long line,
        RowOutcome outcome,
        String rule,
        int column,
        @Nullable String echoKey) {}
