package jp.bansho.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.PracticeCertificate;

/// A machine's own key and certificate for a line to another one: `tls/line.p12`, its password in
/// `tls/line.password`, and `tls/line.pem`, which the other side pins.
public final class LineKey {

    private static final long DAYS = 730;

    private LineKey() {}

    /// Makes key and certificate unless they are there.
    ///
    /// @param organisation word such as `jlis`, the certificate's common name
    /// @return the certificate's file
    public static Path make(Home home, String organisation, Instant now) {
        var folder = home.tls();
        var certificate = folder.resolve("line.pem");
        if (Files.exists(certificate)) {
            return certificate;
        }
        var random = new SecureRandom();
        var made = PracticeCertificate.make(
                PracticeCertificate.Kind.P_256,
                PracticeCertificate.Use.SIGN,
                organisation,
                now.minus(1, ChronoUnit.HOURS),
                now.plus(DAYS, ChronoUnit.DAYS),
                random);
        var secret = new byte[24];
        random.nextBytes(secret);
        var password = HexFormat.of().formatHex(secret);
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            // a kill between the files leaves no certificate, and all are made anew
            Files.deleteIfExists(store(home));
            Files.deleteIfExists(password(home));
            var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.writeString(Files.createFile(password(home), mine), password, StandardCharsets.US_ASCII);
            made.write(store(home), password.toCharArray());
            Files.writeString(certificate, ParcelKeys.pem(made.certificate()), StandardCharsets.US_ASCII);
            return certificate;
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the line could not be written", e);
        }
    }

    /// The key store.
    public static Path store(Home home) {
        return home.tls().resolve("line.p12");
    }

    /// The file of its password.
    public static Path password(Home home) {
        return home.tls().resolve("line.password");
    }
}
