package jp.bansho.media.ledger;

import java.util.regex.Pattern;
import jp.bansho.media.ParcelNumber;

/// A parcel that was on a disposed medium.
///
/// @param manifestHash SHA-256 of its manifest, 64 hexadecimal digits
public record DisposedParcel(ParcelNumber number, String manifestHash) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /// Checks the hash.
    public DisposedParcel {
        if (!HASH.matcher(manifestHash).matches()) {
            throw new IllegalArgumentException("a hash is 64 digits");
        }
    }
}
