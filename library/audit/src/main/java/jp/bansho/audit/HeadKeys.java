package jp.bansho.audit;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
import java.util.Map;

/// The public keys whose signatures under a head are believed, by key id; retired keys stay in it.
public record HeadKeys(Map<String, PublicKey> byId) {

    public HeadKeys {
        byId = Map.copyOf(byId);
    }

    /// Whether the head was signed by the key it names, and that key is known here.
    public boolean verifies(SignedHead head) {
        var key = byId.get(head.keyId());
        if (key == null) {
            return false;
        }
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(head.message());
            return ed25519.verify(HexFormat.of().parseHex(head.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
