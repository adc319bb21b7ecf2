package jp.bansho.characters;

/// One step of the way down, in the order they are tried; what a replacement was made by.
public enum Step {
    /// 半角 to 全角: the same character in its full-width form, sound marks joined to their kana.
    FULL_WIDTH("半角→全角", "half-width to full-width", false),
    /// A variation selector (IVS or standardized) is taken off; the character's plain form remains.
    VARIATION_SELECTOR("異体字セレクタの除去", "variation selector taken off", true),
    /// A sign that stands for others: a circled digit, a bracketed kanji, an era in one cell.
    SIGN("丸数字・括弧付き文字等の展開", "sign written out", false),
    /// A CJK compatibility ideograph is replaced by its canonical decomposition.
    COMPATIBILITY("互換漢字→統合漢字", "compatibility ideograph to unified ideograph", true),
    /// 異体字: a form outside level 1 and 2 is replaced by the one of the project's table.
    VARIANT("異体字→通用字体", "variant to its usual form", true),
    /// 旧字体: an old form inside level 1 and 2 is replaced by the new one, as 大藏 by 大蔵.
    OLD_FORM("旧字体→新字体", "old form to new form", true),
    /// Nothing else is left: the whole name is written in kana.
    KANA("カナ書き", "written in kana", true);

    private final String japanese;
    private final String english;
    private final boolean seen;

    Step(String japanese, String english, boolean seen) {
        this.japanese = japanese;
        this.english = english;
        this.seen = seen;
    }

    /// What the step does, in Japanese.
    public String japanese() {
        return japanese;
    }

    /// What the step does, in English.
    public String english() {
        return english;
    }

    /// Whether a reader sees another character afterwards, so that a person should look before it is used.
    public boolean seen() {
        return seen;
    }
}
