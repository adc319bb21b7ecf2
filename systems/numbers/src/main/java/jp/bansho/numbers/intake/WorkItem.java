package jp.bansho.numbers.intake;

import org.jspecify.annotations.Nullable;

/// Something that waits for a person.
///
/// @param subject      handle of the person the row names; null if the row names nobody known
/// @param otherSubject handle of the person who holds the number already
/// @param generation   which number it is about: the proposed one's generation, or, where somebody
///     else holds the number, the holder's; 0 if no number was kept
public record WorkItem(
        long line,
        Reason reason,
        @Nullable String echoKey,
        @Nullable Long subject,
        @Nullable Long otherSubject,
        int generation) {

    /// Why a person is needed.
    public enum Reason {
        /// The number belongs to somebody else of this association.
        HELD_BY_ANOTHER("held-by-another", "他の人に登録済みの番号"),
        /// The person has another number, and nobody certified a change.
        SECOND_NUMBER("second-number", "既登録の番号と不一致"),
        /// The number is one the person had before.
        FORMER_NUMBER("former-number", "変更前の番号"),
        /// An identifier differs from what is kept.
        OTHER_IDENTIFIER("other-identifier", "識別番号の不一致"),
        /// The inquiry found nobody.
        NO_HIT("no-hit", "照会該当者なし"),
        /// The inquiry found several people.
        SEVERAL_HITS("several-hits", "照会該当者複数"),
        /// J-LIS says that the number changed, and no rule takes it over (N8).
        NUMBER_CHANGED("number-changed", "個人番号の変更"),
        /// J-LIS says that the person is dead (N8).
        DIED("died", "死亡の異動"),
        /// J-LIS does not answer for the person any more (N8).
        OUT_OF_SCOPE("out-of-scope", "照会の対象外");

        private final String word;
        private final String japanese;

        Reason(String word, String japanese) {
            this.word = word;
            this.japanese = japanese;
        }

        /// The word of the database and of machine-readable output.
        public String word() {
            return word;
        }

        /// The reason of that word.
        ///
        /// @throws IllegalArgumentException if there is none
        public static Reason of(String word) {
            for (var reason : values()) {
                if (reason.word.equals(word)) {
                    return reason;
                }
            }
            throw new IllegalArgumentException("no reason has that word");
        }

        /// The words on Japanese papers.
        public String japanese() {
            return japanese;
        }
    }
}
