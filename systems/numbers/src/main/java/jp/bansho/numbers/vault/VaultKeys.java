package jp.bansho.numbers.vault;

import java.util.HashMap;
import java.util.Map;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import jp.bansho.seal.KeyedIndex;
import jp.bansho.seal.SealBroken;
import jp.bansho.seal.SealedNumbers;
import jp.bansho.seal.Sealer;
import org.jspecify.annotations.Nullable;

/// The keys of one association, unwrapped when first needed, each version apart so that old rows open while new ones
/// are sealed under the newest version. One thread only.
final class VaultKeys {

    private final KeyRing ring;
    private final int association;
    private final Map<Integer, SealedNumbers> numbers = new HashMap<>();
    private final Map<Integer, Sealer> pads = new HashMap<>();
    private @Nullable KeyedIndex index;
    private @Nullable SealedNumbers newest;

    final int sealVersion;
    final int padVersion;
    final int indexVersion;

    VaultKeys(KeyRing ring, int association) {
        this.ring = ring;
        this.association = association;
        sealVersion = ring.newest(KeyPurpose.NUMBER_SEAL, association).version();
        padVersion = ring.newest(KeyPurpose.PAD_SEAL, association).version();
        indexVersion = ring.newest(KeyPurpose.NUMBER_INDEX, association).version();
    }

    int association() {
        return association;
    }

    KeyedIndex index() {
        if (index == null) {
            index = new KeyedIndex(ring.secretKey(new KeyName(KeyPurpose.NUMBER_INDEX, association, indexVersion)));
        }
        return index;
    }

    SealedNumbers numbers(int version) {
        if (newest != null && version == sealVersion) {
            return newest;
        }
        var found = numbersOf(version);
        if (version == sealVersion) {
            newest = found;
        }
        return found;
    }

    private SealedNumbers numbersOf(int version) {
        return numbers.computeIfAbsent(version, v -> new SealedNumbers(sealer(KeyPurpose.NUMBER_SEAL, v), association));
    }

    Sealer pads(int version) {
        return pads.computeIfAbsent(version, v -> sealer(KeyPurpose.PAD_SEAL, v));
    }

    /// A row that names a version no key has was altered, or its key was destroyed: either way it does not open.
    private Sealer sealer(KeyPurpose purpose, int version) {
        return ring.names().stream()
                .filter(name ->
                        name.purpose() == purpose && name.association() == association && name.version() == version)
                .findFirst()
                .map(name -> new Sealer(ring.secretKey(name)))
                .orElseThrow(() -> new SealBroken(purpose.word() + ", version " + version));
    }
}
