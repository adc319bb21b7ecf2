package jp.bansho.media.ledger;

/// What was asked of the ledger is not allowed, or not in this state; the message says why and what
/// to do. Nothing was done.
public final class MediaRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String english;
    private final String japanese;

    MediaRefused(String reason, String english, String japanese) {
        super(english + " / " + japanese);
        this.reason = reason;
        this.english = english;
        this.japanese = japanese;
    }

    /// The word for the record, such as `same-person`.
    public String reason() {
        return reason;
    }

    /// The message for an English screen.
    public String english() {
        return english;
    }

    /// The message for a Japanese screen.
    public String japanese() {
        return japanese;
    }
}
