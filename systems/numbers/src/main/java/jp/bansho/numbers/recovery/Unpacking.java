package jp.bansho.numbers.recovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;
import org.jspecify.annotations.Nullable;

/// Unpacks a backup: the database's files into one folder, the home's into another, readable by their owner alone.
/// Nothing is forced to the disk here; PostgreSQL does so itself before it recovers.
final class Unpacking implements BackupReader.Target, AutoCloseable {

    private final Path database;
    private final Path home;
    private @Nullable FileChannel open;
    private @Nullable FileChannel openOfHome;

    private Unpacking(Path database, Path home) {
        this.database = database;
        this.home = home;
    }

    /// Begins in two new or empty folders.
    ///
    /// @throws RecoveryRefused if one of them holds anything
    static Unpacking into(Path database, Path home) throws IOException {
        for (var folder : new Path[] {database, home}) {
            requireEmpty(folder);
            makeFolder(folder);
        }
        return new Unpacking(database, home);
    }

    static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new RecoveryRefused(Reason.NOT_EMPTY, folder.toString());
                }
            }
        }
    }

    @Override
    public void folder(String name) throws IOException {
        makeFolder(database.resolve(name));
    }

    @Override
    public void file(String name, long size) throws IOException {
        open = create(database.resolve(name));
    }

    @Override
    public void bytes(byte[] from, int offset, int length) throws IOException {
        if (open != null) {
            write(open, from, offset, length);
        }
    }

    @Override
    public void end() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    @Override
    public void homeFile(String name) throws IOException {
        var file = home.resolve(name).normalize();
        if (!file.startsWith(home)) {
            throw new RecoveryRefused(Reason.DAMAGED, "home");
        }
        if (openOfHome != null) {
            openOfHome.close();
        }
        makeFolder(file.getParent());
        openOfHome = create(file);
    }

    @Override
    public void homeBytes(byte[] bytes, int length) throws IOException {
        if (openOfHome != null) {
            write(openOfHome, bytes, 0, length);
        }
    }

    @Override
    public void manifest(byte[] bytes, int length) throws IOException {
        var file = database.resolve("backup_manifest");
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            write(out, bytes, 0, length);
        }
    }

    @Override
    public void close() throws IOException {
        end();
        if (openOfHome != null) {
            openOfHome.close();
        }
    }

    static int write(FileChannel to, byte[] bytes, int offset, int length) throws IOException {
        var buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            to.write(buffer);
        }
        return length;
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static void makeFolder(@Nullable Path folder) throws IOException {
        if (folder != null) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }
}
