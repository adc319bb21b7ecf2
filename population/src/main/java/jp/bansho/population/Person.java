package jp.bansho.population;

/// One invented person: who it is, not which numbers it has; those follow from the index.
///
/// @param index the place of this person in the whole population, from 0
/// @param userNumber 利用番号, ten digits
record Person(long index, Kind kind, String userNumber, Sex sex, Birth birth, Name name) {

    /// People stay out of logs, invented ones too.
    @Override
    public String toString() {
        return "Person[…]";
    }
}
