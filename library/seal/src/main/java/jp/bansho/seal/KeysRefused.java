package jp.bansho.seal;

/// The keys at hand are not the keys that are needed: the machine must not start. Duty S1.
public final class KeysRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private KeysRefused(Reason reason, String what) {
        super(reason.english + " / " + reason.japanese + " (" + what + ")");
        this.reason = reason;
    }

    /// Why the keys were refused.
    public enum Reason {
        MISSING("a key or the key store is missing", "鍵または鍵ストアがありません"),
        WRONG_KEY_ENCRYPTION_KEY("the key-encryption key does not open this key store", "鍵暗号化鍵がこの鍵ストアのものではありません"),
        DAMAGED("the key store is damaged", "鍵ストアが壊れています"),
        OPEN_TO_OTHERS("a key file can be read by other users", "鍵ファイルを他の利用者が読める状態です"),
        NOT_THE_DATABASES_KEYS(
                "these keys are not the ones this database was filled with", "この鍵はこのデータベースを作成した鍵ではありません"),
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
