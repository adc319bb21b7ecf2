package jp.bansho.jlis.residents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the register says of a resident between two events, and which event began it.
///
/// @param name          as registered, with its variant characters
/// @param municipality  code of five digits
/// @param nameGlyphs    characters of the name that no code has (残存外字)
/// @param addressGlyphs the same of the address
/// @param reason        why it changed to this (異動事由); 0 if nothing is known
/// @param changed       when; null if nothing is known
public record State(
        String name,
        String kana,
        String address,
        int municipality,
        int nameGlyphs,
        int addressGlyphs,
        Standing standing,
        int reason,
        @Nullable LocalDate changed,
        Effect effect) {

    /// Nothing of the person.
    @Override
    public String toString() {
        return "State[" + standing + "]";
    }
}
