package jp.bansho.audit;

/// The chain in the database does not fit together, so nothing may be added to it and nothing may be done.
///
/// 使用の記録の改ざんの疑い。 Not an error to retry: run the verifier and call the operations manager.
public final class AuditBroken extends RuntimeException {

    private static final long serialVersionUID = 1;

    AuditBroken(String message) {
        super(message);
    }
}
