package jp.bansho.machine;

/// As whom a piece of work meets the database: a role of PostgreSQL and what it is bound to. Each machine has its own
/// scopes; row-level security and grants enforce them.
public interface WorkScope {

    /// The statements that take on this scope until the end of the transaction.
    String enter();

    /// A scope whose small changes are no acts of their own, such as noting that somebody is still at the terminal, or
    /// one step of a change of keys whose beginning and end are on record.
    interface Unrecorded extends WorkScope {}
}
