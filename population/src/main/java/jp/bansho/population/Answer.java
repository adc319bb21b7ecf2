package jp.bansho.population;

import java.util.ArrayList;
import java.util.List;

/// What the resident register answers when the pension side asks about one person, decided before
/// any file is written so that the register, the pension side's own list and the results agree.
///
/// @param byCode whether the pension side knows a resident record code (住民票コード) and asks by it
/// @param code the code the pension side has; in the register it may have changed since
/// @param number 個人番号 of the person asked about, 12 digits
/// @param strangers indexes of others in the register to whom the same four items (基本4情報) apply
record Answer(Person person, Place place, Fate fate, boolean byCode, String code, String number, List<Long> strangers) {

    /// What comes of the inquiry.
    enum Fate {
        /// The code or the address is no longer that of the register.
        NO_HIT,
        SEVERAL_HITS,
        FOUND,
        FOUND_MOVED,
        FOUND_DEAD
    }

    /// The code as the pension side's list has it: empty where it is not known.
    String knownCode() {
        return byCode ? code : "";
    }

    /// Indexes of all to whom the four items apply, the person first.
    List<Long> alike() {
        List<Long> indexes = new ArrayList<>();
        indexes.add(person.index());
        indexes.addAll(strangers);
        return indexes;
    }

    @Override
    public String toString() {
        return "Answer[…]";
    }
}
