package jp.bansho.seal;

/// A sealed value does not open: it was altered, or it lies in a place it was not sealed for (S1).
///
/// Carries no detail on purpose; whoever catches it knows which row was being read.
public final class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param where the place that was read, in words without personal data, such as `vault.sealed_number`
    public SealBroken(String where) {
        super("the seal is broken / 封印が破れています: " + where);
    }
}
