package jp.bansho.numbers.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import jp.bansho.numbers.intake.WorkItem.Reason;
import jp.bansho.numbers.job.JobTally;
import jp.bansho.numbers.linkage.Kind;

/// How things stood when they were counted; no person is named.
///
/// @param at           when that was
/// @param kinds        numbers in force, by kind of person
/// @param associations numbers in force, by association; of the federation alone
/// @param work         work items that wait, by reason
/// @param reveals      numbers shown, by day in Japan; every day is there
/// @param jobs         jobs of the last days, by kind and state
public record Figures(
        Instant at,
        Map<Kind, Long> kinds,
        SortedMap<Integer, Long> associations,
        Map<Reason, Long> work,
        SortedMap<LocalDate, Long> reveals,
        List<JobTally> jobs) {}
