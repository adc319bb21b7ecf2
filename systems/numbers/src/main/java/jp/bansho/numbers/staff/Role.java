package jp.bansho.numbers.staff;

/// What a person is here.
public enum Role {
    /// Works for one association (構成組合) and sees its people alone.
    ASSOCIATION("association"),
    /// Works for the federation (連合会): runs tax files, the only one who may (N6).
    FEDERATION("federation"),
    /// Runs the machine (運営委託先): jobs, backups, verification; never a number (A7).
    OPERATOR("operator");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /// The word of the staff file and of the record.
    public String word() {
        return word;
    }
}
