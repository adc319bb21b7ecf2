package jp.bansho.numbers.taxfile;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a source would lead to, counted before anything is written (事前確認).
///
/// @param supplements the output whose missing numbers came late; null in other modes
/// @param sourceHash  of the signed manifest of the parcel that came
/// @param digest      binds source, slips, sums and replacements
/// @param confirmedBy who confirmed the replacements; null until then
/// @param application the approval applied for; null until then
/// @param sending     what was applied for; null until then
public record Preview(
        long id,
        TaxReport report,
        Mode mode,
        int taxYear,
        @Nullable Long supplements,
        Path source,
        String sourceHash,
        long slips,
        Figures figures,
        long missing,
        long violations,
        String digest,
        Instant madeAt,
        String madeBy,
        @Nullable String confirmedBy,
        @Nullable Long application,
        @Nullable Sending sending) {

    /// The counts behind a preview.
    ///
    /// @param lastYear the figures submitted for the year before; null if nothing was
    public record Details(
            List<Present> people,
            List<BrokenRule> broken,
            Map<Replacement, Tally> replacements,
            @Nullable Figures lastYear) {}

    /// A rule broken in a field.
    public record BrokenRule(int column, String rule, Tally tally) {}

    /// The digest in groups, so that no part of it could be taken for a number.
    public String grouped() {
        return grouped(digest);
    }

    static String grouped(String hash) {
        return String.join(":", hash.split("(?<=\\G.{8})", -1)).replaceAll(":$", "");
    }
}
