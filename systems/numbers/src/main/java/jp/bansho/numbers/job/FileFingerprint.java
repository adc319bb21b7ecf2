package jp.bansho.numbers.job;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import jp.bansho.machine.Progress;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import org.springframework.stereotype.Component;

/// Recognises a file that came before, without keeping anything its content could be guessed from: HMAC-SHA-256 under a
/// key of the installation. (A plain hash of a file with one number gives the number away within hours.)
///
/// Large files are read piece by piece on all processors: the fingerprint is the HMAC of the file's length and of the
/// HMACs of its pieces of 8 MiB.
@Component
class FileFingerprint {

    private static final int PIECE = 1 << 23;

    private final KeyRing keys;

    FileFingerprint(KeyRing keys) {
        this.keys = keys;
    }

    String of(Path file, Progress progress) throws IOException {
        var key = keys.secretKey(keys.newest(KeyPurpose.FILE_FINGERPRINT, 0));
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var total = channel.size();
            var done = new AtomicLong();
            var pieces = LongStream.range(0, (total + PIECE - 1) / PIECE)
                    .parallel()
                    .mapToObj(piece -> {
                        var mac = piece(channel, key, piece, (int) Math.min(PIECE, total - piece * PIECE));
                        progress.at(0, done.addAndGet(PIECE), total);
                        return mac;
                    })
                    .toList();
            var whole = mac(key);
            whole.update(ByteBuffer.allocate(8).putLong(0, total));
            pieces.forEach(whole::update);
            return HexFormat.of().formatHex(whole.doFinal());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static byte[] piece(FileChannel channel, SecretKey key, long piece, int length) {
        try {
            var bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, piece * PIECE + bytes.position()) < 0) {
                    throw new EOFException("the file became shorter");
                }
            }
            var mac = mac(key);
            mac.update(ByteBuffer.allocate(8).putLong(0, piece));
            return mac.doFinal(bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mac mac(SecretKey key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }
}
