package jp.bansho.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;

/// Files that only their owner may read, written so that a crash leaves the old or the new one, never a half.
final class OwnerFiles {

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private static final Object ALONE = new Object();

    private OwnerFiles() {}

    static void create(Path file, String text) throws IOException {
        write(file, text, StandardOpenOption.CREATE_NEW);
        keepName(file);
    }

    static void replace(Path file, String text) throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        write(next, text, StandardOpenOption.CREATE_NEW);
        rename(next, file);
    }

    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        keepName(to);
    }

    /// Overwrites a small file and removes it; one that is not there is destroyed already.
    static void destroy(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        var noise = new byte[(int) Files.size(file)];
        new SecureRandom().nextBytes(noise);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(noise);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.delete(file);
        keepName(file);
    }

    /// One process at a time, whichever thread of it.
    static void alone(Path lockFile, Step step) throws IOException {
        var options = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        synchronized (ALONE) {
            try (var channel = FileChannel.open(lockFile, options, PosixFilePermissions.asFileAttribute(OWNER));
                    var lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("the key store could not be locked");
                }
                step.run();
            }
        }
    }

    /// Work done alone.
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    private static void keepName(Path file) throws IOException {
        try (var folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    static void refuseIfOpenToOthers(Path file) throws IOException {
        if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw KeysRefused.because(KeysRefused.Reason.OPEN_TO_OTHERS, String.valueOf(file.getFileName()));
        }
    }

    private static void write(Path file, String text, StandardOpenOption how) throws IOException {
        var options = Set.of(StandardOpenOption.WRITE, how);
        try (var channel = FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(OWNER))) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
