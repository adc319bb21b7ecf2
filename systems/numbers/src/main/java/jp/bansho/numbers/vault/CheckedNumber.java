package jp.bansho.numbers.vault;

import jp.bansho.individual.IndividualNumber;
import jp.bansho.seal.SealBroken;

/// A number that was opened must still be one. If its pad was erased, what opens is noise, and nine
/// times out of ten the check digit says so; it never goes further.
final class CheckedNumber {

    private CheckedNumber() {}

    static IndividualNumber of(long clear) {
        require(clear);
        return IndividualNumber.ofClear(clear);
    }

    static long require(long clear) {
        if (clear == 0 || IndividualNumber.checkDigit(clear / 10) != clear % 10) {
            throw new SealBroken("vault.sealed_number");
        }
        return clear;
    }
}
