package jp.bansho.layout;

/// No layout of that name is known, or none is in force for that tax year.
public final class LayoutUnknown extends IllegalArgumentException {

    private final String japanese;

    LayoutUnknown(String id) {
        super("no layout is named " + id);
        this.japanese = "ファイルレイアウト " + id + " は登録されていません。";
    }

    LayoutUnknown(String id, int taxYear) {
        super("layout " + id + " has no version for tax year " + taxYear);
        this.japanese = "ファイルレイアウト " + id + " に " + taxYear + " 年分の版はありません。";
    }

    /// The message in Japanese; [#getMessage()] is the English one.
    public String japanese() {
        return japanese;
    }
}
