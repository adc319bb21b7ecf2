package jp.bansho.media;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Set;

/// A private key and its certificate, kept in a PKCS#12 file under a password.
public record CertifiedKey(PrivateKey key, X509Certificate certificate) {

    private static final String KIND = "PKCS12";
    private static final String ALIAS = "parcel";

    /// Reads the one key of a file.
    ///
    /// @throws ParcelRefused with [Reason#KEY_FILE] if the password is wrong or there is not exactly
    /// one key
    public static CertifiedKey read(Path file, char[] password) throws IOException {
        var bytes = Files.readAllBytes(file);
        try {
            var store = KeyStore.getInstance(KIND);
            store.load(new ByteArrayInputStream(bytes), password);
            var aliases = Collections.list(store.aliases());
            if (aliases.size() == 1
                    && store.getKey(aliases.getFirst(), password) instanceof PrivateKey key
                    && store.getCertificate(aliases.getFirst()) instanceof X509Certificate certificate) {
                return new CertifiedKey(key, certificate);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new ParcelRefused(Reason.KEY_FILE, e);
        }
        throw new ParcelRefused(Reason.KEY_FILE);
    }

    /// Writes a new file that its owner alone may read; never over another.
    public void write(Path file, char[] password) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            var store = KeyStore.getInstance(KIND);
            store.load(null, password);
            store.setKeyEntry(ALIAS, key, password, new Certificate[] {certificate});
            store.store(bytes, password);
        } catch (GeneralSecurityException e) {
            throw new IOException("the key cannot be stored", e);
        }
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            var buffer = ByteBuffer.wrap(bytes.toByteArray());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    @Override
    public String toString() {
        return "CertifiedKey";
    }
}
