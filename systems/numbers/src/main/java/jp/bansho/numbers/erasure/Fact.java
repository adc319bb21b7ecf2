package jp.bansho.numbers.erasure;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A fact about a person that decides until when the number is kept, or a legal hold; corrected ones stay as history.
///
/// @param day       the date that was recorded; of a hold, its first day
/// @param eraseFrom the first day on which the use may be erased; of a hold, its last day; null if it has none
/// @param text      source of the date, or reason of the hold
/// @param endedBy   who took it back or released it; null while it is in force
/// @param because   why
public record Fact(
        long id,
        Sort sort,
        LocalDate day,
        @Nullable LocalDate eraseFrom,
        String text,
        String enteredBy,
        Instant enteredAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String because) {

    /// What sort of fact it is.
    public enum Sort {
        /// 死亡確認日.
        DEATH("death"),
        /// 提出期限.
        DEADLINE("deadline"),
        /// 廃棄留保.
        HOLD("hold");

        private final String word;

        Sort(String word) {
            this.word = word;
        }

        /// The word of paths and messages.
        public String word() {
            return word;
        }
    }

    /// True while it counts.
    public boolean inForce() {
        return endedBy == null;
    }
}
