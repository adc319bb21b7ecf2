package jp.bansho.juki.release;

import jp.bansho.access.AccessRefused;
import jp.bansho.juki.inquiry.Job;
import jp.bansho.machine.Refused;

/// What does not leave, and why.
public final class ReleaseRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private ReleaseRefused(String reason, String english, String japanese) {
        super(reason, english, japanese);
    }

    static ReleaseRefused of(AccessRefused refused) {
        return new ReleaseRefused(refused.reason(), refused.english(), refused.japanese());
    }

    static ReleaseRefused noSuchApplication() {
        return new ReleaseRefused(
                "no-such-application", "there is no such application for this job", "この処理に対する該当の申請がありません");
    }

    static ReleaseRefused notDecided() {
        return new ReleaseRefused("not-decided", "it is not approved yet", "まだ承認されていません");
    }

    static ReleaseRefused medium() {
        return new ReleaseRefused(
                "medium-number",
                "a medium's number has capitals, digits and hyphens, at most 20",
                "媒体の番号は、英大文字・数字・ハイフン20字以内で入力してください");
    }

    static ReleaseRefused state(Job job) {
        return new ReleaseRefused(
                "other-state",
                "the job is " + job.state().english() + ": only answers that are complete leave",
                "この処理は「" + job.state().japanese() + "」です。回答がそろった処理だけ持ち出せます");
    }
}
