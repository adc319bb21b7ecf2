package jp.bansho.seal;

/// The keys at hand are not the keys that are needed: the machine must not start. Duty S1.
public final class KeysRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String what;

    private KeysRefused(Reason reason, String what) {
        super(reason.english + " / " + reason.japanese + " (" + what + ")");
        this.reason = reason;
        this.what = what;
    }

    /// True if the keys may be right and their key device is the trouble: it may come back.
    public boolean isOfTheDevice() {
        return reason == Reason.DEVICE_GONE || reason == Reason.DEVICE_PIN;
    }

    /// The same refusal, met by somebody else.
    KeysRefused again() {
        return new KeysRefused(reason, what);
    }

    /// What is wrong, for people who read English.
    public String english() {
        return reason.english;
    }

    /// What is wrong, for people who read Japanese.
    public String japanese() {
        return reason.japanese;
    }

    /// Why the keys were refused.
    public enum Reason {
        MISSING("a key or the key store is missing", "鍵または鍵ストアがありません"),
        WRONG_KEY_ENCRYPTION_KEY("the key-encryption key does not open this key store", "鍵暗号化鍵がこの鍵ストアのものではありません"),
        DAMAGED("the key store is damaged", "鍵ストアが壊れています"),
        OPEN_TO_OTHERS("a key file can be read by other users", "鍵ファイルを他の利用者が読める状態です"),
        NOT_THE_DATABASES_KEYS(
                "these keys are not the ones this database was filled with", "この鍵はこのデータベースを作成した鍵ではありません"),
        DEVICE_GONE(
                "the key device does not answer; what needs keys waits until it is back",
                "鍵装置が応答しません。復旧するまで、鍵を使う処理はできません"),
        DEVICE_PIN("the key device does not accept the PIN", "鍵装置が暗証番号（PIN）を受け付けません"),
        DEVICE_TOO_WEAK("the key device would let the key-encryption key be read", "鍵装置が鍵暗号化鍵の読み出しを禁止できません"),
        NOT_SET_UP(
                "keys.properties does not set this place for a key-encryption key up",
                "この鍵暗号化鍵の置き場所は keys.properties に設定されていません"),
        BACKUP_DAMAGED("the key backup was changed or damaged", "鍵のバックアップが改変されたか壊れています"),
        SHARE_DAMAGED("a share was changed or damaged", "分散片が改変されたか壊れています"),
        SHARE_OF_ANOTHER_SET("a share belongs to another backup", "別のバックアップの分散片です"),
        SHARE_TWICE("the same share was given twice", "同じ分散片が2回指定されました"),
        TOO_FEW_SHARES("too few shares", "分散片の数が足りません"),
        EXISTS("a key store is already there and is not overwritten", "鍵ストアが既にあり、上書きはしません");

        private final String english;
        private final String japanese;

        Reason(String english, String japanese) {
            this.english = english;
            this.japanese = japanese;
        }
    }

    /// The reason, for the caller that wants to react.
    public Reason reason() {
        return reason;
    }

    /// A refusal with its reason.
    ///
    /// @param what the key's name or the file's name; never key material
    public static KeysRefused because(Reason reason, String what) {
        return new KeysRefused(reason, what);
    }

    static KeysRefused damaged(String what) {
        return new KeysRefused(Reason.DAMAGED, what);
    }
}
