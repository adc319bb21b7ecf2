package jp.bansho.jlis.numbering;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.seal.AssociatedData;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import jp.bansho.seal.KeyedIndex;
import jp.bansho.seal.SealBroken;
import jp.bansho.seal.Sealer;

/// Seals numbers with AES-256-GCM, bound to resident and generation, and marks them so that none is issued twice (S1).
/// One per piece of work and thread.
final class NumberSafe {

    private static final int BYTES = 5;

    private final KeyRing keys;
    private final KeyName newest;
    private final KeyedIndex index;
    private final Map<Integer, Sealer> sealers = new HashMap<>();
    private final AssociatedData place = new AssociatedData("bansho/jlis/number/1", 3);

    NumberSafe(KeyRing keys) {
        this.keys = keys;
        this.newest = keys.newest(KeyPurpose.NUMBER_SEAL, 0);
        this.index = new KeyedIndex(keys.secretKey(keys.newest(KeyPurpose.NUMBER_INDEX, 0)));
    }

    int keyVersion() {
        return newest.version();
    }

    UUID mark(long number) {
        return index.of(number);
    }

    byte[] seal(long number, long resident, int generation) {
        var value = new byte[BYTES];
        var rest = number;
        for (var i = BYTES - 1; i >= 0; i--) {
            value[i] = (byte) rest;
            rest >>>= 8;
        }
        return sealer(newest.version()).seal(value, place(resident, generation, newest.version()));
    }

    IndividualNumber open(byte[] sealed, long resident, int generation, int keyVersion) {
        var value = sealer(keyVersion).open(sealed, place(resident, generation, keyVersion), "numbering.number");
        var number = 0L;
        for (var each : value) {
            number = number << 8 | (each & 0xff);
        }
        if (value.length != BYTES) {
            throw new SealBroken("numbering.number");
        }
        return IndividualNumber.ofClear(number);
    }

    private Sealer sealer(int version) {
        return sealers.computeIfAbsent(
                version, each -> new Sealer(keys.secretKey(new KeyName(KeyPurpose.NUMBER_SEAL, 0, each))));
    }

    private byte[] place(long resident, int generation, int keyVersion) {
        return place.begin().add(resident).add(generation).add(keyVersion).bytes();
    }
}
