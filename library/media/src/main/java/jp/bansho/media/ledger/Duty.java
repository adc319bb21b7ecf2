package jp.bansho.media.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something that has to be done until a day.
///
/// @param medium called by owner and number; null for a stock-taking
/// @param parcel on it, or last on it; null for a stock-taking
/// @param day    last day in Japan
public record Duty(
        Kind kind, @Nullable String medium, @Nullable String parcel, LocalDate day) {

    /// What has to be done.
    public enum Kind {
        /// The parcel's use-by day: hand it over, have it back or certified, take it in and wipe
        /// it.
        PARCEL("内容の処理（受渡し・返却・取込・消去）"),
        /// A medium of others has to be given back or destroyed.
        MEDIUM("媒体の返却または廃棄"),
        /// A stock-taking has to be closed.
        CLOSE_STOCKTAKING("棚卸の完了"),
        /// The next stock-taking has to begin.
        NEXT_STOCKTAKING("次回の棚卸");

        private final String japanese;

        Kind(String japanese) {
            this.japanese = japanese;
        }

        /// For a Japanese screen.
        public String japanese() {
            return japanese;
        }
    }
}
