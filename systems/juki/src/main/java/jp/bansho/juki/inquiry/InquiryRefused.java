package jp.bansho.juki.inquiry;

import java.util.List;
import jp.bansho.layout.Violation;
import jp.bansho.machine.Refused;
import jp.bansho.media.ParcelRefused;
import jp.bansho.media.ledger.MediaRefused;

/// What this desk does not do.
public final class InquiryRefused extends Refused {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private InquiryRefused(String reason, String english, String japanese) {
        super(reason, english, japanese);
    }

    static InquiryRefused parcel(ParcelRefused refused) {
        return new InquiryRefused(
                refused.reason().word(),
                "the parcel is refused: " + refused.reason().english(),
                "媒体を受け入れません: " + refused.reason().japanese());
    }

    static InquiryRefused ledger(MediaRefused refused) {
        return new InquiryRefused(refused.reason(), refused.english(), refused.japanese());
    }

    static InquiryRefused rows(List<Violation> violations) {
        var shown = new StringBuilder();
        violations.stream()
                .limit(SHOWN)
                .forEach(one -> shown.append("\n  ")
                        .append(one.line())
                        .append(':')
                        .append(one.column())
                        .append(' ')
                        .append(one.rule().japanese())
                        .append(" / ")
                        .append(one.rule().english()));
        return new InquiryRefused(
                "rows",
                violations.size() + " rules are broken, nothing was taken in (line:column)" + shown,
                "項目の誤りが " + violations.size() + " 件あります。何も受け入れていません（行:項目）" + shown);
    }

    static InquiryRefused content() {
        return new InquiryRefused(
                "other-content", "the parcel does not hold one file of inquiries", "照会ファイル1件を収めた媒体ではありません");
    }

    static InquiryRefused noSuchJob() {
        return new InquiryRefused("no-such-job", "there is no such job", "その番号の処理はありません");
    }

    /// The job is in another state.
    public static InquiryRefused state(Job job) {
        return new InquiryRefused(
                "other-state",
                "the job is " + job.state().english() + " already",
                "この処理は既に「" + job.state().japanese() + "」です");
    }

    /// Not all batches are answered.
    public static InquiryRefused unanswered() {
        return new InquiryRefused(
                "unanswered",
                "J-LIS has not answered all batches yet; run: bansho juki ask",
                "回答のない分割があります。bansho juki ask を実行してください");
    }
}
