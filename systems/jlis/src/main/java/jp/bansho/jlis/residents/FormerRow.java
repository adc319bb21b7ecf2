package jp.bansho.jlis.residents;

import java.time.LocalDate;

/// A state that ended.
///
/// @param step 1 for the first state of the resident
record FormerRow(long resident, int step, LocalDate birth, State state) {

    @Override
    public String toString() {
        return "FormerRow[" + resident + "]";
    }
}
