package jp.bansho.pension.cutting;

import jp.bansho.machine.Refused;

/// No parcel is made.
public final class CutRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private CutRefused(String reason, String english, String japanese) {
        super(reason, english, japanese);
    }

    static CutRefused purpose(String known) {
        return new CutRefused(
                "unknown-purpose", "there is no such purpose; known are: " + known, "この利用目的はありません。使える語: " + known);
    }

    static CutRefused association() {
        return new CutRefused("unknown-association", "this association is not set up here", "この構成組合は設定されていません");
    }

    static CutRefused outbox() {
        return new CutRefused("outbox-missing", "the outbox is not an existing folder", "出力先のフォルダーがありません");
    }

    static CutRefused since() {
        return new CutRefused(
                "period-wrong", "the period begins after the day of the inquiry", "照会対象期間の開始日が照会基準日より後です");
    }

    static CutRefused nobody() {
        return new CutRefused("nobody-to-ask", "there is nobody to ask about for this purpose", "この利用目的で照会する対象者がいません");
    }

    static CutRefused done(String parcel) {
        return new CutRefused(
                "already-cut", "this approval made its parcel already: " + parcel, "この承認による媒体は作成済みです: " + parcel);
    }

    static CutRefused otherOrder() {
        return new CutRefused(
                "other-order",
                "a cut of this association, purpose and day was begun by other people, for another period or outbox;"
                        + " only the same order can end it",
                "同じ組合・目的・基準日の切り出しが別の申請者・承認者・期間・出力先で始まっています。同じ指示でのみ完了できます");
    }

    static CutRefused inProgress() {
        return new CutRefused("in-progress", "this cut is being made at this moment", "この切り出しは実行中です");
    }

    static CutRefused changedMeanwhile() {
        return new CutRefused(
                "changed-meanwhile",
                "members were changed while the parcel was made; start the same cut again",
                "作成中に対象者が変更されました。同じ指示をもう一度実行してください");
    }
}
