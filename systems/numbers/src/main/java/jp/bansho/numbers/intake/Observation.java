package jp.bansho.numbers.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a row of a repeated inquiry or declaration said of somebody beyond "as before": a proposed
/// change and its evidence (N8, N9). Never the number.
///
/// @param job        whose file it stood in, and with [#line] the place
/// @param subject    whom it is about; null if nobody known
/// @param request    要求レコード番号; empty in a dependants file
/// @param matched    `code`, `items`, or empty where nothing was matched
/// @param reason     異動事由, two digits or empty
/// @param day        異動年月日
/// @param generation the proposed or registered number's generation; 0 if it is not about a number
/// @param settledBy  what made a decision needless: a rule's name, [#KNOWN] or [#NONE]; null if a
///     person decides
/// @param waitsAs    as what it waits; null if it does not
public record Observation(
        long job,
        long line,
        Sort sort,
        @Nullable Long subject,
        String request,
        String matched,
        String reason,
        @Nullable LocalDate day,
        int generation,
        @Nullable String settledBy,
        WorkItem.@Nullable Reason waitsAs) {

    /// The same was recorded before.
    public static final String KNOWN = "known-already";

    /// Nothing is to be decided about it.
    public static final String NONE = "none";

    /// What was seen; the first that applies counts when people are counted.
    public enum Sort {
        /// J-LIS answers that the person is dead.
        DIED("died"),
        /// Another number than the one in force.
        NUMBER_CHANGED("number-changed"),
        /// Nobody was found, or the person left what J-LIS answers for.
        OUT_OF_SCOPE("out-of-scope"),
        /// Several hits, a row in error, a number or identifier that does not fit.
        UNCLEAR("unclear"),
        /// A number where none was held.
        REGISTERED("registered");

        private final String word;

        Sort(String word) {
            this.word = word;
        }

        /// The word of the database and of messages.
        public String word() {
            return word;
        }

        static Sort of(String word) {
            for (var sort : values()) {
                if (sort.word.equals(word)) {
                    return sort;
                }
            }
            throw new IllegalArgumentException("nothing that is observed has that word");
        }
    }

    /// The evidence in one line, as the record of a confirmed death keeps it: where it stands and
    /// what it says.
    String source() {
        return "生存照会 ジョブ" + job + " " + line + "行目" + (request.isEmpty() ? "" : " 要求" + request)
                + (reason.isEmpty() ? "" : " 異動事由" + reason) + (day == null ? "" : " 異動日" + day);
    }
}
