package jp.bansho.seal;

/// Seals Individual Numbers (個人番号) of one association: pad, then AES-256-GCM, bound to the place. Duty S1.
///
/// A sealed number is 33 bytes. Not thread-safe: one per thread.
public final class SealedNumbers {

    private static final int BYTES = 5;

    private final Sealer sealer;
    private final int association;
    private final AssociatedData associatedData = new AssociatedData("bansho/number/1", 6);

    /// @param sealer      of the association's key for [KeyPurpose#NUMBER_SEAL]
    /// @param association code of the association
    public SealedNumbers(Sealer sealer, int association) {
        this.sealer = sealer;
        this.association = association;
    }

    /// The place a number is sealed for. A sealed value that is moved to another place does not open.
    ///
    /// @param subject    internal handle of the person
    /// @param generation 1 for the first number the person had here, then 2, …
    /// @param kind       kind of person when it was sealed
    /// @param keyVersion version of the sealing key
    /// @param pad        where its pad lies: block × 256 + slot
    public record Place(long subject, int generation, int kind, int keyVersion, long pad) {}

    /// Seals a number.
    ///
    /// @param number 0..999999999999
    /// @param pad    40 bits, never used for another value
    public byte[] seal(long number, long pad, Place place) {
        var masked = number ^ pad;
        var value = new byte[BYTES];
        for (var i = BYTES - 1; i >= 0; i--) {
            value[i] = (byte) masked;
            masked >>>= 8;
        }
        return sealer.seal(value, associated(place));
    }

    /// Opens a number.
    ///
    /// @throws SealBroken if the value lies elsewhere than it was sealed for, was altered, or its pad was erased
    public long open(byte[] sealed, long pad, Place place) {
        if (pad == PadBlock.ERASED) {
            throw new SealBroken("vault.pad_block");
        }
        var value = sealer.open(sealed, associated(place), "vault.sealed_number");
        var masked = 0L;
        for (var b : value) {
            masked = masked << 8 | (b & 0xff);
        }
        var number = masked ^ pad;
        if (value.length != BYTES || number < 0 || number > 999_999_999_999L) {
            throw new SealBroken("vault.sealed_number");
        }
        return number;
    }

    /// Seals anew what lies sealed under this key, for another version of it. The pad is not needed, so no number is in
    /// the clear meanwhile, and what was erased is carried over as erased.
    ///
    /// @param next     under the key of the version that `nextPlace` names
    /// @throws SealBroken if the value lies elsewhere than it was sealed for, or was altered
    public byte[] sealAnew(byte[] sealed, Place place, SealedNumbers next, Place nextPlace) {
        var masked = sealer.open(sealed, associated(place), "vault.sealed_number");
        if (masked.length != BYTES) {
            throw new SealBroken("vault.sealed_number");
        }
        return next.sealer.seal(masked, next.associated(nextPlace));
    }

    private byte[] associated(Place place) {
        return associatedData
                .begin()
                .add(association)
                .add(place.subject())
                .add(place.generation())
                .add(place.kind())
                .add(place.keyVersion())
                .add(place.pad())
                .bytes();
    }
}
