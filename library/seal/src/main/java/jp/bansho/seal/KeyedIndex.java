package jp.bansho.seal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Turns an Individual Number (個人番号) into the value it can be looked up by, and into nothing else.
///
/// HMAC-SHA-256 under a key of one association and version, cut to 128 bits. There are only 10¹¹ numbers, so without
/// the key a hash would be guessed back within hours; the key is therefore never in the database. By law the value is
/// still an Individual Number and is guarded like one. Not thread-safe: one per thread.
public final class KeyedIndex {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();
    private static final byte DOMAIN = 1;

    private final Mac mac;
    private final byte[] message = new byte[9];

    /// @param key 32 bytes; purpose [KeyPurpose#NUMBER_INDEX]
    public KeyedIndex(SecretKey key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }

    /// The 128-bit index value of a number given in the clear (0..999999999999).
    public UUID of(long number) {
        message[0] = DOMAIN;
        LONGS.set(message, 1, number);
        var full = mac.doFinal(message);
        return new UUID((long) LONGS.get(full, 0), (long) LONGS.get(full, 8));
    }
}
