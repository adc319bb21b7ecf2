package jp.bansho.access.approval;

import java.time.Duration;
import java.util.List;

/// A kind of act that needs a second person: who may apply, who decides, and how long each step may take.
///
/// @param word          the word of the database and of the record
/// @param from          the organisations that may apply
/// @param decidedBy     the organisation that decides
/// @param applyRight    the right of the [jp.bansho.access.Matrix] needed to apply and to execute
/// @param decideRight   the right needed to decide
/// @param decideWithin  from the application to the decision
/// @param executeWithin from the decision to the execution
public record ApprovalKind(
        String word,
        String japanese,
        String english,
        From from,
        DecidedBy decidedBy,
        String applyRight,
        String decideRight,
        Duration decideWithin,
        Duration executeWithin) {

    /// A new right for a user (A6); the nightly batch executes it.
    public static final ApprovalKind NEW_RIGHTS = new ApprovalKind(
            "new-rights",
            "権限の付与",
            "New rights",
            From.ANYBODY,
            DecidedBy.OWN_ORGANISATION,
            Duration.ofDays(14),
            Duration.ofDays(7));

    /// Many numbers at once.
    public static final ApprovalKind BULK_REVEAL = new ApprovalKind(
            "bulk-reveal",
            "個人番号の一括表示",
            "Reveal of many numbers",
            From.ASSOCIATIONS,
            DecidedBy.OWN_ORGANISATION,
            Duration.ofDays(3),
            Duration.ofDays(1));

    /// Erasure of numbers whose time is over.
    public static final ApprovalKind ERASURE = new ApprovalKind(
            "erasure",
            "個人番号の廃棄",
            "Erasure",
            From.ASSOCIATIONS,
            DecidedBy.OWN_ORGANISATION,
            Duration.ofDays(14),
            Duration.ofDays(7));

    /// The operator into the database, in an emergency (A7); the federation decides.
    public static final ApprovalKind EMERGENCY_ACCESS = new ApprovalKind(
            "emergency-access",
            "データベースへの緊急アクセス",
            "Emergency database access",
            From.OPERATOR,
            DecidedBy.FEDERATION,
            Duration.ofHours(24),
            Duration.ofHours(4));

    /// A maintenance login lent to the operator (A7); the federation decides.
    public static final ApprovalKind MAINTENANCE_LOGIN = new ApprovalKind(
            "maintenance-login",
            "保守用IDの貸出し",
            "Loan of a maintenance login",
            From.OPERATOR,
            DecidedBy.FEDERATION,
            Duration.ofDays(7),
            Duration.ofDays(1));

    /// A key ceremony: keys made, split, restored or retired by the operator (S1); the federation decides.
    public static final ApprovalKind KEY_CEREMONY = new ApprovalKind(
            "key-ceremony",
            "鍵の管理作業",
            "Key ceremony",
            From.OPERATOR,
            DecidedBy.FEDERATION,
            Duration.ofDays(7),
            Duration.ofDays(1));

    /// The purge of the details of old records of use (L6).
    public static final ApprovalKind RECORD_PURGE = new ApprovalKind(
            "record-purge",
            "使用の記録の詳細の消去",
            "Purge of old records' details",
            From.NOT_THE_OPERATOR,
            DecidedBy.OWN_ORGANISATION,
            Duration.ofDays(14),
            Duration.ofDays(7));

    /// The closing of an incident (S6).
    public static final ApprovalKind INCIDENT_CLOSING = new ApprovalKind(
            "incident-closing",
            "事故対応の終了",
            "Closing of an incident",
            From.ANYBODY,
            DecidedBy.OWN_ORGANISATION,
            Duration.ofDays(14),
            Duration.ofDays(7));

    /// A file with numbers for the tax office or the municipalities (N6, N7); the federation's own.
    public static final ApprovalKind TAX_FILE = new ApprovalKind(
            "tax-file",
            "税務提出ファイルの作成",
            "Tax file",
            From.FEDERATION,
            DecidedBy.FEDERATION,
            Duration.ofDays(14),
            Duration.ofDays(7));

    /// All kinds of today.
    public static final List<ApprovalKind> ALL = List.of(
            NEW_RIGHTS,
            BULK_REVEAL,
            ERASURE,
            EMERGENCY_ACCESS,
            MAINTENANCE_LOGIN,
            KEY_CEREMONY,
            RECORD_PURGE,
            INCIDENT_CLOSING,
            TAX_FILE);

    /// The organisations that may apply.
    public enum From {
        /// Any organisation.
        ANYBODY,
        /// The associations 構成組合 only.
        ASSOCIATIONS,
        /// The associations 構成組合 and the federation 連合会.
        NOT_THE_OPERATOR,
        /// The federation 連合会 only.
        FEDERATION,
        /// The operator 運営委託先 only.
        OPERATOR
    }

    /// The organisation that decides.
    public enum DecidedBy {
        /// The organisation of the applicant.
        OWN_ORGANISATION,
        /// The federation 連合会.
        FEDERATION
    }

    /// A kind with the ordinary rights `approval.apply` and `approval.decide`.
    public ApprovalKind(
            String word,
            String japanese,
            String english,
            From from,
            DecidedBy decidedBy,
            Duration decideWithin,
            Duration executeWithin) {
        this(
                word,
                japanese,
                english,
                from,
                decidedBy,
                "approval.apply",
                "approval.decide",
                decideWithin,
                executeWithin);
    }
}
