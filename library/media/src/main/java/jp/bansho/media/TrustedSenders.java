package jp.bansho.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The senders whose parcels are taken in. There is no authority in between: each certificate is known
/// by itself.
public record TrustedSenders(List<TrustedSender> senders) {

    private static final int COLUMNS = 4;

    /// Keeps the list.
    public TrustedSenders {
        senders = List.copyOf(senders);
    }

    /// Reads the table `senders.tsv`: a line for each certificate with the organisation, its purposes
    /// (words between commas), the SHA-256 of the certificate, and the file of the certificate beside
    /// the table. A line that begins with `#` is a remark.
    ///
    /// @throws IOException if a line breaks this shape, or a file holds another certificate than its
    /// line says
    public static TrustedSenders read(Path table) throws IOException {
        var senders = new ArrayList<TrustedSender>();
        var number = 0;
        for (var line : Files.readAllLines(table, StandardCharsets.UTF_8)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                try {
                    senders.add(sender(table, line));
                } catch (IllegalArgumentException | CertificateException e) {
                    throw new IOException(table.getFileName() + ", line " + number + ": " + e.getMessage(), e);
                }
            }
        }
        return new TrustedSenders(senders);
    }

    private static TrustedSender sender(Path table, String line) throws IOException, CertificateException {
        var columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("four columns with tabulators between them are needed");
        }
        var bytes = Files.readAllBytes(table.resolveSibling(columns[3]));
        var read = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        if (!(read instanceof X509Certificate certificate)
                || !Certificates.fingerprint(certificate).equals(columns[2])) {
            throw new IllegalArgumentException("the file holds another certificate than the line says");
        }
        return new TrustedSender(columns[0], certificate, Set.of(columns[1].split(",", -1)));
    }
}
