package jp.bansho.seal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Turns a text such as a family name into a mark that says only whether two texts are the same.
///
/// HMAC-SHA-256 under a key of one association, cut to 64 bits: enough to compare with, and nothing can be guessed
/// back without the key. Not thread-safe: one per thread.
public final class KeyedMark {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();

    private final Mac mac;

    /// @param key 32 bytes; purpose [KeyPurpose#PERSON_MARK]
    public KeyedMark(SecretKey key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }

    /// The mark of a text.
    ///
    /// @param domain what kind of text it is; marks of two kinds never meet
    public long of(int domain, String text) {
        mac.update((byte) domain);
        return (long) LONGS.get(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0);
    }
}
