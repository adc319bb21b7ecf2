package jp.bansho.media.ledger;

import java.util.Locale;

/// Why something about media is refused, and what people read.
enum Refusal {
    NO_SUCH_MEDIUM("There is no such medium in your ledger.", "該当する媒体が管理簿にありません。"),
    MEDIUM_AMBIGUOUS("Several media bear this number: call it by owner/number.", "同じ番号の媒体が複数あります。「所有者/番号」で指定してください。"),
    NUMBER_TAKEN("A medium with this number is in the ledger already.", "この番号の媒体はすでに管理簿にあります。"),
    TEXT_UNWELCOME(
            "A text is empty, too long, or holds something that may not stand in the ledger.",
            "入力が空か、長すぎるか、管理簿に書けない文字（12桁の数字など）が含まれています。"),
    SECOND_PERSON_MISSING("This takes two people: a witness is missing.", "この作業は2人で行います。立会者がいません。"),
    SAME_PERSON("Doer and witness must be two different people.", "作業者と立会者は別の人でなければなりません。"),
    NOT_OURS("This is done with own media only.", "自機関の媒体に限る手続きです。"),
    OURS("This is done with media of others only.", "他機関の媒体に限る手続きです。"),
    MEDIUM_IN_OTHER_STATE("The medium is not where this could be done.", "媒体の状態がこの手続きに合いません。"),
    PARCEL_IN_OTHER_STATE("The parcel on the medium is not so far, or further.", "媒体に入っている内容の状態がこの手続きに合いません。"),
    MEDIUM_TAKEN("There is a parcel on this medium that is not settled.", "この媒体には処理の終わっていない内容が入っています。"),
    CONTENT_NOT_WIPED("The contents have to be wiped before the medium is returned.", "返却の前に内容を消去してください。"),
    OWN_APPLICATION("Whoever applies does not approve.", "申請者と承認者が同じです。別の人の承認が必要です。"),
    OTHER_PAYLOAD("What is to be made is not exactly what was approved.", "作成しようとする内容が承認された内容と一致しません。"),
    APPROVAL_USED(
            "A parcel was made under this approval already; one approval, one parcel.",
            "この承認では、すでに媒体が作成されています。承認1件で作成できるのは1回だけです。"),
    ANOTHER_SENDER("The order names another organisation as its sender.", "差出元が自機関ではありません。"),
    ANOTHER_RECIPIENT("The parcel is addressed to another organisation.", "他の機関あての媒体です。"),
    USE_BY_PASSED("The use-by date has passed.", "使用期限が過ぎています。"),
    NO_SUCH_PARCEL("There is no such parcel in your ledger.", "該当する媒体番号が管理簿にありません。"),
    OTHER_PARCEL("What was written is not the parcel that was begun.", "作成された内容が、開始した媒体と一致しません。"),
    RECEIPT_OF_ANOTHER("The receipt is for another parcel, or for another content.", "受領書が、この媒体またはこの内容のものではありません。"),
    NOT_REGISTERED("The parcel is not registered: register it before opening it.", "受付されていない媒体です。開封の前に受付してください。"),
    REPLAYED("A parcel with this number was registered before.", "この番号の媒体はすでに受付済みです。"),
    OTHER_CONTENT("The parcel at that place is not the one that was registered.", "そこにあるのは、受付した媒体の内容ではありません。"),
    MEDIUM_OF_ANOTHER("A medium with this number is known as another kind.", "この番号の媒体は、別の種類として登録されています。"),
    NOTHING_THERE(
            "Nothing lies at that place; if the medium is gone, report it missing.",
            "その場所には何もありません。媒体が見当たらないときは所在不明として報告してください。"),
    READ_ONLY_MEDIUM(
            "The medium cannot be written, so its contents cannot be wiped: destroy it.",
            "書き込みできない媒体なので内容を消去できません。物理的に廃棄してください。"),
    NOT_WIPED(
            "The contents could not be wiped completely; try again, or destroy the medium.",
            "内容を完全には消去できませんでした。もう一度行うか、媒体を廃棄してください。"),
    CERTIFICATE_WORTHLESS("The certificate is not genuine.", "廃棄証明が真正ではありません。"),
    CERTIFICATE_OF_ANOTHER("The certificate is for another medium or parcel.", "別の媒体の廃棄証明です。"),
    STOCKTAKING_OPEN("A stock-taking is under way.", "棚卸が実施中です。"),
    NO_STOCKTAKING("There is no stock-taking under way.", "実施中の棚卸がありません。"),
    DEADLINE_PASSED("The deadline lies before today.", "期限が過去の日付です。"),
    NOT_ON_THE_LIST("This medium is not on the list of the stock-taking.", "この媒体は棚卸の対象ではありません。"),
    COUNTED("This medium is counted already.", "この媒体は確認済みです。"),
    NOT_ALL_COUNTED("Not every medium is counted yet.", "まだ確認していない媒体があります。");

    private final String english;
    private final String japanese;

    Refusal(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    MediaRefused refused() {
        return new MediaRefused(word(), english, japanese);
    }
}
