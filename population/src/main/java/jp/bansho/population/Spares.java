package jp.bansho.population;

/// Individual Numbers that belong to nobody in the population: those of strangers who answer to the
/// same name and address, and those that only exist as a planted mistake. Kept apart so that
/// planting faults shifts nothing else.
final class Spares {

    private final Numbers numbers;
    private long nextStranger;
    private long nextPlanted = Numbers.PLANTED;
    private long nextNewcomer = Numbers.NEWCOMERS;
    private long nextChangedCode = Numbers.CHANGED_CODES;

    Spares(Numbers numbers, long people) {
        this.numbers = numbers;
        this.nextStranger = people;
    }

    /// The index of a stranger who is in the resident register.
    long stranger() {
        return nextStranger++;
    }

    /// The number of somebody who joins a family next year.
    String newcomer() {
        return numbers.individual(nextNewcomer++);
    }

    /// The index of a resident record code that replaced another.
    long changedCode() {
        return nextChangedCode++;
    }

    /// A number that nobody has.
    String planted() {
        return numbers.individual(nextPlanted++);
    }
}
