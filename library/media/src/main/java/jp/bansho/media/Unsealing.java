package jp.bansho.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Reads segments: the bytes of a file are held against the signed manifest before anything looks at
/// their structure, and decrypted as a whole before anything is handed out.
final class Unsealing implements AutoCloseable {

    private final Path folder;
    private final KeyUnwrap unwrap;
    private final Reason wrongKey;
    private final Cipher cipher;
    private final MessageDigest hash;
    private final byte[] stored;
    private final ByteBuffer piece = ByteBuffer.allocateDirect(Sealing.PIECE);

    /// @param mostStored length of the longest segment's file
    Unsealing(Path folder, Opener opener, int mostStored) {
        this.folder = folder;
        this.unwrap = new KeyUnwrap(opener);
        this.wrongKey = switch (opener) {
            case Opener.Key(var own) -> Reason.SEGMENT_NOT_OPENED;
            case Opener.Words(var passphrase) -> Reason.WRONG_PASSPHRASE;
        };
        this.stored = new byte[mostStored];
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
            this.hash = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks AES-GCM or SHA-256", e);
        }
    }

    /// Decrypts a segment into a buffer.
    void unseal(Segment segment, byte[] plain) {
        verify(segment);
        var parts = Envelope.parts(stored, segment.storedBytes());
        if (parts == null || parts.length() != segment.plainBytes()) {
            throw new ParcelRefused(Reason.SEGMENT_NOT_OPENED, segment, null);
        }
        var key = unwrap.unwrap(parts.recipient());
        if (key == null) {
            throw new ParcelRefused(wrongKey, segment, null);
        }
        var end = parts.ciphertext() + parts.length();
        System.arraycopy(stored, end + Envelope.BEFORE_TAG, stored, end, Envelope.TAG);
        try {
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(Envelope.TAG * Byte.SIZE, parts.nonce()));
            cipher.doFinal(stored, parts.ciphertext(), parts.length() + Envelope.TAG, plain, 0);
        } catch (GeneralSecurityException e) {
            throw new ParcelRefused(wrongKey, segment, e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public void close() {
        unwrap.close();
    }

    private void verify(Segment segment) {
        try (var channel = ParcelFiles.open(folder.resolve(ParcelFiles.segment(segment.place())))) {
            if (channel.size() != segment.storedBytes()) {
                throw new ParcelRefused(Reason.SEGMENT_CUT, segment, null);
            }
            var at = 0;
            while (at < segment.storedBytes()) {
                piece.clear().limit(Math.min(piece.capacity(), segment.storedBytes() - at));
                var read = channel.read(piece);
                if (read < 0) {
                    throw new ParcelRefused(Reason.SEGMENT_CUT, segment, null);
                }
                piece.flip().get(stored, at, read);
                hash.update(stored, at, read);
                at += read;
            }
        } catch (NoSuchFileException e) {
            throw new ParcelRefused(Reason.SEGMENT_MISSING, segment, null);
        } catch (IOException e) {
            throw new ParcelRefused(Reason.CANNOT_READ, segment, e);
        }
        if (!HexFormat.of().formatHex(hash.digest()).equals(segment.sha256())) {
            throw new ParcelRefused(Reason.SEGMENT_TAMPERED, segment, null);
        }
    }
}
