package jp.bansho.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Something that may only be done if it is recorded; run by [GroupCommit].
@FunctionalInterface
public interface Act<T extends @Nullable Object> {

    /// Does the work on a connection with an open transaction and says what is to be recorded.
    ///
    /// May be called a second time after its first attempt was rolled back, so it must leave no trace outside
    /// the transaction. Runs on a thread of its own: thread-locals of the caller are not there. It may neither
    /// commit nor roll back nor close. Refusing is an outcome as well: return it together with the entry that
    /// says so.
    Outcome<T> perform(Connection connection) throws SQLException;
}
