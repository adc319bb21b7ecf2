package jp.bansho.numbers.recovery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/// How a large file is sealed: a readable header, then segments of AES-256-GCM under a key of this file alone.
///
/// `bansho-sealed 1 LF`, length of the header (4 bytes), header (`name=value LF`, UTF-8), then for each segment its
/// length (4 bytes; the top bit marks the last one), ciphertext and tag. The file's key is HKDF-SHA-256 of the backup
/// key over the header's salt, so the nonce is simply the segment's place. Associated data of each segment: SHA-256 of
/// the header, its place, whether it is the last. So nothing can be altered, moved, left out or cut off unnoticed.
final class Sealing {

    static final byte[] MAGIC = "bansho-sealed 1\n".getBytes(StandardCharsets.US_ASCII);
    static final int SEGMENT = 1 << 18;
    static final int TAG = 16;
    static final int LAST = 0x8000_0000;
    static final int HEADER_MOST = 1 << 20;

    private static final int NONCE = 12;

    private final Cipher cipher;
    private final SecretKey key;
    private final byte[] associated;
    private final int mode;
    private long place;

    Sealing(int mode, SecretKey backupKey, byte[] header, String salt) {
        try {
            var derivation = HKDFParameterSpec.ofExtract()
                    .addIKM(backupKey)
                    .addSalt(HexFormat.of().parseHex(salt))
                    .thenExpand("bansho/sealed-file/1".getBytes(StandardCharsets.US_ASCII), 32);
            this.mode = mode;
            this.key = KDF.getInstance("HKDF-SHA256").deriveKey("AES", derivation);
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
            this.associated = new byte[32 + 8 + 1];
            System.arraycopy(MessageDigest.getInstance("SHA-256").digest(header), 0, associated, 0, 32);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks AES-GCM, HKDF or SHA-256", e);
        }
    }

    /// Seals or opens the next segment.
    ///
    /// @return how many bytes came out
    int next(byte[] in, int length, byte[] out, boolean last) throws GeneralSecurityException {
        ByteBuffer.wrap(associated, 32, 9).putLong(place).put((byte) (last ? 1 : 0));
        var nonce = ByteBuffer.allocate(NONCE).putInt(0).putLong(place).array();
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
        cipher.updateAAD(associated);
        place++;
        return cipher.doFinal(in, 0, length, out, 0);
    }

    static byte[] header(Map<String, String> facts) {
        var text = new StringBuilder();
        new TreeMap<>(facts).forEach((name, value) -> {
            if ((name + value).chars().anyMatch(c -> c < ' ')) {
                throw new IllegalArgumentException("a header has one line a fact");
            }
            text.append(name).append('=').append(value).append('\n');
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static SortedMap<String, String> facts(byte[] header) {
        var facts = new TreeMap<String, String>();
        for (var line : new String(header, StandardCharsets.UTF_8).split("\n", -1)) {
            var at = line.indexOf('=');
            if (at > 0) {
                facts.put(line.substring(0, at), line.substring(at + 1));
            }
        }
        return facts;
    }
}
