package jp.bansho.numbers.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.bansho.numbers.inspection.Extent;

/// A version of the report 報告書案.
///
/// @param accounts user IDs that were counted; empty for everybody
/// @param extent   what was counted from the record
/// @param texts    the nine items, in the order of [Draft#ITEMS]
public record Draft(
        int version,
        Instant madeAt,
        String madeBy,
        LocalDate from,
        LocalDate until,
        List<String> accounts,
        Extent extent,
        List<String> texts) {

    /// Keys of the nine items: 概要, 項目, 本人の数, 原因, 二次被害, 本人への対応, 公表, 再発防止, その他.
    public static final List<String> ITEMS =
            List.of("outline", "data", "people", "cause", "further", "response", "publication", "prevention", "other");
}
