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
import java.util.EnumSet;
import java.util.Set;

/// Files that only their owner may read, written so that a crash leaves the old or the new one, never a half.
final class OwnerFiles {

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private OwnerFiles() {}

    static void create(Path file, String text) throws IOException {
        write(file, text, StandardOpenOption.CREATE_NEW);
    }

    static void replace(Path file, String text) throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        write(next, text, StandardOpenOption.CREATE_NEW);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
