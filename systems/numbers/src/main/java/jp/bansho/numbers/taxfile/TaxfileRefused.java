package jp.bansho.numbers.taxfile;

import jp.bansho.machine.Refused;

/// Something of the tax season was not done; nothing is half done.
public final class TaxfileRefused extends Refused {

    private static final long serialVersionUID = 1L;

    TaxfileRefused(String reason, String english, String japanese) {
        super(reason, english, japanese);
    }

    static TaxfileRefused content(TaxReport report) {
        return new TaxfileRefused(
                "other-content",
                "the parcel does not hold the source of this report (" + report.source() + ")",
                "この帳票の元データ（" + report.source() + "）を収めた媒体ではありません");
    }

    static TaxfileRefused tooManyFiles() {
        return new TaxfileRefused(
                "too-many-files", "more than 99 files: choose a larger medium", "ファイルが99個を超えます。容量の大きい媒体を選んでください");
    }

    static TaxfileRefused notSorted(long line) {
        return new TaxfileRefused(
                "not-sorted",
                "line " + line + ": the municipalities of the source are not in ascending order",
                line + " 行目: 元データが市町村コードの昇順になっていません");
    }

    static TaxfileRefused selfCheck(long line, int field) {
        return new TaxfileRefused(
                "self-check",
                "the self-check found a difference at line " + line + ", field " + field + "; nothing was delivered",
                "自己検査で差異が見つかりました（" + line + " 行目、項目 " + field + "）。出力していません");
    }

    static TaxfileRefused selfCheck(String what) {
        return new TaxfileRefused(
                "self-check",
                "the self-check found a difference: " + what + "; nothing was delivered",
                "自己検査で差異が見つかりました（" + what + "）。出力していません");
    }

    static TaxfileRefused neverSubmitted(long line) {
        return new TaxfileRefused(
                "never-submitted",
                "line " + line + ": this slip was never submitted, so it cannot be voided or replaced",
                line + " 行目: 提出していない票は、無効にも差替えにもできません");
    }

    static TaxfileRefused otherThanSubmitted(long line) {
        return new TaxfileRefused(
                "other-than-submitted",
                "line " + line + ": the voiding record does not have the content that was submitted",
                line + " 行目: 無効とするレコードの内容が、提出した内容と一致しません");
    }

    static TaxfileRefused stands(long line) {
        return new TaxfileRefused(
                "stands-already",
                "line " + line + ": this report stands at this municipality; correct it (2), or cancel it (3) first",
                line + " 行目: この市区町村に提出済みの報告書があります。訂正（2）とするか、先に取消（3）してください");
    }

    static TaxfileRefused standsElsewhere(long line) {
        return new TaxfileRefused(
                "stands-elsewhere",
                "line " + line
                        + ": the report of this recipient stands at another municipality and is not cancelled (3) there",
                line + " 行目: この受給者の報告書が別の市区町村に提出済みで、取消（3）されていません");
    }

    static TaxfileRefused mark(long line) {
        return new TaxfileRefused(
                "correction-mark",
                "line " + line + ": the correction mark does not fit this kind of file",
                line + " 行目: 訂正表示がこの提出区分と合いません");
    }

    static TaxfileRefused state(String english, String japanese) {
        return new TaxfileRefused("other-state", english, japanese);
    }

    static TaxfileRefused previewChanged() {
        return new TaxfileRefused(
                "preview-changed",
                "what would be written is not what was previewed; make a new preview and have it approved",
                "出力する内容が事前確認の内容と異なります。事前確認からやり直してください");
    }
}
