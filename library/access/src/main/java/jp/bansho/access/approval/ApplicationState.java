package jp.bansho.access.approval;

import java.util.Locale;

/// Where an application stands.
public enum ApplicationState {
    /// Waits for a decision.
    OPEN("承認待ち", "Waiting for a decision"),
    /// Approved, waits for its one execution.
    APPROVED("承認済み（未実施）", "Approved, not executed yet"),
    /// Somebody else refused it.
    REFUSED("却下", "Refused"),
    /// The applicant took it back.
    WITHDRAWN("取下げ", "Withdrawn"),
    /// Executed, once.
    EXECUTED("実施済み", "Executed"),
    /// Nobody decided, or nobody executed, in time.
    LAPSED("期限切れ", "Run out");

    private final String japanese;
    private final String english;

    ApplicationState(String japanese, String english) {
        this.japanese = japanese;
        this.english = english;
    }

    /// The state of the database's word, or `lapsed`.
    static ApplicationState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// The name on Japanese screens.
    public String japanese() {
        return japanese;
    }

    /// The name on English screens.
    public String english() {
        return english;
    }
}
