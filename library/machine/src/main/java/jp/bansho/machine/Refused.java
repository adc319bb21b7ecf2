package jp.bansho.machine;

/// Something a machine does not do, said so that a person understands it; nothing was left half done. The words never
/// quote a number, a key or a person's name.
public abstract class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String english;
    private final String japanese;

    /// A refusal.
    ///
    /// @param reason a word for the record and for programs, such as `other-content`
    protected Refused(String reason, String english, String japanese) {
        super(english + " / " + japanese);
        this.reason = reason;
        this.english = english;
        this.japanese = japanese;
    }

    /// The word for the record and for programs.
    public String reason() {
        return reason;
    }

    /// The sentence in English.
    public String english() {
        return english;
    }

    /// The sentence in Japanese.
    public String japanese() {
        return japanese;
    }
}
