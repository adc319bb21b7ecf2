package jp.bansho.numbers.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something the log check points at.
///
/// @param account     whose doing it was
/// @param subject     handle of the person concerned; null if it is about nobody in particular
/// @param userNumber  that person's user number, if the scope knows one
/// @param amount      how many records it rests on
/// @param records     chain positions of the first 200 of them
/// @param note        what the auditor wrote; of an open finding, what was written before it grew
/// @param workedOffBy who worked it off; null while it is open
public record Finding(
        long id,
        Rule rule,
        String account,
        LocalDate day,
        @Nullable Long subject,
        @Nullable String userNumber,
        int amount,
        List<Long> records,
        Instant firstSeen,
        FindingState state,
        String note,
        @Nullable String workedOffBy,
        @Nullable Instant workedOffAt) {}
