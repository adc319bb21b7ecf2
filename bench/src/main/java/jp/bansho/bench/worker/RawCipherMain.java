package jp.bansho.bench.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The JDK's AES-256-GCM and SHA-256 over bytes in memory and nothing else: no file, no structure, one
/// key. Orders are `encrypt BYTES` and `decrypt BYTES`, in whole messages of 32 MiB, encrypting before
/// decrypting; answers are seconds and bytes.
public final class RawCipherMain {

    private static final int MESSAGE = 32 << 20;
    private static final int TAG = 16;
    private static final int TAG_BITS = 128;

    private final byte[] plain = new byte[MESSAGE + TAG];
    private final byte[] sealed = new byte[MESSAGE + TAG];
    private final SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
    private final Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
    private final MessageDigest hash = MessageDigest.getInstance("SHA-256");
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
                var bytes = Long.parseLong(words[1]);
                var began = System.nanoTime();
                for (var left = bytes; left > 0; left -= MESSAGE) {
                    if (words[0].equals("encrypt")) {
                        worker.encrypt();
                    } else {
                        worker.decrypt();
                    }
                }
                say((System.nanoTime() - began) / 1e9 + "\t" + bytes);
            }
        }
    }

    private void encrypt() throws GeneralSecurityException {
        cipher.init(Cipher.ENCRYPT_MODE, key, parameters(++nonce));
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
