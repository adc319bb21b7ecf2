package jp.bansho.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/// A token of SoftHSM, the key device that is all software: a real PKCS #11 library behind which a folder plays the
/// part of the hardware. Taking the folder away is pulling the device out.
///
/// All tokens of a test process lie beside the settings file that the build names in `SOFTHSM2_CONF`.
public final class KeyDevice implements AutoCloseable {

    /// The PKCS #11 library of SoftHSM, where Debian puts it.
    public static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");

    private static final ReentrantLock ALONE = new ReentrantLock();
    private static final String MISSING = "SoftHSM is missing; install the packages softhsm2 opensc"
            + " / SoftHSM がありません。パッケージ softhsm2 opensc を導入してください";

    private final String label;
    private final Path token;
    private final Path away;
    private final Path pinFile;

    private KeyDevice(String label, Path token, Path pinFile) {
        this.label = label;
        this.token = token;
        this.away = token.resolveSibling("../away-" + token.getFileName()).normalize();
        this.pinFile = pinFile;
    }

    /// A new token with a PIN of its own.
    public static KeyDevice start() {
        var settings = System.getenv("SOFTHSM2_CONF");
        if (settings == null || !Files.exists(LIBRARY)) {
            throw new IllegalStateException(MISSING);
        }
        var file = Path.of(settings);
        var tokens = file.resolveSibling("softhsm-tokens");
        ALONE.lock();
        try {
            Files.createDirectories(tokens);
            Files.writeString(file, """
                    directories.tokendir = %s
                    objectstore.backend = file
                    log.level = ERROR
                    """.formatted(tokens.toAbsolutePath()), StandardCharsets.UTF_8);
            var before = in(tokens);
            var label = "bansho-" + UUID.randomUUID().toString().substring(0, 8);
            run(List.of(
                    "softhsm2-util",
                    "--init-token",
                    "--free",
                    "--label",
                    label,
                    "--so-pin",
                    "87654321",
                    "--pin",
                    "4321"));
            var made = in(tokens);
            made.removeAll(before);
            var pin = Files.createTempFile(
                    "pin", ".txt", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(pin, "4321\n");
            return new KeyDevice(label, made.iterator().next(), pin);
        } catch (IOException e) {
            throw new UncheckedIOException(MISSING, e);
        } finally {
            ALONE.unlock();
        }
    }

    public String label() {
        return label;
    }

    /// The file with the user's PIN; a test may change it.
    public Path pinFile() {
        return pinFile;
    }

    /// Pulls the device out.
    public void takeAway() {
        move(token, away);
    }

    /// Puts the device back.
    public void putBack() {
        move(away, token);
    }

    /// What the means of the device's maker say is on it.
    public String listing() {
        return run(List.of(
                "pkcs11-tool",
                "--module",
                LIBRARY.toString(),
                "--token-label",
                label,
                "--login",
                "--pin",
                "4321",
                "--list-objects"));
    }

    /// The tokens that the means of the device's maker see.
    public String slots() {
        return run(List.of("pkcs11-tool", "--module", LIBRARY.toString(), "--list-token-slots"));
    }

    @Override
    public void close() {
        try {
            for (var folder : List.of(token, away)) {
                if (Files.exists(folder)) {
                    for (var file : in(folder)) {
                        Files.delete(file);
                    }
                    Files.delete(folder);
                }
            }
            Files.deleteIfExists(pinFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Path> in(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return new HashSet<>(files.toList());
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.getFirst() + " failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(MISSING, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
