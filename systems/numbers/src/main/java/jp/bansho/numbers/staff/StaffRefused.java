package jp.bansho.numbers.staff;

/// A person, a role or a purpose does not allow what was asked. Nothing was done.
public final class StaffRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// A refusal, in both languages.
    public StaffRefused(String english, String japanese) {
        super(english + " / " + japanese);
    }
}
