package jp.bansho.numbers.linkage;

import org.jspecify.annotations.Nullable;

/// Keyed marks of what this machine does not keep (N1): of the family name and of the address of somebody. Two people
/// of one association with the same mark have the same one.
///
/// @param family  null if it is not known
/// @param address null if it is not known
public record Marks(@Nullable Long family, @Nullable Long address) {

    /// Nothing is known.
    public static final Marks NONE = new Marks(null, null);
}
