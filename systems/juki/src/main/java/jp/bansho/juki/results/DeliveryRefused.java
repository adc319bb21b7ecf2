package jp.bansho.juki.results;

import jp.bansho.machine.Refused;
import jp.bansho.media.ParcelRefused;
import jp.bansho.media.ledger.MediaRefused;

/// Nothing was handed out.
public final class DeliveryRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private DeliveryRefused(String reason, String english, String japanese) {
        super(reason, english, japanese);
    }

    static DeliveryRefused parcel(ParcelRefused refused) {
        return new DeliveryRefused(
                refused.reason().word(),
                "the parcel could not be made: " + refused.reason().english(),
                "媒体を作成できません: " + refused.reason().japanese());
    }

    static DeliveryRefused ledger(MediaRefused refused) {
        return new DeliveryRefused(refused.reason(), refused.english(), refused.japanese());
    }

    static DeliveryRefused otherReceipt() {
        return new DeliveryRefused(
                "not-the-receipt", "this is no receipt for the parcel of this job", "この処理の媒体に対する受領書ではありません");
    }

    static DeliveryRefused unknownRecipient(String organisation) {
        return new DeliveryRefused(
                "recipient-unknown",
                "no certificate of " + organisation + " is known here; run: bansho juki media seal-for",
                organisation + " の受領用証明書が登録されていません。bansho juki media seal-for を実行してください");
    }
}
