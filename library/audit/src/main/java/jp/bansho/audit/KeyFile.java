package jp.bansho.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;

/// A text file of Ed25519 public keys: for each a line `Key-Id: k1`, then the X.509 form in Base64, with or
/// without the PEM lines around it. Other lines must be empty.
public final class KeyFile {

    private KeyFile() {}

    /// Reads the keys of a file.
    public static HeadKeys read(Path file) throws IOException {
        var keys = new LinkedHashMap<String, PublicKey>();
        var id = "";
        var base64 = new StringBuilder();
        for (var line : (Files.readString(file, StandardCharsets.US_ASCII) + "\nKey-Id: ")
                .lines()
                .toList()) {
            if (line.startsWith("Key-Id:")) {
                if (!base64.isEmpty()) {
                    keys.put(id, key(base64.toString()));
                }
                base64.setLength(0);
                id = line.substring("Key-Id:".length()).strip();
            } else if (!line.startsWith("-----")) {
                base64.append(line.strip());
            }
        }
        if (keys.isEmpty() || keys.containsKey("")) {
            throw new IOException("the key file must have a line `Key-Id:` before each key");
        }
        return new HeadKeys(keys);
    }

    private static PublicKey key(String base64) throws IOException {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("the key file holds something that is no Ed25519 public key", e);
        }
    }
}
