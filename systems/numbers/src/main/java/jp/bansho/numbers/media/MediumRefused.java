package jp.bansho.numbers.media;

import jp.bansho.machine.Refused;
import jp.bansho.media.ParcelRefused;

/// A medium was not taken in.
public final class MediumRefused extends Refused {

    private static final long serialVersionUID = 1L;

    MediumRefused(String reason, String english, String japanese) {
        super(reason, english, japanese);
    }

    static MediumRefused parcel(ParcelRefused refused) {
        return new MediumRefused(
                refused.reason().word(),
                refused.reason().word() + ": " + refused.reason().english(),
                refused.reason().japanese());
    }

    static MediumRefused secondPerson() {
        return new MediumRefused(
                "second-person-missing",
                "work at a medium needs a second person: name another one with --with",
                "媒体の取扱いは2人で行います。--with で別の立会者を指定してください");
    }

    static MediumRefused otherLedger() {
        return new MediumRefused(
                "other-ledger",
                "everybody works in the ledger of their own organisation here",
                "媒体管理簿は自分の組織のものだけを扱えます");
    }

    static MediumRefused content() {
        return new MediumRefused(
                "other-content", "the parcel holds no file of inquiry results", "照会結果ファイルを収めた媒体ではありません");
    }

    static MediumRefused purpose(String signed) {
        return new MediumRefused(
                "other-purpose",
                "the parcel was made for the purpose " + signed + " and for no other",
                "この媒体の利用目的は " + signed + " です。別の目的では取り込めません");
    }

    static MediumRefused notFinished() {
        return new MediumRefused(
                "not-finished",
                "no finished job has read this parcel; take it in first, or resume its job",
                "この媒体を読み終えたジョブがありません。先に取り込むか、ジョブを再開してください");
    }

    static MediumRefused counts() {
        return new MediumRefused(
                "counts-differ",
                "the job read another number of rows than the sender counted; the contents stay until that is explained",
                "読み込んだ行数が作成元の件数と異なります。原因が分かるまで内容は残します");
    }
}
