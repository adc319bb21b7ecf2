package jp.bansho.access.account;

import org.jspecify.annotations.Nullable;

/// How somebody at the door is answered.
public sealed interface Knock {

    /// The account may go on to its passkey.
    record Welcome(Account account) implements Knock {}

    /// Not let in. The person at the door always reads the same sentence; the reason is for the record.
    ///
    /// @param account null if there is none of that ID
    /// @param blocked true if the account has just been blocked for a while
    record Refused(String reason, @Nullable Account account, boolean blocked) implements Knock {}
}
