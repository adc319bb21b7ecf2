package jp.bansho.jlis.line;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import jp.bansho.machine.Home;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.PracticeCertificate;

/// The server's own key and certificate: `tls/line.p12`, its password in `tls/line.password`, and `tls/line.pem`, which
/// every asker pins.
public final class LineKey {

    private static final long DAYS = 730;

    private LineKey() {}

    /// Makes key and certificate unless they are there.
    ///
    /// @return the certificate's file
    public static Path make(Home home, Instant now) {
        var folder = home.tls();
        var certificate = folder.resolve("line.pem");
        if (Files.exists(certificate)) {
            return certificate;
        }
        var random = new SecureRandom();
        var made = PracticeCertificate.make(
                PracticeCertificate.Kind.P_256,
                PracticeCertificate.Use.SIGN,
                "jlis",
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
            throw LineRefused.key();
        }
    }

    static Path store(Home home) {
        return home.tls().resolve("line.p12");
    }

    static Path password(Home home) {
        return home.tls().resolve("line.password");
    }
}
