package jp.bansho.numbers.staff;

/// On what ground somebody wants to touch a number: the department the person works in, and a row of
/// [PurposeTable] or a purpose's word. Only what the person says; the table decides (L1, C5).
///
/// @param department code of the department, such as `pension`
/// @param purpose    the row, such as `P-03`, or the word of the purpose (利用目的), such as `pension-payment`
public record Ground(String department, String purpose) {

    /// The ground of somebody whom the staff file knows without a department: the department that does such
    /// work.
    public static Ground of(Purpose purpose) {
        return new Ground(purpose.pensionUse() ? "pension" : "tax", purpose.word());
    }
}
