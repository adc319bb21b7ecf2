package jp.bansho.population;

/// A mistake that can be planted in a file: its word, the column it sits in (0: the record as a whole), what should
/// come of it.
sealed interface Fault permits ResultsFault, NextResultsFault, DependantsFault, TaxFault {

    String word();

    int column();

    String outcome();

    /// Whether it can only sit at the very start of a file; of these there are two, however many people there are.
    default boolean atFileStart() {
        return false;
    }
}
