package jp.bansho.juki.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import jp.bansho.machine.Home;
import jp.bansho.machine.NotInstalled;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.PracticeCertificate;

/// The own key for the line to J-LIS, with a certificate that signs itself; J-LIS pins it (J4).
public final class LineKey {

    private static final long DAYS = 730;

    private LineKey() {}

    /// Makes it.
    ///
    /// @return the file of the certificate
    /// @throws NotInstalled if there is one
    public static Path make(Home home) {
        var folder = home.tls();
        var now = Clock.systemUTC().instant();
        var random = new SecureRandom();
        var made = PracticeCertificate.make(
                PracticeCertificate.Kind.P_256,
                PracticeCertificate.Use.SIGN,
                "juki",
                now.minus(1, ChronoUnit.HOURS),
                now.plus(DAYS, ChronoUnit.DAYS),
                random);
        var secret = new byte[24];
        random.nextBytes(secret);
        var password = HexFormat.of().formatHex(secret);
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (Files.exists(folder.resolve("line.p12"))) {
                throw new NotInstalled("there is a key already; it is not overwritten", "鍵は既にあります。上書きしません");
            }
            Files.writeString(folder.resolve("line.password"), password, StandardCharsets.US_ASCII);
            made.write(folder.resolve("line.p12"), password.toCharArray());
            Files.writeString(folder.resolve("line.pem"), ParcelKeys.pem(made.certificate()));
        } catch (IOException e) {
            throw new UncheckedIOException("the key could not be written", e);
        }
        return folder.resolve("line.pem");
    }
}
