package jp.bansho.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import jp.bansho.machine.Home;
import jp.bansho.machine.NotInstalled;

/// Key and certificate of the server (S2): the configured ones, or own ones made at the first start by the
/// JDK's keytool. Browsers warn of an own certificate until it is installed on the terminals.
final class OwnCertificate {

    /// Where Spring finds the key, and how.
    ///
    /// @param own true if it was made here
    record KeyStoreAt(Path file, String password, boolean own) {
        /// Without the password.
        @Override
        public String toString() {
            return "KeyStoreAt[" + file.getFileName() + "]";
        }
    }

    private OwnCertificate() {}

    static KeyStoreAt of(Home home, String host) {
        var settings = Files.exists(home.terminal()) ? Home.load(home.terminal()) : new Properties();
        var configured = settings.getProperty("key-store");
        try {
            if (configured != null) {
                var password = Files.readString(
                                home.folder().resolve(settings.getProperty("key-store-password-file", "")))
                        .strip();
                return new KeyStoreAt(home.folder().resolve(configured), password, false);
            }
            var store = home.tls().resolve("terminal.p12");
            var password = home.tls().resolve("password");
            if (!Files.exists(store)) {
                make(home.tls(), store, password, host);
            }
            return new KeyStoreAt(store, Files.readString(password).strip(), true);
        } catch (IOException e) {
            throw new NotInstalled(
                    "key and certificate of the terminal server cannot be read or made", "端末サーバーの鍵と証明書を読み込みまたは作成できません");
        }
    }

    private static void make(Path folder, Path store, Path password, String host) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        // made beside its place and moved there when it is whole: what a kill or a full disk leaves is made anew
        var next = store.resolveSibling(store.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.deleteIfExists(password);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, HexFormat.of().formatHex(random), StandardCharsets.US_ASCII);
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = run(List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "terminal",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "397",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-ext",
                "eku=serverAuth",
                "-storetype",
                "PKCS12",
                "-keystore",
                next.toString(),
                "-storepass:file",
                password.toString()));
        if (made != 0) {
            throw new IOException("keytool refused");
        }
        Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
        Files.move(next, store, StandardCopyOption.ATOMIC_MOVE);
    }

    private static int run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new UncheckedIOException(new IOException("interrupted"));
        }
    }
}
