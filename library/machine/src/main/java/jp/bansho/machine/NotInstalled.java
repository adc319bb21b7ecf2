package jp.bansho.machine;

/// The machine cannot start as it is set up; the message says what is wrong and what to do.
public final class NotInstalled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// A refusal, in both languages.
    public NotInstalled(String english, String japanese) {
        super(english + " / " + japanese);
    }
}
