package jp.bansho.pension.slips;

import java.time.LocalDate;
import java.util.List;

/// A recipient's year, as the database adds it up.
///
/// @param amounts   sixteen: paid, unpaid, tax, uncollected for each of the four groups of items
/// @param insurance social insurance premiums of the year
/// @param reference 年金証書記号番号
/// @param declared  whom the declaration names, in its order; nobody where there is none
record Recipient(
        int association,
        String userNumber,
        List<Long> amounts,
        long insurance,
        String reference,
        String name,
        String kana,
        LocalDate born,
        String address,
        String municipality,
        boolean abroad,
        List<Declared> declared) {

    /// Those of a part of the declaration.
    List<Declared> of(Declared.Part part) {
        return declared.stream().filter(person -> person.part() == part).toList();
    }

    @Override
    public String toString() {
        return "Recipient[…]";
    }
}
