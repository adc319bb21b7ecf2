package jp.bansho.bench.peers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA-256 of a number, its first 16 bytes as uuid; the Mac object reused.
final class NumberTag {

    private final Mac mac;

    NumberTag() throws GeneralSecurityException {
        mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(TestKeys.make(), "HmacSHA256"));
    }

    UUID of(String number) {
        var bytes = ByteBuffer.wrap(mac.doFinal(number.getBytes(StandardCharsets.US_ASCII)));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
