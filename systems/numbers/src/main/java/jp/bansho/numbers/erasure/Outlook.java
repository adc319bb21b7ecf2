package jp.bansho.numbers.erasure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.bansho.retention.Use;

/// Who becomes due when, in counts: nobody is named.
///
/// @param today       the day it was made
/// @param due         uses whose time is over, holds and open work included
/// @param held        people a legal hold keeps today
/// @param inOpenWork  people kept because work about them waits for a decision
/// @param withoutFact uses no clock runs for, by kind of person (1 recipient, 2 spouse, 3 dependant) and use; of
///                    recipients and spouses these are the living, of dependants it means that a deadline is missing
/// @param days        uses that become due on each day of the next 31
/// @param months      the same for the next 12 months, this one included
/// @param years       the same for the next 5 years, this one included
public record Outlook(
        LocalDate today,
        Map<Use, Long> due,
        long held,
        long inOpenWork,
        List<WithoutFact> withoutFact,
        List<Step> days,
        List<Step> months,
        List<Step> years) {

    /// A step of the calendar.
    ///
    /// @param from the first day of it
    public record Step(LocalDate from, long pension, long tax) {}

    /// Uses of a kind of people without a date.
    public record WithoutFact(int kind, Use use, long uses) {}

    /// Everything whose time is over.
    public long dueUses() {
        return due.values().stream().mapToLong(Long::longValue).sum();
    }
}
