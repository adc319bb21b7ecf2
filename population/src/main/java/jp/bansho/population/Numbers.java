package jp.bansho.population;

/// All the identifiers of one population: the person's index in, the identifier out, no two alike.
final class Numbers {

    /// Where the indexes of Individual Numbers start that belong to nobody and are only planted as faults.
    static final long PLANTED = 90_000_000_000L;

    /// Where the indexes of Individual Numbers start of people who come to a family next year.
    static final long NEWCOMERS = 80_000_000_000L;

    /// Where the indexes of resident record codes start that replaced another code.
    static final long CHANGED_CODES = 9_000_000_000L;

    private final Permutation individual;
    private final Permutation resident;
    private final Permutation own;
    private final Permutation certificate;
    private final Permutation basicPension;
    private final Permutation payroll;

    Numbers(long seed) {
        individual = new Permutation(1, 100_000_000_000L, new Dice(seed, "individual number", 0));
        resident = new Permutation(1, 10_000_000_000L, new Dice(seed, "resident record code", 0));
        own = new Permutation(0, 10_000_000L, new Dice(seed, "own number", 0));
        certificate = new Permutation(1, 1_000_000_000L, new Dice(seed, "certificate", 0));
        basicPension = new Permutation(1, 10_000_000_000L, new Dice(seed, "basic pension number", 0));
        payroll = new Permutation(1, 100_000_000L, new Dice(seed, "payroll number", 0));
    }

    /// 個人番号: 12 digits.
    String individual(long index) {
        long body = individual.at(index);
        return Digits.padded(body * 10 + CheckDigits.ofIndividualNumber(body), 12);
    }

    /// 住民票コード: 11 digits.
    String resident(long index) {
        long body = resident.at(index);
        return Digits.padded(body * 10 + CheckDigits.ofResidentRecordCode(body), 11);
    }

    /// 共済組合独自番号: `K` and 7 digits, for at most ten million people.
    String own(long index) {
        return "K" + Digits.padded(own.at(index), 7);
    }

    /// 年金証書記号番号: 15 characters, here association, a four-digit pension code and nine digits.
    String certificate(Association association, long index) {
        return association.twoDigits() + (index % 4 == 0 ? "1170" : "1150") + Digits.padded(certificate.at(index), 9);
    }

    /// 基礎年金番号: 10 digits.
    String basicPension(long index) {
        return Digits.padded(basicPension.at(index), 10);
    }

    /// 給料記録番号: 8 digits.
    String payroll(long index) {
        return Digits.padded(payroll.at(index), 8);
    }
}
