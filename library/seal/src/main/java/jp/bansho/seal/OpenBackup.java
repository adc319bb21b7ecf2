package jp.bansho.seal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/// A key backup that enough shares have opened, in memory for as long as it takes to wrap its keys anew.
///
/// @param keys the keys, in the clear
record OpenBackup(List<Key> keys) {

    /// One key in the clear.
    ///
    /// @param publicHalf of a signing key, in Base64; empty for others
    @SuppressWarnings("ArrayRecordComponent")
    record Key(KeyName name, byte[] clear, String publicHalf) {

        @Override
        public String toString() {
            return name.written();
        }
    }

    /// @throws KeysRefused if the shares do not open it, or it is not as it was written
    static OpenBackup of(Path file, List<Path> shares) {
        var name = String.valueOf(file.getFileName());
        var lines = KeyBackup.lines(file);
        var keys = new ArrayList<Key>();
        byte[] key = new byte[0];
        try {
            var words = lines.getFirst().split(" ", -1);
            key = KeyShares.join(words[2], Integer.parseInt(words[3].split("/", -1)[0]), shares);
            var sealer = new Sealer(new SecretKeySpec(key, "AES"));
            for (var line : lines.subList(1, lines.size() - 1)) {
                var parts = line.split(" ", -1);
                var bound = KeyBackup.bound(words[2], parts[0], parts[2]);
                var clear = sealer.open(Base64.getDecoder().decode(parts[1]), bound, name);
                keys.add(new Key(KeyName.parse(parts[0]), clear, parts[2]));
            }
            var end = lines.getLast().split(" ", -1);
            sealer.open(
                    Base64.getDecoder().decode(end[1]),
                    KeyBackup.bound(words[2], end[0], String.valueOf(keys.size())),
                    name);
            return new OpenBackup(List.copyOf(keys));
        } catch (SealBroken | IllegalArgumentException | IndexOutOfBoundsException e) {
            keys.forEach(one -> Arrays.fill(one.clear(), (byte) 0));
            throw KeysRefused.because(KeysRefused.Reason.BACKUP_DAMAGED, name);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    void forget() {
        keys.forEach(key -> Arrays.fill(key.clear(), (byte) 0));
    }
}
