package jp.bansho.seal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Key-encryption keys in a key device (PKCS #11): AES-256, used inside the device, never read out of it. Each is an
/// object of the token with the label `bansho-kek-<16 hex digits>`, and has the id `pkcs11:<the same digits>`.
///
/// One token serves one installation: destroying old key-encryption keys destroys every other object so named.
/// Duty S1.
public final class Pkcs11KeyHolder implements KeyHolder {

    static final String LABEL = "bansho-kek-";
    private static final String ID = KeyPlace.DEVICE.word() + ":";

    private final Pkcs11Token token;

    /// The key-encryption keys of one token.
    ///
    /// @param library the device's PKCS #11 library
    /// @param token   the token's label
    /// @param pinFile holds the PIN of its user; only its owner may read it
    public Pkcs11KeyHolder(Path library, String token, Path pinFile) {
        this.token = new Pkcs11Token(library, token, pinFile);
    }

    @Override
    public KeyEncryption open(String id) {
        var label = label(id);
        var there = token.use(session -> session.keys(LABEL));
        if (there.stream().noneMatch(key -> key.label().equals(label))) {
            throw KeysRefused.because(
                    there.isEmpty() ? KeysRefused.Reason.MISSING : KeysRefused.Reason.WRONG_KEY_ENCRYPTION_KEY, id);
        }
        return new Pkcs11KeyEncryption(token, id, label);
    }

    @Override
    public KeyEncryption first() {
        if (!token.use(session -> session.keys(LABEL)).isEmpty()) {
            throw KeysRefused.because(KeysRefused.Reason.EXISTS, KeyPlace.DEVICE.word());
        }
        return make(KeyPlace.DEVICE);
    }

    @Override
    public KeyEncryption make(KeyPlace place) {
        if (place != KeyPlace.DEVICE) {
            throw KeysRefused.because(KeysRefused.Reason.NOT_SET_UP, place.word());
        }
        var random = new byte[8];
        new SecureRandom().nextBytes(random);
        var id = ID + HexFormat.of().formatHex(random);
        token.use(session -> {
            session.make(label(id));
            return id;
        });
        return new Pkcs11KeyEncryption(token, id, label(id));
    }

    @Override
    public void destroyAllBut(String id) {
        token.use(session -> {
            for (var key : session.keys(LABEL)) {
                if (!id.equals(ID + key.label().substring(LABEL.length()))) {
                    session.destroy(key);
                }
            }
            return id;
        });
    }

    private static String label(String id) {
        return LABEL + id.substring(ID.length());
    }
}
