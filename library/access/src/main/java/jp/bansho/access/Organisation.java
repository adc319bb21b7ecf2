package jp.bansho.access;

/// The organisations whose people work here, by code: 0 the federation 連合会, 1..99 the associations 構成組合,
/// 100 the operator 運営委託先 (N12).
public final class Organisation {

    /// The federation 連合会.
    public static final int FEDERATION = 0;

    /// The operator of the machine 運営委託先.
    public static final int OPERATOR = 100;

    private Organisation() {}

    /// True for an association 構成組合.
    public static boolean isAssociation(int code) {
        return code >= 1 && code <= 99;
    }
}
