package jp.bansho.access.review;

import java.util.Locale;

/// What a reviewer says about one user ID.
public enum LineDecision {
    /// It is right as it is.
    KEEP("継続", "Keep"),
    /// It ends in the next nightly batch (A4).
    REVOKE("失効", "Revoke"),
    /// Role, department or dates must be changed; the user manager prepares that.
    CORRECT("要変更", "Correct");

    private final String japanese;
    private final String english;

    LineDecision(String japanese, String english) {
        this.japanese = japanese;
        this.english = english;
    }

    /// The word of the database and of the record.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The name on Japanese screens.
    public String japanese() {
        return japanese;
    }

    /// The name on English screens.
    public String english() {
        return english;
    }
}
