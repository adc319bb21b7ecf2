package jp.bansho.audit;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/// Signs the heads of the chain with an Ed25519 key, which may live in a key store that never shows it.
public interface HeadSigner {

    /// The name under which the verifier knows the public key.
    String keyId();

    /// The Ed25519 signature of the message, 64 bytes; called inside the transaction, from any thread.
    byte[] sign(byte[] message);

    /// A signer with a key in memory.
    static HeadSigner of(String keyId, PrivateKey key) {
        return new HeadSigner() {
            @Override
            public String keyId() {
                return keyId;
            }

            @Override
            public byte[] sign(byte[] message) {
                try {
                    var ed25519 = Signature.getInstance("Ed25519");
                    ed25519.initSign(key);
                    ed25519.update(message);
                    return ed25519.sign();
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException("the head could not be signed with key " + keyId, e);
                }
            }
        };
    }
}
