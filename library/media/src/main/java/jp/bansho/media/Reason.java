package jp.bansho.media;

import java.util.Locale;

/// Why a parcel is refused; each has a word for the record and a sentence in two languages.
public enum Reason {
    /// No manifest: the writing of the parcel did not come to its end.
    UNFINISHED("The parcel has no manifest: it was never finished.", "目録がありません。作成が完了していない媒体です。"),
    /// Something else than the plain files of a parcel.
    STRANGE_ENTRY(
            "The folder holds something that is no file of a parcel, such as a link.", "リンクなど、媒体の構成ファイルでないものが含まれています。"),
    /// The signature does not fit, or there is none.
    MANIFEST_TAMPERED("The manifest is not what its sender signed.", "目録が差出元の署名と一致しません。"),
    /// Signed, but not a manifest of this format.
    MANIFEST_NOT_UNDERSTOOD("The manifest is signed, but breaks the rules of the format.", "目録の署名は正しいものの、様式に違反しています。"),
    /// More or larger than the format allows.
    TOO_LARGE("The parcel states more or larger contents than the format allows.", "媒体の件数または大きさが様式の上限を超えています。"),
    /// No pinned certificate made the signature.
    SENDER_UNKNOWN("The sender’s certificate is not one of those registered here.", "差出元の証明書が登録されていません。"),
    /// The sender's certificate is out of its time.
    SENDER_EXPIRED("The sender’s certificate is expired or not valid yet.", "差出元の証明書が有効期間外です。"),
    /// The sender's certificate may not sign this.
    SENDER_NOT_ENTITLED("The sender’s certificate may not be used for this kind of parcel.", "差出元の証明書はこの用途に使えません。"),
    /// For another organisation.
    OTHER_ORGANISATION("The parcel is addressed to another organisation.", "他の機関あての媒体です。"),
    /// For another purpose.
    OTHER_PURPOSE("The parcel was made for another purpose.", "別の利用目的のために作成された媒体です。"),
    /// After its last day.
    EXPIRED("The use-by date of the parcel has passed.", "媒体の使用期限が過ぎています。"),
    /// Came before.
    REPLAYED("A parcel with this number was taken in before.", "この番号の媒体はすでに取込済みです。"),
    /// Sealed for another key.
    OTHER_CERTIFICATE("The parcel is not sealed for this certificate.", "この証明書あてに封緘された媒体ではありません。"),
    /// Sealed with other words.
    WRONG_PASSPHRASE("The passphrase does not open this parcel.", "パスフレーズが一致しません。"),
    /// A segment is not there.
    SEGMENT_MISSING("A segment of the parcel is missing.", "媒体の一部（分割ファイル）が欠けています。"),
    /// A segment too many.
    SEGMENT_EXTRA("The parcel holds a segment that its manifest does not know.", "目録にない分割ファイルが含まれています。"),
    /// A segment of another length.
    SEGMENT_CUT("A segment is shorter or longer than its manifest says.", "分割ファイルの長さが目録と異なります。"),
    /// A segment of other bytes.
    SEGMENT_TAMPERED("A segment is not the one its manifest names.", "分割ファイルの内容が目録と異なります。"),
    /// As signed, but does not open.
    SEGMENT_NOT_OPENED("A segment is as signed, but does not open.", "分割ファイルは署名どおりですが、開封できません。"),
    /// Not everything was read.
    NOT_READ_TO_THE_END("A file of the parcel was not read to its end.", "最後まで読み取られていないファイルがあります。"),
    /// Counted otherwise.
    COUNTS_DIFFER("The counts of what was read are not those of the manifest.", "読み取った件数が目録と一致しません。"),
    /// The medium cannot be read.
    CANNOT_READ("The medium cannot be read.", "媒体を読み取れません。"),
    /// The medium cannot be written.
    CANNOT_WRITE("The medium cannot be written.", "媒体に書き込めません。"),
    /// No room.
    DISC_FULL("The medium is full; what was written is removed.", "媒体の空き容量が足りません。書き込んだ分は削除しました。"),
    /// The folder is not free.
    DESTINATION_TAKEN("There is something at the place of the new parcel already.", "作成先にすでに何かがあります。"),
    /// Nobody may be written to with it.
    RECIPIENT_UNSUITED(
            "The recipient’s certificate is out of its time, of an unsupported kind, or not made for receiving.",
            "あて先の証明書が有効期間外・未対応の種類・受信用以外のいずれかです。"),
    /// Nobody may sign with it.
    SENDER_UNSUITED(
            "The own certificate is out of its time, of an unsupported kind, or not made for signing.",
            "自機関の証明書が有効期間外・未対応の種類・署名用以外のいずれかです。"),
    /// Keys that cannot be had.
    KEY_FILE(
            "The key file cannot be opened: wrong password, or not one key with its certificate.",
            "鍵ファイルを開けません。パスワードが違うか、鍵と証明書の組が一つではありません。");

    private final String english;
    private final String japanese;

    Reason(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    /// The word for the record, such as `segment-cut`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The sentence for an English screen.
    public String english() {
        return english;
    }

    /// The sentence for a Japanese screen.
    public String japanese() {
        return japanese;
    }
}
