package jp.bansho.population;

/// The money on one slip, in yen per year.
///
/// @param bucket which of the four paragraph groups of 所得税法203条の3 applies, 0 to 3
/// @param tax 源泉徴収税額, income tax with the reconstruction surtax withheld
/// @param insurance 社会保険料, premiums deducted from the pension
record Pension(int bucket, int payment, int tax, int insurance) {

    /// Payments in a year, each even month.
    static final int PAYMENTS = 6;

    /// The part of a yearly amount that belongs to a payment, from 0; the last one has what does not divide.
    static int share(int yearly, int payment) {
        return yearly / PAYMENTS + (payment == PAYMENTS - 1 ? yearly % PAYMENTS : 0);
    }

    /// A plausible pension for somebody of this age with this many people to deduct.
    static Pension of(int age, int deductions, Dice dice) {
        int roll = dice.below(100);
        int bucket = roll < 56 ? 0 : roll < 87 ? 1 : roll < 99 || deductions > 0 ? 2 : 3;
        int payment =
                dice.between(20, 150) * 10_000 + dice.between(0, 130) * 10_000 * dice.below(2) + dice.below(10_000);
        int insurance = age >= 65 ? payment / 100 * dice.between(4, 9) : 0;
        int free = (age >= 65 ? 1_580_000 : 1_080_000) + 380_000 * deductions + insurance;
        int taxed = Math.max(0, payment - free);
        // 5.105 % with a declaration; without one (the last bucket) 10.21 % of three quarters
        long tax = bucket == 3 ? payment * 3L / 4 * 1_021 / 10_000 : taxed * 5_105L / 100_000;
        return new Pension(bucket, payment, (int) tax, insurance);
    }
}
