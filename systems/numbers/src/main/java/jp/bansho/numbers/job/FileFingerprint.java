package jp.bansho.numbers.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import org.springframework.stereotype.Component;

/// Recognises a file that came before, without keeping anything its content could be guessed from: HMAC-SHA-256 under a
/// key of the installation. (A plain hash of a file with one number gives the number away within hours.)
@Component
class FileFingerprint {

    private static final int BLOCK = 1 << 20;

    private final KeyRing keys;

    FileFingerprint(KeyRing keys) {
        this.keys = keys;
    }

    String of(Path file, Progress progress) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.secretKey(keys.newest(KeyPurpose.FILE_FINGERPRINT, 0)));
            var block = new byte[BLOCK];
            var total = Files.size(file);
            var done = 0L;
            for (var read = in.read(block); read >= 0; read = in.read(block)) {
                mac.update(block, 0, read);
                done += read;
                progress.at(0, done, total);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }
}
