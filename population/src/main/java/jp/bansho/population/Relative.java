package jp.bansho.population;

/// Somebody the recipient's tax declaration names: 扶養親族 or 源泉控除対象配偶者.
///
/// @param abroad lives outside Japan (非居住者)
/// @param handicap what the declaration claims for this person
record Relative(Person person, boolean abroad, Handicap handicap) {

    /// The claim for a handicap (障害者控除).
    enum Handicap {
        NONE("0"),
        ORDINARY("1"),
        SPECIAL("2"),
        SPECIAL_LIVING_TOGETHER("3");

        private final String code;

        Handicap(String code) {
            this.code = code;
        }

        /// As in the file of declarations.
        String code() {
            return code;
        }
    }

    int age(int taxYear) {
        return person.birth().ageAtEndOf(taxYear);
    }

    /// Under sixteen: named on the slip, but without a number.
    boolean isChild(int taxYear) {
        return age(taxYear) < 16;
    }

    /// 特定扶養親族: nineteen to twenty-two.
    boolean isStudent(int taxYear) {
        return age(taxYear) >= 19 && age(taxYear) <= 22;
    }

    /// 01 not resident, for a spouse and for somebody under sixteen.
    String abroadMark() {
        return abroad ? "01" : "00";
    }

    /// 01 under 30 or from 70 on; between them a reason is needed: 03 a handicap, else 04 remittances of 380,000 yen.
    String abroadCode(int taxYear) {
        if (!abroad) {
            return "00";
        }
        int age = age(taxYear);
        return age < 30 || age >= 70 ? "01" : handicap != Handicap.NONE ? "03" : "04";
    }
}
