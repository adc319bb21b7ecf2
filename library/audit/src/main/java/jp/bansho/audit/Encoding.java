package jp.bansho.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The canonical bytes that are hashed and signed; `src/test/golden/audit-record.txt` holds one example of
/// each.
///
/// Every field is its length (four bytes, big-endian, -1 for null) and then its bytes; a number takes eight
/// bytes, text is UTF-8. So no two different records have the same bytes. The first field names what follows
/// and its version. An instance is a reusable buffer for one thread.
final class Encoding {

    static final int HASH = 32;
    static final int SALT = 16;

    private static final byte[] RECORD = ascii("bansho.audit.record.v1");
    private static final byte[] HEAD = ascii("bansho.audit.head.v1");

    private final MessageDigest sha256 = sha256();
    private ByteBuffer buffer = ByteBuffer.allocate(1024);

    /// What the first record takes for the hash of the record before it.
    static byte[] genesis() {
        return sha256().digest(ascii("bansho.audit.genesis.v1"));
    }

    byte[] digest(byte[] salt, String details) {
        sha256.update(salt);
        return sha256.digest(details.getBytes(StandardCharsets.UTF_8));
    }

    /// @param seq the place in the chain, given apart so that the verifier may try another one
    byte[] hash(byte[] previous, long seq, Envelope envelope, byte[] digest) {
        encode(previous, seq, envelope, digest);
        sha256.update(buffer.array(), 0, buffer.position());
        return sha256.digest();
    }

    byte[] canonical(byte[] previous, Envelope envelope, byte[] digest) {
        encode(previous, envelope.seq(), envelope, digest);
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    byte[] head(long seq, byte[] hash, long micros, String keyId) {
        buffer.clear();
        put(HEAD);
        put(seq);
        put(hash);
        put(micros);
        put(keyId);
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private void encode(byte[] previous, long seq, Envelope envelope, byte[] digest) {
        buffer.clear();
        put(RECORD);
        put(previous);
        put(seq);
        put(envelope.micros());
        put(envelope.system());
        put(envelope.actor());
        put(envelope.role());
        var association = envelope.association();
        put(association == null ? null : Long.valueOf(association));
        put(envelope.event());
        put(envelope.purpose());
        put(envelope.subject());
        put(envelope.job());
        put(digest);
    }

    private void put(@Nullable String text) {
        if (text == null) {
            room(4).putInt(-1);
        } else {
            put(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void put(@Nullable Long number) {
        if (number == null) {
            room(4).putInt(-1);
        } else {
            room(12).putInt(8).putLong(number);
        }
    }

    private void put(byte[] bytes) {
        room(4 + bytes.length).putInt(bytes.length).put(bytes);
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            buffer = ByteBuffer.allocate(2 * (buffer.position() + bytes)).put(buffer.flip());
        }
        return buffer;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
