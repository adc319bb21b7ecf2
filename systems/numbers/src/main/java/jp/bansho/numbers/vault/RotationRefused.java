package jp.bansho.numbers.vault;

/// A rotation was not begun, or stopped where it is; the message says why. Numbers and look-ups are unharmed.
public final class RotationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// A refusal with its reason.
    ///
    /// @param what what it is about; never a number
    RotationRefused(Reason reason, String what) {
        super(reason.english + " / " + reason.japanese + (what.isEmpty() ? "" : " (" + what + ")"));
        this.reason = reason;
    }

    /// The reason, for the caller that wants to react.
    public Reason reason() {
        return reason;
    }

    /// Why.
    public enum Reason {
        NOT_THE_OPERATOR("only the operator changes keys", "鍵の更新は運営担当者だけが実行できます"),
        NOT_ROTATED("keys of that purpose are not rotated", "この用途の鍵は更新の対象ではありません"),
        NOT_APPROVED(
                "a rotation begins with an approved application; name it with --application",
                "鍵の更新を始めるには承認済みの申請が必要です。--application で指定してください"),
        RUNNING_ELSEWHERE("another process is rotating this key", "他のプロセスがこの鍵を更新中です"),
        ROWS_LEFT("values are left on the old key; it is kept", "旧い鍵の値が残っているため、鍵は破棄しません"),
        NOT_WHOLE("the new index does not become whole; the old one stays", "新しい索引が完全になりません。旧い索引を使い続けます"),
        NOT_OPENING(
                "a sealed number does not open: it was altered; the old key is kept",
                "開封できない個人番号があります（改変の疑い）。旧い鍵は破棄しません"),
        NOT_SAFE(
                "nothing is on the old key any more, but no backup and no archived log holds that state yet, so the key is "
                        + "kept: take a backup (bansho backup), then repeat the command without --application",
                "旧い鍵の値はもうありませんが、その状態がバックアップにも先行書込みログの保管にもまだないため、鍵を残しています。"
                        + "バックアップを取得してから、--application なしでもう一度実行してください"),
        STILL_READ(
                "somebody has been reading under the old key for an hour; repeat the command later",
                "旧い鍵での読み取りが1時間以上続いています。後でもう一度実行してください");

        private final String english;
        private final String japanese;

        Reason(String english, String japanese) {
            this.english = english;
            this.japanese = japanese;
        }
    }
}
