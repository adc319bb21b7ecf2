package jp.bansho.population;

import org.jspecify.annotations.Nullable;

/// The files that all associations write to.
///
/// @param nextMonth only with `--next-month`
/// @param nextYear truth about next year's declarations, only with `--next-year`
record Shared(
        TaxDesk tax,
        TruthFiles truth,
        RegisterDesk register,
        @Nullable NextMonth nextMonth,
        @Nullable RecordFile nextYear) {}
