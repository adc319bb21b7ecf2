package jp.bansho.access.account;

/// A temporary password made at random and its slow hash, made before any transaction begins: others wait for
/// transactions.
public record FreshPassword(String password, String hash) {

    /// Without both.
    @Override
    public String toString() {
        return "FreshPassword[]";
    }
}
