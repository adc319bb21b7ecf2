package jp.bansho.population;

/// Somebody the recipient's tax declaration names: 扶養親族 or 源泉控除対象配偶者.
///
/// @param abroad lives outside Japan (非居住者)
/// @param handicap what the declaration claims for this person
record Relative(Person person, boolean abroad, Handicap handicap) {

    /// The claim for a handicap (障害者控除).
    enum Handicap {
        NONE,
        ORDINARY,
        SPECIAL,
        SPECIAL_LIVING_TOGETHER
    }

    int age(int taxYear) {
        return person.birth().ageAtEndOf(taxYear);
    }

    /// Under sixteen: named on the slip, but without a number.
    boolean isChild(int taxYear) {
        return age(taxYear) < 16;
    }
}
