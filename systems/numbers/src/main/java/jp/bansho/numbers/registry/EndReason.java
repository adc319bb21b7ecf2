package jp.bansho.numbers.registry;

/// Why somebody is taken out of use: only what should not have been registered. Who leaves the scheme stays
/// until the retention period ends, and is erased then.
public enum EndReason {
    /// Somebody else was meant.
    WRONG_PERSON("別人の登録", "another person was meant"),
    /// The person is registered twice.
    TWICE("二重登録", "registered twice"),
    /// There was no ground to hold the number (番号法第20条).
    NO_GROUND("収集の根拠なし", "no ground to hold the number");

    private final String japanese;
    private final String english;

    EndReason(String japanese, String english) {
        this.japanese = japanese;
        this.english = english;
    }

    /// The words on Japanese screens.
    public String japanese() {
        return japanese;
    }

    /// The words on English screens.
    public String english() {
        return english;
    }
}
