package jp.bansho.seal;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/// 256 one-time pads of 40 bits: the part of each number that erasure destroys (R3).
///
/// An Individual Number fits in 40 bits. Before it is sealed it is combined (exclusive or) with a
/// pad of its own, drawn at random and used once; the pads live apart, in blocks sealed under the
/// association's pad key. Either half alone is uniformly random. To erase a person is to zero the
/// pad, seal the surviving blocks under the next version of the pad key and destroy the old
/// version: then no row, no log and no old backup holds both halves, and no number had to be sealed
/// anew.
public final class PadBlock {

    /// Pads in one block.
    public static final int PADS = 256;

    /// What erasure leaves of a pad. No fresh pad looks like it, so a row that comes back from an old backup after its
    /// pad was erased is known as such and never taken for another number.
    static final long ERASED = 0;

    private static final int PAD_BYTES = 5;

    private final byte[] pads;

    private PadBlock(byte[] pads) {
        this.pads = pads;
    }

    /// A block of fresh pads.
    public static PadBlock fresh(SecureRandom random) {
        var pads = new byte[PADS * PAD_BYTES];
        var block = new PadBlock(pads);
        do {
            random.nextBytes(pads);
        } while (IntStream.range(0, PADS).anyMatch(slot -> block.pad(slot) == ERASED));
        return block;
    }

    /// Opens a sealed block.
    ///
    /// @param block its number, which it was sealed with; a block moved to another place does not open
    /// @throws SealBroken if it is not this block, or the pad key was destroyed and replaced
    public static PadBlock open(Sealer sealer, byte[] sealed, int association, int keyVersion, long block) {
        var pads = sealer.open(sealed, associated(association, keyVersion, block), "vault.pad_block");
        if (pads.length != PADS * PAD_BYTES) {
            throw new SealBroken("vault.pad_block");
        }
        return new PadBlock(pads);
    }

    /// Seals the block for its place.
    public byte[] seal(Sealer sealer, int association, int keyVersion, long block) {
        return sealer.seal(pads, associated(association, keyVersion, block));
    }

    /// The pad at `slot` (0..255), 40 bits.
    public long pad(int slot) {
        var at = slot * PAD_BYTES;
        var value = 0L;
        for (var i = 0; i < PAD_BYTES; i++) {
            value = value << 8 | (pads[at + i] & 0xff);
        }
        return value;
    }

    /// The same block with some pads erased: the numbers they belonged to are gone once no other copy of the block
    /// opens.
    ///
    /// @param slots 0..255 each
    public PadBlock without(int... slots) {
        var rest = pads.clone();
        for (var slot : slots) {
            Arrays.fill(rest, slot * PAD_BYTES, (slot + 1) * PAD_BYTES, (byte) 0);
        }
        return new PadBlock(rest);
    }

    private static byte[] associated(int association, int keyVersion, long block) {
        return new AssociatedData("bansho/pad-block/1", 3)
                .add(association)
                .add(keyVersion)
                .add(block)
                .bytes();
    }
}
