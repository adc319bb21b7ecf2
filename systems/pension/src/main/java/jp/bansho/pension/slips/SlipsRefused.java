package jp.bansho.pension.slips;

import jp.bansho.machine.Refused;

/// No parcel of slips is made.
public final class SlipsRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private SlipsRefused(String reason, String english, String japanese) {
        super(reason, english, japanese);
    }

    static SlipsRefused outbox() {
        return new SlipsRefused("outbox-missing", "the outbox is not an existing folder", "出力先のフォルダーがありません");
    }

    static SlipsRefused payer() {
        return new SlipsRefused(
                "payer-missing",
                "payer.properties in the home folder is missing, or does not say address and name of the payer",
                "ホームの payer.properties がないか、支払者の住所・名称がありません");
    }

    static SlipsRefused designated(long line, String english, String japanese) {
        return new SlipsRefused(
                "designated-numbers-wrong",
                "designated-numbers.tsv in the home folder" + (line == 0 ? ": " : ", line " + line + ": ") + english,
                "ホームの designated-numbers.tsv" + (line == 0 ? ": " : " の" + line + "行目: ") + japanese);
    }

    static SlipsRefused year() {
        return new SlipsRefused("tax-year-wrong", "there is no layout for this tax year", "この年分のレイアウトがありません");
    }

    static SlipsRefused list(long line) {
        return new SlipsRefused(
                "list-wrong",
                line == 0
                        ? "the list of user numbers cannot be read or is empty"
                        : "line " + line + " of the list is not `AA,user number`, or the list is too long",
                line == 0 ? "利用番号の一覧を読めないか、空です" : "一覧の" + line + "行目が「組合コード,利用番号」ではないか、一覧が長すぎます");
    }

    static SlipsRefused correctionWithoutList() {
        return new SlipsRefused(
                "list-missing",
                "a correction needs the list of whom it is about: --only FILE",
                "訂正には対象者の一覧（--only）が必要です");
    }

    static SlipsRefused nothing() {
        return new SlipsRefused(
                "nothing-paid", "no taxed payment of this tax year is known for them", "この年分の課税対象の支給がありません");
    }

    static SlipsRefused notPaid(long people) {
        return new SlipsRefused(
                "not-paid",
                people
                        + " on the list have no taxed payment in this tax year, or get no report because they live abroad",
                "一覧のうち" + people + "人にこの年分の課税対象の支給がないか、国外居住のため報告の対象ではありません");
    }

    static SlipsRefused yearFirst() {
        return new SlipsRefused(
                "year-first",
                "the file of the whole year has to be cut before a supplement to it",
                "追加の前に、その年分全体の切り出しが必要です");
    }

    static SlipsRefused cutBefore(long people) {
        return new SlipsRefused(
                "cut-before",
                people + " on the list are in an earlier cut of this year; correct that one: --correction-of",
                "一覧のうち" + people + "人はこの年分で切り出し済みです。--correction-of で訂正してください");
    }

    static SlipsRefused notInThatCut(long people) {
        return new SlipsRefused(
                "not-in-that-cut",
                people + " on the list are not in the cut that is to be corrected",
                "一覧のうち" + people + "人は訂正対象の切り出しにありません");
    }

    static SlipsRefused corrected(long people) {
        return new SlipsRefused(
                "corrected-before",
                people + " on the list were corrected already; correct that correction",
                "一覧のうち" + people + "人は訂正済みです。その訂正を --correction-of で指定してください");
    }

    static SlipsRefused noSuchCut() {
        return new SlipsRefused(
                "no-such-cut",
                "there is no finished cut of this file and year under that approval",
                "この承認による同じ年分の切り出しがありません");
    }

    static SlipsRefused notReplaceable() {
        return new SlipsRefused(
                "not-replaceable",
                "under that approval there is no finished cut of the same, or another stands in its place already",
                "この承認による同じ内容の切り出しがないか、すでに差し替え済みです");
    }

    static SlipsRefused done(String parcel) {
        return new SlipsRefused(
                "already-cut", "this approval made its parcel already: " + parcel, "この承認による媒体は作成済みです: " + parcel);
    }

    static SlipsRefused otherOrder() {
        return new SlipsRefused(
                "other-order",
                "this cut was begun by other people or for another outbox; only the same order can end it",
                "この切り出しは別の申請者・承認者・出力先で始まっています。同じ指示でのみ完了できます");
    }

    static SlipsRefused inProgress() {
        return new SlipsRefused("in-progress", "this cut is being made at this moment", "この切り出しは実行中です");
    }

    static SlipsRefused changedMeanwhile() {
        return new SlipsRefused(
                "changed-meanwhile",
                "payments were loaded while the slips were made, and the sums differ; start the same cut again",
                "作成中に支給の記録が変更され、合計が一致しません。同じ指示をもう一度実行してください");
    }

    static SlipsRefused records(long found, String where) {
        return new SlipsRefused(
                "records-wrong",
                found + " violations of the layout in the records, nothing was cut: " + where,
                "レコードに" + found + "件のレイアウト違反があり、切り出していません: " + where);
    }
}
