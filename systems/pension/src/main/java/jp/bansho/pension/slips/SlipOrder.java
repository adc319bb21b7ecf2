package jp.bansho.pension.slips;

import java.nio.file.Path;
import java.time.LocalDate;
import jp.bansho.pension.outbox.Party;
import org.jspecify.annotations.Nullable;

/// What somebody applies for and somebody else approves.
///
/// @param corrects number of the approval whose records were wrong, `17` of `A-17`; null if nothing is corrected
/// @param replaces number of the approval of the same that was cut and never submitted; null as a rule
/// @param wanted   of whom; null for everybody of the year
/// @param useBy    last day on which the parcel may be taken in
/// @param medium   number of the own medium
/// @param outbox   an existing folder on it
public record SlipOrder(
        Party party,
        TaxFile file,
        int taxYear,
        @Nullable Long corrects,
        @Nullable Long replaces,
        @Nullable Wanted wanted,
        LocalDate useBy,
        String medium,
        Path outbox) {

    @Nullable
    String listHash() {
        return wanted == null ? null : wanted.hash();
    }
}
