package jp.bansho.seal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/// One key-encryption key of a key device: wrapping is AES-GCM inside the device, bound to the key's name, in the form
/// of [Sealer]: nonce, ciphertext, tag. Devices seldom offer a wrap mechanism that binds a name.
final class Pkcs11KeyEncryption implements KeyEncryption {

    private static final int NONCE = 12;

    private final Pkcs11Token token;
    private final String id;
    private final String label;

    Pkcs11KeyEncryption(Pkcs11Token token, String id, String label) {
        this.token = token;
        this.id = id;
        this.label = label;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public byte[] wrap(KeyName name, byte[] key) {
        var nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        var sealed = token.use(session -> session.encrypt(key(session), nonce, associated(name), key));
        var wrapped = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, wrapped, NONCE, sealed.length);
        return wrapped;
    }

    @Override
    public byte[] unwrap(KeyName name, byte[] wrapped) {
        if (wrapped.length < Sealer.OVERHEAD) {
            throw KeysRefused.damaged(name.written());
        }
        var nonce = Arrays.copyOf(wrapped, NONCE);
        var sealed = Arrays.copyOfRange(wrapped, NONCE, wrapped.length);
        return token.use(session -> {
            var key = key(session);
            try {
                return session.decrypt(key, nonce, associated(name), sealed);
            } catch (Pkcs11Failure failure) {
                // Libraries answer a wrong tag in different ways, some as a general error. One that still finds the
                // key has not lost its device.
                if (failure.in("C_Decrypt") && key(session).equals(key)) {
                    throw KeysRefused.because(KeysRefused.Reason.WRONG_KEY_ENCRYPTION_KEY, name.written());
                }
                throw failure;
            }
        });
    }

    private Pkcs11Session.Key key(Pkcs11Session session) throws Pkcs11Failure {
        for (var key : session.keys(label)) {
            if (key.label().equals(label)) {
                return key;
            }
        }
        throw new Pkcs11Failure(Pkcs11Token.NO_KEY, 0);
    }

    private static byte[] associated(KeyName name) {
        return name.written().getBytes(StandardCharsets.US_ASCII);
    }
}
