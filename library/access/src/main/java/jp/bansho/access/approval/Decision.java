package jp.bansho.access.approval;

/// What a second person says.
public enum Decision {
    /// It may be done, once, as it stands.
    APPROVE,
    /// It may not be done.
    REFUSE
}
