package jp.bansho.media;

/// What was counted in a file.
///
/// @param items cases 件数: people, slips, inquiries
/// @param rows  lines; an item may have several
public record Counts(long items, long rows) {

    /// Checks the limits.
    public Counts {
        Rules.count("items", items, 0, Rules.LARGEST_COUNT);
        Rules.count("rows", rows, 0, Rules.LARGEST_COUNT);
    }
}
