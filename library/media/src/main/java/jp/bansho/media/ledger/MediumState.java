package jp.bansho.media.ledger;

import java.util.Locale;

/// Where a medium is.
public enum MediumState {
    /// Noted, before its first step.
    NEW("登録中"),
    /// Ours, at a workplace.
    IN_USE("使用中"),
    /// In the vault.
    IN_VAULT("保管中"),
    /// Ours, with others.
    HANDED_OVER("受渡し済み"),
    /// Theirs, with us.
    RECEIVED("受領済み"),
    /// Theirs, given back.
    RETURNED("返却済み"),
    /// Erased, may be used again.
    ERASED("消去済み"),
    /// Destroyed.
    DESTROYED("廃棄済み"),
    /// Not where it should be.
    MISSING("所在不明");

    private final String japanese;

    MediumState(String japanese) {
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

    static MediumState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
