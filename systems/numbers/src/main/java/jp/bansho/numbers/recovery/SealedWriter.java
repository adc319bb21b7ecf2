package jp.bansho.numbers.recovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Cipher;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;

/// Writes a sealed file in constant memory. It is whole only after [#end]; whoever names it gives it its final name
/// only then. One thread.
final class SealedWriter implements AutoCloseable {

    private final FileChannel channel;
    private final Sealing sealing;
    private final byte[] clear = new byte[Sealing.SEGMENT];
    private final ByteBuffer out = ByteBuffer.allocate(4 + Sealing.SEGMENT + Sealing.TAG);
    private final byte[] sealed = new byte[Sealing.SEGMENT + Sealing.TAG];
    private int filled;
    private long bytes;

    private SealedWriter(FileChannel channel, Sealing sealing) {
        this.channel = channel;
        this.sealing = sealing;
    }

    /// Begins a file that only its owner may read.
    ///
    /// @param facts what the header says, in the clear
    static SealedWriter create(Path file, KeyRing keys, Map<String, String> facts) throws IOException {
        var name = keys.newest(KeyPurpose.BACKUP, 0);
        var salt = new byte[32];
        new SecureRandom().nextBytes(salt);
        var all = new TreeMap<>(facts);
        all.put("key", name.written());
        all.put("key-check", HexFormat.of().formatHex(keys.checkValue(name)));
        all.put("salt", HexFormat.of().formatHex(salt));
        var header = Sealing.header(all);
        var sealing = new Sealing(
                Cipher.ENCRYPT_MODE,
                keys.secretKey(name),
                header,
                HexFormat.of().formatHex(salt));
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            var channel =
                    FileChannel.open(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), owner);
            var writer = new SealedWriter(channel, sealing);
            writer.put(ByteBuffer.wrap(Sealing.MAGIC));
            writer.put(ByteBuffer.allocate(4).putInt(header.length).flip());
            writer.put(ByteBuffer.wrap(header));
            return writer;
        } catch (FileAlreadyExistsException e) {
            throw new RecoveryRefused(Reason.TARGET_EXISTS, String.valueOf(file.getFileName()));
        }
    }

    void write(byte[] from, int offset, int length) throws IOException {
        var at = offset;
        var left = length;
        while (left > 0) {
            if (filled == clear.length) {
                seal(false);
            }
            var step = Math.min(left, clear.length - filled);
            System.arraycopy(from, at, clear, filled, step);
            filled += step;
            at += step;
            left -= step;
        }
    }

    /// Puts on the disk what was written so far.
    void flush() throws IOException {
        if (filled > 0) {
            seal(false);
        }
        channel.force(true);
    }

    /// Ends the file with its last segment and puts it on the disk.
    ///
    /// @return its size
    long end() throws IOException {
        seal(true);
        channel.force(true);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /// Gives a finished file its name, so that a crash leaves the old or the new state, and nothing of the same name is
    /// overwritten.
    static void rename(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            throw new RecoveryRefused(Reason.TARGET_EXISTS, String.valueOf(to.getFileName()));
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        try (var folder = FileChannel.open(to.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private void seal(boolean last) throws IOException {
        try {
            var length = sealing.next(clear, filled, sealed, last);
            filled = 0;
            out.clear().putInt(last ? length | Sealing.LAST : length).put(sealed, 0, length);
            put(out.flip());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    private void put(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            bytes += channel.write(buffer);
        }
    }
}
