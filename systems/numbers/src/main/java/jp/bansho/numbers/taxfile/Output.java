package jp.bansho.numbers.taxfile;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A parcel of files with numbers, from its approval to its destruction.
///
/// @param job      that writes it; null until it began
/// @param manifest hash of the signed manifest; null until the parcel is whole
/// @param missing  fields that stayed empty
public record Output(
        long id,
        Preview preview,
        @Nullable Long job,
        long application,
        String applicant,
        String approver,
        Sending sending,
        String parcel,
        Path folder,
        String madeBy,
        String witness,
        @Nullable String manifest,
        @Nullable Instant writtenAt,
        Figures figures,
        long missing,
        List<Step> steps) {

    /// What is done with an output file, in this order (提出ファイルの管理).
    public enum Act {
        CREATED("created", "作成"),
        SUBMITTED("submitted", "提出"),
        RECEIPTED("receipted", "受領"),
        RETURNED("returned", "返却"),
        DESTROYED("destroyed", "廃棄");

        private final String word;
        private final String japanese;

        Act(String word, String japanese) {
            this.word = word;
            this.japanese = japanese;
        }

        /// The word of the database and the record.
        public String word() {
            return word;
        }

        /// The word on Japanese screens.
        public String japanese() {
            return japanese;
        }

        static Act of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /// A step of the custody; never changed.
    ///
    /// @param counterpart who gave or took it; empty if nobody did
    /// @param reference   receipt or certificate; the manifest at the creation
    public record Step(Act act, Instant at, String by, String witness, String counterpart, String reference) {}

    /// The last day on which its files may exist.
    public LocalDate destroyBy() {
        return sending.destroyBy();
    }

    /// Where it is now; null until it is whole.
    public @Nullable Act state() {
        return steps.isEmpty() ? null : steps.getLast().act();
    }
}
