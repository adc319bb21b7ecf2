package jp.bansho.media.ledger;

import java.util.Locale;

/// How far a parcel is. Outgoing ones are begun, written, handed over, receipted and settled;
/// incoming ones registered, opened, confirmed and wiped.
public enum ParcelState {
    /// Noted, before its first step.
    NEW("登録中"),
    /// Approved; its number is given.
    BEGUN("作成中"),
    /// On the medium.
    WRITTEN("作成済み"),
    /// With the recipient.
    HANDED_OVER("受渡し済み"),
    /// The recipient's receipt is here.
    RECEIPTED("受領書あり"),
    /// Here, and not opened.
    REGISTERED("受付済み"),
    /// Being read, or read.
    OPENED("開封済み"),
    /// The job that read it is confirmed.
    CONFIRMED("取込確定"),
    /// Not written after all.
    ABANDONED("作成取りやめ"),
    /// Its medium came back, or was destroyed by the recipient.
    SETTLED("完了"),
    /// Its files are gone from the medium.
    WIPED("消去済み"),
    /// Not taken in.
    TURNED_AWAY("受入拒否"),
    /// Gone with an erasure of the whole medium.
    ERASED("媒体消去"),
    /// Gone with its medium.
    DESTROYED("媒体廃棄");

    private final String japanese;

    ParcelState(String japanese) {
        this.japanese = japanese;
    }

    /// The word for the ledger.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// For a Japanese screen.
    public String japanese() {
        return japanese;
    }

    static ParcelState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
