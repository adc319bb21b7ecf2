package jp.bansho.population;

/// What the tax side of one family's year comes to, decided once, so that the awards, the payments,
/// the declarations and the slip made of them agree.
///
/// @param singleParent ひとり親
/// @param widow 寡婦
/// @param unpaid whether the last payment of the year was not made; its tax is not collected then
record Slip(Pension pension, boolean singleParent, boolean widow, boolean unpaid) {

    /// Of ten thousand recipients.
    private static final int UNPAID = 20;

    static Slip of(Family family, int taxYear, long seed, Dice dice) {
        Person recipient = family.recipient();
        boolean grown = !family.grown(taxYear).isEmpty();
        int deductions = family.grown(taxYear).size() + (family.spouseOnSlip() ? 1 : 0);
        Pension pension = Pension.of(recipient.birth().ageAtEndOf(taxYear), deductions, dice);
        boolean alone = family.spouse() == null && pension.bucket() != 3;
        boolean singleParent = alone && grown && dice.chance(800);
        boolean widow = alone && !singleParent && recipient.sex() == Sex.FEMALE && dice.chance(2_500);
        boolean unpaid = new Dice(seed, "unpaid", recipient.index()).chance(UNPAID);
        return new Slip(pension, singleParent, widow, unpaid);
    }

    int unpaidPayment() {
        return unpaid ? Pension.share(pension.payment(), Pension.PAYMENTS - 1) : 0;
    }

    int uncollectedTax() {
        return unpaid ? Pension.share(pension.tax(), Pension.PAYMENTS - 1) : 0;
    }

    /// Whether a declaration (扶養親族等申告書) was handed in: with the last bucket only by those who have something to
    /// declare.
    boolean declared(Family family) {
        return pension.bucket() != 3
                || family.recipientHandicap() != Relative.Handicap.NONE
                || !family.relatives().isEmpty();
    }
}
