package jp.bansho.layout;

/// No layout of that name is known, or none is in force for that tax year.
public final class LayoutUnknown extends IllegalArgumentException {

    private final String japanese;

    /// No layout has that name.
    public LayoutUnknown(String id) {
        this("no layout is named " + id, "ファイルレイアウト " + id + " は登録されていません。");
    }

    LayoutUnknown(String id, int taxYear) {
        this(
                "layout " + id + " has no version for tax year " + taxYear,
                "ファイルレイアウト " + id + " に " + taxYear + " 年分の版はありません。");
    }

    private LayoutUnknown(String english, String japanese) {
        super(english + " / " + japanese);
        this.japanese = japanese;
    }

    /// The message in Japanese alone; [#getMessage()] says it in both languages.
    public String japanese() {
        return japanese;
    }
}
