package jp.bansho.access.account;

import org.jspecify.annotations.Nullable;

/// What somebody at the door claims to be, as it stood before the slow comparison of the temporary password.
///
/// @param hash what to compare with; null if that ID has no temporary password today, or nobody has that ID
public record Claim(String id, @Nullable String hash) {

    /// Without what was typed and without the hash.
    @Override
    public String toString() {
        return "Claim[]";
    }
}
