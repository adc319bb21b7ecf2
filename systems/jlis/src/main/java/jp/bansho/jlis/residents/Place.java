package jp.bansho.jlis.residents;

import java.time.LocalDate;

/// What of the four basic items (基本4情報) an index knows: who of that birth and sex lives or lived in that municipality.
///
/// @param sex          1 male, 2 female
/// @param municipality code of five digits
public record Place(LocalDate birth, int sex, int municipality) {

    /// Nothing of the person.
    @Override
    public String toString() {
        return "Place";
    }
}
