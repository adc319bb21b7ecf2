package jp.bansho.numbers.inspection;

import java.time.Instant;
import java.time.LocalDate;

/// One time the record was checked.
///
/// @param firstDay first day that was reported
/// @param lastDay  day of the check
/// @param records  how many records the rules looked at
/// @param hits     how many findings the rules yield now
/// @param added    how many of them are new, or have grown
public record LogRun(
        String ranBy, Instant ranAt, LocalDate firstDay, LocalDate lastDay, long records, int hits, int added) {}
