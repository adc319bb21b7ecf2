package jp.bansho.audit;

import java.sql.SQLException;

/// The connection broke during the commit and the database cannot be asked whether it took place.
///
/// The act may have been done, and then it was recorded too; it was never done without its record.
public final class CommitUnknown extends SQLException {

    private static final long serialVersionUID = 1;

    /// `transaction_resolution_unknown` of the SQL standard.
    static final String STATE = "08007";

    CommitUnknown(SQLException cause) {
        super("whether the act and its record were committed is unknown", STATE, cause);
    }
}
