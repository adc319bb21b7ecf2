package jp.bansho.jlis.residents;

import java.time.LocalDate;
import jp.bansho.identifiers.ResidentRecordCode;

/// A resident of the register, without the Individual Number.
///
/// @param id    internal handle
/// @param sex   1 male, 2 female
/// @param now   what the register says today
/// @param steps how many earlier states it knows
public record Resident(long id, ResidentRecordCode code, LocalDate birth, int sex, State now, int steps) {

    Resident become(State next) {
        return new Resident(id, code, birth, sex, next, steps + 1);
    }

    /// Nothing of the person.
    @Override
    public String toString() {
        return "Resident[" + id + "]";
    }
}
