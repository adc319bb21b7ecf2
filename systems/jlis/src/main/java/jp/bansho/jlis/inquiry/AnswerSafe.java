package jp.bansho.jlis.inquiry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.crypto.Mac;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import jp.bansho.seal.Sealer;

/// Keeps answers so that a copied database shows none: compressed, then AES-256-GCM, bound to the name of the batch.
/// What was asked is remembered as a keyed hash, because a plain one of a short batch could be guessed back (S1).
final class AnswerSafe {

    private static final String DOMAIN = "bansho/jlis/answer/1\n";

    private final KeyRing keys;

    AnswerSafe(KeyRing keys) {
        this.keys = keys;
    }

    int keyVersion() {
        return keys.newest(KeyPurpose.ANSWER_SEAL, 0).version();
    }

    byte[] seal(byte[] answer, BatchKey key, int version) {
        var packed = new ByteArrayOutputStream(answer.length / 4);
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DeflaterOutputStream(packed, deflater, 1 << 16)) {
            out.write(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return sealer(version).seal(packed.toByteArray(), place(key, version));
    }

    byte[] open(byte[] sealed, BatchKey key, int version) {
        var packed = sealer(version).open(sealed, place(key, version), "inquiry.batch");
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] fingerprint(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.secretKey(keys.newest(KeyPurpose.FILE_FINGERPRINT, 0)));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }

    private Sealer sealer(int version) {
        return new Sealer(keys.secretKey(new KeyName(KeyPurpose.ANSWER_SEAL, 0, version)));
    }

    private static byte[] place(BatchKey key, int version) {
        return (DOMAIN + version + "\n" + key.written()).getBytes(StandardCharsets.UTF_8);
    }
}
