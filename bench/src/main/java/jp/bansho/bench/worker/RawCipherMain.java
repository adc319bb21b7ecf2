package jp.bansho.bench.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The JDK's AES-256-GCM and SHA-256 and nothing else: no structure, one key. Orders are `encrypt`,
/// `decrypt` (bytes in memory), `encrypt-to-file` and `decrypt-from-file` (files of 32 MiB), each with
/// folder and bytes, in whole messages of 32 MiB, encrypting before decrypting; answers are seconds
/// and bytes.
public final class RawCipherMain {

    private static final int MESSAGE = 32 << 20;
    private static final int PIECE = 128 << 10;
    private static final int TAG = 16;
    private static final int TAG_BITS = 128;

    private final byte[] plain = new byte[MESSAGE + TAG];
    private final byte[] sealed = new byte[MESSAGE + TAG];
    private final SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
    private final Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
    private final MessageDigest hash = MessageDigest.getInstance("SHA-256");
    private final ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
    private final Map<Path, Integer> nonces = new HashMap<>();
    private int made;
    private int nonce;

    private RawCipherMain() throws GeneralSecurityException {
        new Random(1).nextBytes(plain);
    }

    /// Runs until standard input ends.
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        var worker = new RawCipherMain();
        try (var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            say("ready");
            for (var line = orders.readLine(); line != null; line = orders.readLine()) {
                var words = line.split("\t", -1);
                var bytes = Long.parseLong(words[words.length - 1]);
                var began = System.nanoTime();
                for (var left = bytes; left > 0; left -= MESSAGE) {
                    worker.work(words[0], Path.of(words[1], "raw" + left));
                }
                say((System.nanoTime() - began) / 1e9 + "\t" + bytes);
            }
        }
    }

    private void work(String order, Path file) throws IOException, GeneralSecurityException {
        switch (order) {
            case "encrypt" -> encrypt();
            case "decrypt" -> decrypt();
            case "encrypt-to-file" -> {
                encrypt();
                nonces.put(file, nonce);
                write(file);
            }
            case "decrypt-from-file" -> {
                read(file);
                nonce = Objects.requireNonNull(nonces.get(file));
                decrypt();
            }
            default -> throw new IllegalArgumentException("no such order");
        }
    }

    private void write(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (var at = 0; at < sealed.length; at += PIECE) {
                piece.clear()
                        .put(sealed, at, Math.min(PIECE, sealed.length - at))
                        .flip();
                while (piece.hasRemaining()) {
                    channel.write(piece);
                }
            }
            channel.force(true);
        }
    }

    private void read(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var at = 0;
            while (at < sealed.length) {
                piece.clear();
                channel.read(piece);
                piece.flip();
                var length = piece.remaining();
                piece.get(sealed, at, length);
                at += length;
            }
        }
        Files.delete(file);
    }

    private void encrypt() throws GeneralSecurityException {
        nonce = ++made;
        cipher.init(Cipher.ENCRYPT_MODE, key, parameters(nonce));
        cipher.doFinal(plain, 0, MESSAGE, sealed, 0);
        hash.update(sealed);
        hash.digest();
    }

    /// Decrypts the last message that was encrypted.
    private void decrypt() throws GeneralSecurityException {
        hash.update(sealed);
        hash.digest();
        cipher.init(Cipher.DECRYPT_MODE, key, parameters(nonce));
        cipher.doFinal(sealed, 0, MESSAGE + TAG, plain, 0);
    }

    private static GCMParameterSpec parameters(int nonce) {
        var bytes = new byte[12];
        for (var i = 0; i < Integer.BYTES; i++) {
            bytes[i] = (byte) (nonce >> (Byte.SIZE * i));
        }
        return new GCMParameterSpec(TAG_BITS, bytes);
    }

    private static void say(String answer) throws IOException {
        System.out.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
