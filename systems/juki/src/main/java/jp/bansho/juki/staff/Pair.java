package jp.bansho.juki.staff;

import jp.bansho.audit.Stamp;
import org.jspecify.annotations.Nullable;

/// Who does something, and who stands beside them.
///
/// @param doer    name of the staff file
/// @param witness another name; null for work that touches no medium
public record Pair(String doer, @Nullable String witness) {

    /// The envelope of a record of this pair's act.
    public Stamp stamp(@Nullable Integer association, @Nullable String purpose, @Nullable Long job) {
        return new Stamp("juki", doer, "operator", association, purpose, null, job);
    }
}
