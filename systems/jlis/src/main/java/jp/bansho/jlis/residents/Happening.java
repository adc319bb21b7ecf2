package jp.bansho.jlis.residents;

import java.time.LocalDate;
import jp.bansho.identifiers.ResidentRecordCode;
import jp.bansho.individual.IndividualNumber;
import org.jspecify.annotations.Nullable;

/// One event of a resident, as somebody reports it.
///
/// @param reason why (異動事由); 0 takes the usual one of the kind
/// @param to     what is new; what the kind does not change is not looked at
/// @param number the new number; null lets the register issue one
public record Happening(
        ResidentRecordCode code,
        EventKind kind,
        LocalDate day,
        int reason,
        New to,
        @Nullable IndividualNumber number) {

    /// The new name or address.
    public record New(String name, String kana, String address, int municipality, int nameGlyphs, int addressGlyphs) {

        /// Nothing new.
        public static final New NOTHING = new New("", "", "", 0, 0, 0);

        /// Nothing of the person.
        @Override
        public String toString() {
            return "New";
        }
    }

    /// Nothing of the person.
    @Override
    public String toString() {
        return "Happening[" + kind + "]";
    }
}
