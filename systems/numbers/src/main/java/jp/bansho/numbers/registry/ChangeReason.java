package jp.bansho.numbers.registry;

/// Why a person's number is replaced (番号法第7条第2項, and slips).
public enum ChangeReason {
    /// The person asked for another number.
    ON_REQUEST("本人の請求による変更", "changed on request"),
    /// The municipality changed it by itself.
    EX_OFFICIO("職権による変更", "changed ex officio"),
    /// The number that is held was never the person's.
    CORRECTION("登録誤りの訂正", "correction of a slip");

    private final String japanese;
    private final String english;

    ChangeReason(String japanese, String english) {
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
