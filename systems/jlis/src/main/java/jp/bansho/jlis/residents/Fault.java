package jp.bansho.jlis.residents;

/// Why an event cannot have happened as it was reported.
public enum Fault {
    UNKNOWN_CODE("nobody has this resident record code", "この住民票コードの住民はいません"),
    DEAD("the resident is dead", "死亡による消除後の異動です"),
    LEFT("the resident left the country", "国外転出による消除後の異動です"),
    BEFORE_LAST("the day lies before the last change", "直前の異動年月日より前です"),
    BEFORE_BIRTH("the day lies before the birth", "生年月日より前です"),
    FUTURE("the day is not yet there", "未来の日付です"),
    REASON("no such reason", "異動事由コードが正しくありません"),
    CHECK_DIGIT("the check digit is wrong", "検査用数字が正しくありません"),
    MUNICIPALITY("no such municipality code", "市町村コードが正しくありません");

    private final String english;
    private final String japanese;

    Fault(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
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
