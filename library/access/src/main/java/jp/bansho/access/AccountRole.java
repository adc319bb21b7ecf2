package jp.bansho.access;

import java.util.Arrays;
import java.util.Optional;

/// The roles of accounts (A5). What a role may do depends on the department too and stands in the [Matrix].
public enum AccountRole {
    /// Works with people's records all day.
    CLERK("clerk", "担当者", "Clerk"),
    /// As a clerk, and decides what others apply for.
    SENIOR_CLERK("senior-clerk", "上席担当者", "Senior clerk"),
    /// Prepares and ends the accounts of the own organisation; sees no person and no number (A2).
    USER_MANAGER("user-manager", "ユーザ管理責任者", "User manager"),
    /// Reads and checks the record of use (L2, L5).
    AUDITOR("auditor", "監査担当者", "Auditor"),
    /// Runs the machine at the command line; sees no person and no number (A7).
    OPERATOR("operator", "運用担当者", "Operator"),
    /// Answers for the operators and audits what they did (L3).
    OPERATIONS_MANAGER("operations-manager", "運用責任者", "Operations manager"),
    /// Works for the federation 連合会: tax files, approval of emergency access (N6, A7).
    FEDERATION_OFFICER("federation-officer", "連合会担当者", "Federation officer");

    private final String word;
    private final String japanese;
    private final String english;

    AccountRole(String word, String japanese, String english) {
        this.word = word;
        this.japanese = japanese;
        this.english = english;
    }

    /// The word of the database, the matrix and the record.
    public String word() {
        return word;
    }

    /// The name on Japanese screens.
    public String japanese() {
        return japanese;
    }

    /// The name on English screens.
    public String english() {
        return english;
    }

    /// The role of that word.
    public static Optional<AccountRole> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }
}
