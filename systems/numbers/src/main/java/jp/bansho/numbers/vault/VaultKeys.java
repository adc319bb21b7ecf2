package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import jp.bansho.seal.KeyedIndex;
import jp.bansho.seal.SealBroken;
import jp.bansho.seal.SealedNumbers;
import jp.bansho.seal.Sealer;
import org.jspecify.annotations.Nullable;

/// The keys of one association, unwrapped when first needed, each version apart so that old rows open while new ones
/// are sealed under the last version. One thread only.
final class VaultKeys {

    private final KeyRing ring;
    private final int association;
    private final Map<Integer, SealedNumbers> numbers = new HashMap<>();
    private final Map<Integer, Sealer> pads = new HashMap<>();
    private final Map<Integer, KeyedIndex> indexes = new HashMap<>();
    private @Nullable SealedNumbers last;
    private int lastVersion;

    /// Which versions new values take; read again by [#use] before anything is kept.
    private @Nullable KeyVersions versions;

    private final long round;

    /// @param round of the cabinet: keys of an earlier one are not lent again
    VaultKeys(KeyRing ring, int association, long round) {
        this.ring = ring;
        this.association = association;
        this.round = round;
    }

    long round() {
        return round;
    }

    /// Reads which versions are in use now, and keeps them from changing until the transaction ends. Whoever keeps a
    /// value calls it first, in the transaction that keeps it.
    ///
    /// @throws KeysChanging if they are being changed at this moment
    VaultKeys use(Connection connection) throws SQLException {
        if (!KeyLock.share(connection, association)) {
            throw new KeysChanging(association);
        }
        return look(connection);
    }

    /// As [#use], for whoever keeps the versions still already.
    VaultKeys look(Connection connection) throws SQLException {
        var now = KeyVersions.read(connection, association);
        if (!now.equals(versions)) {
            versions = now;
            indexes.clear();
            last = null;
            numbers.clear();
            pads.clear();
        }
        return this;
    }

    int sealVersion() {
        return versions().seal();
    }

    int padVersion() {
        return versions().pad();
    }

    int indexVersion() {
        return versions().index();
    }

    private KeyVersions versions() {
        if (versions == null) {
            throw new IllegalStateException("the versions in use were not read");
        }
        return versions;
    }

    int association() {
        return association;
    }

    /// The version of the index that is being filled beside; 0 if none is.
    int besideVersion() {
        return versions().beside();
    }

    KeyedIndex index() {
        return index(indexVersion());
    }

    KeyedIndex index(int version) {
        ring.requirePresent();
        return indexes.computeIfAbsent(
                version, v -> new KeyedIndex(ring.secretKey(new KeyName(KeyPurpose.NUMBER_INDEX, association, v))));
    }

    /// The index value of a number for the index that is being filled beside; null if none is.
    @Nullable
    UUID tagBeside(long clear) {
        return besideVersion() == 0 ? null : index(besideVersion()).of(clear);
    }

    /// Every version of the index key that there is, for a look-up that takes no lock.
    List<Integer> indexVersions() {
        return ring.names().stream()
                .filter(name -> name.purpose() == KeyPurpose.NUMBER_INDEX && name.association() == association)
                .map(KeyName::version)
                .toList();
    }

    SealedNumbers numbers(int version) {
        ring.requirePresent();
        if (last != null && version == lastVersion) {
            return last;
        }
        last = numbersOf(version);
        lastVersion = version;
        return last;
    }

    private SealedNumbers numbersOf(int version) {
        return numbers.computeIfAbsent(version, v -> new SealedNumbers(sealer(KeyPurpose.NUMBER_SEAL, v), association));
    }

    Sealer pads(int version) {
        ring.requirePresent();
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
