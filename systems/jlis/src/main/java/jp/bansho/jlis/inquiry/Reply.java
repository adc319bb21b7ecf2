package jp.bansho.jlis.inquiry;

import java.util.List;
import jp.bansho.layout.Violation;

/// What an asker gets.
public sealed interface Reply {

    /// Rows of the layout `identity-results`.
    @SuppressWarnings("ArrayRecordComponent")
    record Rows(byte[] bytes) implements Reply {

        /// Nothing of the people.
        @Override
        public String toString() {
            return "Rows[" + bytes.length + "]";
        }
    }

    /// No answer, and why.
    ///
    /// @param places where the batch is wrong; empty if it is not that
    record Refusal(Problem problem, List<Violation> places) implements Reply {}
}
