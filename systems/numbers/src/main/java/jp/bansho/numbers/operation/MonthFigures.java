package jp.bansho.numbers.operation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;

/// A month of operations in figures (S5). What comes from the record of use counts records up to [#through] alone, so
/// that whoever has the record can count them again.
///
/// @param until    the end of the month, or the moment of counting if that was earlier
/// @param through  position of the last record counted; 0 if there is none
/// @param outages  when the terminals were not served between two starts
/// @param acts     records by event
/// @param alarms   alarms that began, by part
/// @param findings open, new and worked off, by organisation
public record MonthFigures(
        YearMonth month,
        Instant from,
        Instant until,
        long through,
        int starts,
        int stops,
        Duration served,
        List<Outage> outages,
        List<JobLine> jobs,
        SortedMap<String, Long> acts,
        SortedMap<String, Long> alarms,
        List<FindingLine> findings,
        Capacity capacity,
        List<ApprovalLine> approvals,
        List<ReviewLine> reviews) {

    /// The terminals were not served.
    ///
    /// @param clean false if the machine said no word before
    public record Outage(Instant from, Instant until, boolean clean) {}

    /// Jobs of a kind that ended, or have not ended, in one way.
    public record JobLine(String kind, String state, long count, double busySeconds, double longestSeconds) {}

    /// Findings of the log check about an organisation.
    public record FindingLine(int organisation, long opened, long workedOff, long open) {}

    /// How much there is.
    public record Capacity(long databaseBytes, long numbers, long registered, long records, long recorded) {}

    /// Applications of the operator's people.
    public record ApprovalLine(String kind, String state, long count) {}

    /// A review of the operator's rights that is not closed.
    public record ReviewLine(String kind, String period, LocalDate deadline) {}
}
