package jp.bansho.pension.collection;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of a file, by which it is recognised.
final class Digest {

    private static final int BUFFER = 1 << 16;

    private final MessageDigest sha256;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The file's bytes, which are counted in as they are read.
    InputStream open(Path file) throws IOException {
        return new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), sha256);
    }

    /// Of what was read so far; begins anew.
    String text() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    /// Of a whole file.
    static String of(Path file) throws IOException {
        var digest = new Digest();
        try (var in = digest.open(file)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return digest.text();
    }
}
