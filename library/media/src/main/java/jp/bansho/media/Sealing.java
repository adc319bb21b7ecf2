package jp.bansho.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts segments and writes them: each under a fresh key, in place, in pieces that stay in the
/// processor's cache while they are encrypted, hashed and written.
final class Sealing {

    static final int PIECE = 128 << 10;
    private static final int KEY = 32;

    private final KeyWrap wrap;
    private final SecureRandom random;
    private final Cipher cipher;
    private final MessageDigest hash;
    private final ByteBuffer piece = ByteBuffer.allocateDirect(PIECE + Envelope.TAG);

    Sealing(Addressee addressee, SecureRandom random) {
        this.wrap = new KeyWrap(addressee, random);
        this.random = random;
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
            this.hash = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks AES-GCM or SHA-256", e);
        }
    }

    /// Encrypts the first bytes of a buffer into a new file; the buffer has room for the tag and holds
    /// ciphertext afterwards.
    ///
    /// @param files takes the file; it is not forced to the disk yet
    Segment seal(byte[] buffer, int length, Path file, int place, ToForce files) throws IOException {
        var nonce = random(Envelope.NONCE);
        var key = new SecretKeySpec(random(KEY), "AES");
        var head = Envelope.head(wrap.wrap(key), nonce, length);
        var stored = head.length + length + Envelope.BEFORE_TAG + Envelope.TAG;
        var channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(Envelope.TAG * Byte.SIZE, nonce));
            put(channel, head, 0, head.length);
            var at = 0;
            for (; length - at > PIECE; at += PIECE) {
                if (cipher.update(buffer, at, PIECE, buffer, at) != PIECE) {
                    throw new IllegalStateException("the cipher holds bytes back");
                }
                put(channel, buffer, at, PIECE);
            }
            cipher.doFinal(buffer, at, length - at, buffer, at);
            put(channel, buffer, at, length - at);
            var tail = Envelope.tail();
            put(channel, tail, 0, tail.length);
            put(channel, buffer, length, Envelope.TAG);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a segment cannot be encrypted", e);
        } finally {
            files.add(channel);
        }
        return new Segment(place, length, stored, HexFormat.of().formatHex(hash.digest()));
    }

    private void put(FileChannel channel, byte[] bytes, int from, int length) throws IOException {
        hash.update(bytes, from, length);
        piece.clear().put(bytes, from, length).flip();
        while (piece.hasRemaining()) {
            channel.write(piece);
        }
    }

    private byte[] random(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
