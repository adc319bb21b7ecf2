package jp.bansho.access.review;

import java.util.Arrays;
import java.util.Locale;

/// Why a reviewer should look twice at a line.
public enum Pointer {
    /// The ledger names another department.
    TRANSFERRED("異動（台帳と所属が異なる）", "Transferred: the ledger names another department"),
    /// The ledger does not know the staff number.
    NOT_IN_LEDGER("台帳にない", "Not in the ledger"),
    /// No login for a long time.
    LONG_UNUSED("長期間未使用", "Long unused"),
    /// No login ever.
    NEVER_LOGGED_IN("ログイン実績なし", "Never logged in"),
    /// The last day is over.
    PAST_DATE("有効期限切れ", "Past its last day"),
    /// The person has another account.
    TWO_ACCOUNTS("複数の利用者IDを保有", "The person has another account"),
    /// Stopped in an emergency and not ended since.
    STOPPED("緊急停止中", "Stopped in an emergency");

    private final String japanese;
    private final String english;

    Pointer(String japanese, String english) {
        this.japanese = japanese;
        this.english = english;
    }

    /// The word of the database, such as `not-in-ledger`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The name on Japanese screens.
    public String japanese() {
        return japanese;
    }

    /// The name on English screens.
    public String english() {
        return english;
    }

    static Pointer of(String word) {
        return Arrays.stream(values())
                .filter(pointer -> pointer.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
