package jp.bansho.audit;

import java.sql.SQLException;

/// How one transaction of a group ended.
sealed interface Attempt {

    /// Acts and records are in the database.
    record Committed() implements Attempt {}

    /// Nothing was done, for certain.
    record RolledBack(Throwable why) implements Attempt {}

    /// Nothing was done, for there was no connection; trying the acts one by one would only take longer.
    record Unreachable(SQLException why) implements Attempt {}

    /// The connection broke during the commit and the database cannot be asked.
    record Unknown(SQLException why) implements Attempt {}
}
