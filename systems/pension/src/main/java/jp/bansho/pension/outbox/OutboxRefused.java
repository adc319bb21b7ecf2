package jp.bansho.pension.outbox;

import jp.bansho.machine.Refused;
import jp.bansho.media.ledger.MediaRefused;

/// No parcel leaves; nothing was begun, or what was begun can be ended by the same order.
public final class OutboxRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private OutboxRefused(String reason, String english, String japanese) {
        super(reason, english, japanese);
    }

    static OutboxRefused ledger(MediaRefused refused) {
        return new OutboxRefused(refused.reason(), refused.english(), refused.japanese());
    }

    static OutboxRefused strange() {
        return new OutboxRefused(
                "outbox-taken",
                "something else lies in the outbox under the name of this parcel",
                "出力先に同じ名前の別のものがあります");
    }

    static OutboxRefused recipient(String organisation) {
        return new OutboxRefused(
                "recipient-missing",
                "the certificate of " + organisation
                        + " is missing or unusable; run: bansho pension media seal-for --organisation " + organisation,
                organisation + " の証明書がないか使えません。bansho pension media seal-for --organisation " + organisation
                        + " を実行してください");
    }

    static OutboxRefused ownKey() {
        return new OutboxRefused(
                "own-key-missing",
                "this machine's key for media is missing or unusable; run: bansho pension media keys --organisation pension",
                "この機械の媒体用の鍵がないか使えません。bansho pension media keys --organisation pension を実行してください");
    }
}
