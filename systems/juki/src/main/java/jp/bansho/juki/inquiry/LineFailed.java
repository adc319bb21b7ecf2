package jp.bansho.juki.inquiry;

import jp.bansho.machine.Refused;

/// A batch was not answered. Nothing is lost: asking again asks the same batch again.
public final class LineFailed extends Refused {

    private static final long serialVersionUID = 1L;

    LineFailed(String reason, String english, String japanese) {
        super(reason, english, japanese);
    }

    static LineFailed cut() {
        return new LineFailed(
                "line-cut",
                "the line to J-LIS is not there or was cut; run the command again, it goes on where it stopped",
                "機構との回線に接続できないか、途中で切れました。再実行すると続きから処理します");
    }

    static LineFailed untrusted() {
        return new LineFailed(
                "line-untrusted",
                "the other end of the line does not bear the pinned certificate; nothing was sent",
                "回線の相手の証明書が登録のものと異なります。何も送信していません");
    }

    static LineFailed answered(int status, String type) {
        return new LineFailed(
                "line-refused",
                "J-LIS refused the batch: " + status + " " + type,
                "機構が照会を受け付けませんでした: " + status + " " + type);
    }

    static LineFailed strange(String what) {
        return new LineFailed(
                "answer-not-understood",
                "the answer of J-LIS is not one to these inquiries: " + what,
                "機構の回答が照会と一致しません: " + what);
    }
}
