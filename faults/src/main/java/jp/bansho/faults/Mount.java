package jp.bansho.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A small file system of its own on a folder, to be filled or made read-only; gone when closed.
final class Mount implements AutoCloseable {

    private static final int CHUNK = 1 << 12;

    private final Path folder;
    private final Path filler;

    private Mount(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    /// A file system in memory of that size.
    static Mount of(Path folder, String size) throws IOException {
        Files.createDirectories(folder);
        run("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + size, "tmpfs", folder.toString());
        return new Mount(folder);
    }

    /// The same folder once more, so that it can be made read-only by itself.
    static Mount again(Path folder) throws IOException {
        run("mount", "--bind", folder.toString(), folder.toString());
        return new Mount(folder);
    }

    void readOnly(boolean so) throws IOException {
        run("mount", "-o", "remount,bind," + (so ? "ro" : "rw"), folder.toString());
    }

    /// Leaves no byte.
    void fill() throws IOException {
        try (var out = Files.newOutputStream(filler)) {
            var bytes = new byte[CHUNK];
            for (var each = 0; each < 1 << 20; each++) {
                out.write(bytes);
            }
        } catch (IOException e) {
            if (!Files.exists(filler)) {
                throw e;
            }
            return; // full is what it was to become
        }
    }

    /// Leaves room again.
    void free() throws IOException {
        Files.deleteIfExists(filler);
    }

    static void run(String... command) throws IOException {
        var process = new ProcessBuilder(List.of(command)).inheritIO().start();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("failed: " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /// Lets files be read by the account that PostgreSQL runs under.
    static void openTo(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Override
    public void close() throws IOException {
        run("umount", "-l", folder.toString());
    }
}
