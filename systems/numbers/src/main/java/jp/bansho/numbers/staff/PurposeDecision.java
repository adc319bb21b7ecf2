package jp.bansho.numbers.staff;

/// What the table of purposes says to a request (L1, C5).
public sealed interface PurposeDecision {

    /// What stands for the row when no row answers.
    String NO_ROW = "no-row";

    /// The purpose as the record keeps it: the row that allowed or refused.
    String stamp();

    /// A row allows it.
    record Allowed(PurposeRow row) implements PurposeDecision {
        @Override
        public String stamp() {
            return row.stamp();
        }
    }

    /// No row allows it.
    ///
    /// @param row   the row that refused, or [#NO_ROW]
    /// @param stamp the row and its word; never what the person typed
    record Refused(String row, String stamp, String english, String japanese) implements PurposeDecision {}
}
