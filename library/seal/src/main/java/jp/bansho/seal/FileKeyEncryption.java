package jp.bansho.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/// One key-encryption key in one file; [FileKeyHolder] knows which file.
final class FileKeyEncryption implements KeyEncryption {

    private final Sealer sealer;
    private final String id;

    private FileKeyEncryption(byte[] key) {
        sealer = new Sealer(new SecretKeySpec(key, "AES"));
        id = fingerprint(key);
    }

    /// Makes a new key-encryption key in `file`; an existing file is never overwritten.
    static FileKeyEncryption create(Path file) {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            OwnerFiles.create(file, Base64.getEncoder().encodeToString(key) + "\n");
        } catch (FileAlreadyExistsException e) {
            throw KeysRefused.because(KeysRefused.Reason.EXISTS, String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("the key-encryption key could not be written", e);
        }
        return new FileKeyEncryption(key);
    }

    /// Opens the key-encryption key of `file`.
    ///
    /// @throws KeysRefused if it is missing, damaged, or readable by others
    static FileKeyEncryption open(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            OwnerFiles.refuseIfOpenToOthers(file);
            var key = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (key.length != 32) {
                throw KeysRefused.damaged(name);
            }
            return new FileKeyEncryption(key);
        } catch (NoSuchFileException e) {
            throw KeysRefused.because(KeysRefused.Reason.MISSING, name);
        } catch (IllegalArgumentException e) {
            throw KeysRefused.damaged(name);
        } catch (IOException e) {
            throw new UncheckedIOException("the key-encryption key could not be read", e);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public synchronized byte[] wrap(KeyName name, byte[] key) {
        return sealer.seal(key, name.written().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public synchronized byte[] unwrap(KeyName name, byte[] wrapped) {
        try {
            return sealer.open(wrapped, name.written().getBytes(StandardCharsets.US_ASCII), "key store");
        } catch (SealBroken e) {
            throw KeysRefused.because(KeysRefused.Reason.WRONG_KEY_ENCRYPTION_KEY, name.written());
        }
    }

    private static String fingerprint(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("bansho/key-encryption-key/1".getBytes(StandardCharsets.US_ASCII));
            return "file:" + HexFormat.of().formatHex(digest.digest(key), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
