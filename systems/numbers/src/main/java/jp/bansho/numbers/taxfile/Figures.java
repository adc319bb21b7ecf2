package jp.bansho.numbers.taxfile;

/// What the summary sheet (合計表) counts: slips that stand; those taken back are counted apart.
///
/// @param persons  人員
/// @param untaxed  うち税額のない者
/// @param paid     支払金額, in yen
/// @param withheld 源泉徴収税額, in yen
/// @param voided   records that take a submitted slip back (無効)
public record Figures(long persons, long untaxed, long paid, long withheld, long voided) {

    /// Nobody and nothing.
    public static final Figures NONE = new Figures(0, 0, 0, 0, 0);

    /// Both together.
    public Figures plus(Figures other) {
        return new Figures(
                persons + other.persons,
                untaxed + other.untaxed,
                paid + other.paid,
                withheld + other.withheld,
                voided + other.voided);
    }

    /// One slip.
    static Figures of(long paid, long withheld, boolean voids) {
        return voids ? new Figures(0, 0, 0, 0, 1) : new Figures(1, withheld == 0 ? 1 : 0, paid, withheld, 0);
    }

    /// Records in the files.
    public long records() {
        return persons + voided;
    }

    /// As it is bound by an approval.
    String text() {
        return "persons=%d untaxed=%d paid=%d withheld=%d voided=%d"
                .formatted(persons, untaxed, paid, withheld, voided);
    }
}
