package jp.bansho.pension.slips;

/// How many records, and what their amounts come to, in yen. Counted three times over: by the
/// database from the payments, while the records are made, and while they are written into the
/// parcel.
///
/// @param records     records, those that void an earlier one among them
/// @param payment     支払金額, unpaid part included
/// @param tax         源泉徴収税額, uncollected part included
/// @param insurance   社会保険料
public record Sums(long records, long payment, long unpaid, long tax, long uncollected, long insurance) {

    static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0);

    private static final int GROUPS = 4;

    /// With one more record, whose fields these are.
    Sums and(String[] fields) {
        var amounts = new long[GROUPS];
        for (var column = 0; column < GROUPS * GROUPS; column++) {
            amounts[column % GROUPS] += Long.parseLong(fields[SlipFields.FIRST_AMOUNT - 1 + column]);
        }
        return and(new Sums(
                1, amounts[0], amounts[1], amounts[2], amounts[3], Long.parseLong(fields[SlipFields.INSURANCE - 1])));
    }

    /// Both together.
    Sums and(Sums other) {
        return new Sums(
                records + other.records,
                payment + other.payment,
                unpaid + other.unpaid,
                tax + other.tax,
                uncollected + other.uncollected,
                insurance + other.insurance);
    }
}
