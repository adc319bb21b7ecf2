package jp.bansho.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A passkey in software, browser included: takes the options as JSON and answers with the JSON that a browser's script
/// would post. It obeys; its switches make it lie, one at a time, for the tests of refusals.
///
/// Each switch changes this authenticator until it is switched back and returns it. Not for several threads.
public final class SoftAuthenticator {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final UUID NO_MODEL = new UUID(0, 0);

    private final String origin;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Credential> credentials = new LinkedHashMap<>();

    private SoftKey.Algorithm algorithm = SoftKey.Algorithm.ES256;
    private Attestation attestation = Attestation.NONE;
    private UUID model = NO_MODEL;
    private @Nullable SoftMaker maker;
    private boolean userVerified = true;
    private boolean userPresent = true;
    private boolean countsUp = true;
    private boolean spoilsSignature;
    private long counter;
    private @Nullable String lyingOrigin;
    private @Nullable String lyingRelyingParty;
    private @Nullable String lyingType;
    private byte @Nullable [] oldChallenge;

    /// How it vouches for itself.
    public enum Attestation {
        /// Not at all.
        NONE,
        /// Signed with the new key.
        PACKED_SELF,
        /// Signed with a key that the [SoftMaker] certified.
        PACKED
    }

    private record Credential(SoftKey key, String relying, String userHandle) {}

    /// An authenticator at a browser that shows a page of that origin, such as `https://numbers.example`.
    public SoftAuthenticator(String origin) {
        this.origin = origin;
    }

    /// A second device with the same keys and the same counter, as a thief would have it.
    public SoftAuthenticator copied() {
        var copy = new SoftAuthenticator(origin);
        copy.credentials.putAll(credentials);
        copy.counter = counter;
        return copy;
    }

    /// New passkeys get keys of that kind: `ES256` (the default), `EDDSA` or `RS256`.
    public SoftAuthenticator algorithm(String name) {
        algorithm = SoftKey.Algorithm.valueOf(name);
        return this;
    }

    /// New passkeys are attested in that way; [Attestation#PACKED] by a maker of its own that nobody trusts.
    public SoftAuthenticator attestation(Attestation form) {
        attestation = form;
        return this;
    }

    /// New passkeys are attested with certificates of that maker.
    public SoftAuthenticator madeBy(SoftMaker by) {
        maker = by;
        return attestation(Attestation.PACKED);
    }

    /// The model (AAGUID) it says it is.
    public SoftAuthenticator model(UUID aaguid) {
        model = aaguid;
        return this;
    }

    /// Whether it checked PIN or fingerprint (UV); true unless switched.
    public SoftAuthenticator userVerified(boolean verified) {
        userVerified = verified;
        return this;
    }

    /// Whether somebody touched it (UP); true unless switched.
    public SoftAuthenticator userPresent(boolean present) {
        userPresent = present;
        return this;
    }

    /// Whether the counter runs on with each signature; true unless switched.
    public SoftAuthenticator countsUp(boolean runs) {
        countsUp = runs;
        return this;
    }

    /// The counter; with `countsUp(false)` it stays there.
    public SoftAuthenticator counter(long value) {
        counter = value;
        return this;
    }

    /// Whether one bit of each signature is flipped.
    public SoftAuthenticator spoilsSignature(boolean spoils) {
        spoilsSignature = spoils;
        return this;
    }

    /// The page it is asked from; null for the true one.
    public SoftAuthenticator lyingOrigin(@Nullable String other) {
        lyingOrigin = other;
        return this;
    }

    /// The relying party whose hash it signs; null for the one asked for.
    public SoftAuthenticator lyingRelyingParty(@Nullable String other) {
        lyingRelyingParty = other;
        return this;
    }

    /// The type it writes, such as `webauthn.create`; null for the true one.
    public SoftAuthenticator lyingType(@Nullable String other) {
        lyingType = other;
        return this;
    }

    /// The challenge it answers to; null for the one asked.
    public SoftAuthenticator oldChallenge(byte @Nullable [] challenge) {
        oldChallenge = challenge == null ? null : challenge.clone();
        return this;
    }

    /// Makes a passkey: `navigator.credentials.create` for these options (JSON).
    ///
    /// @throws IllegalStateException if it has one of those that are excluded
    public String create(String options) {
        if (listed(options, "excludeCredentials").stream().anyMatch(credentials::containsKey)) {
            throw new IllegalStateException("this authenticator is enrolled already");
        }
        var relying = find(options, "\"rp\":\\{\"id\":\"([^\"]+)\"");
        var key = SoftKey.make(algorithm);
        var id = new byte[32];
        random.nextBytes(id);
        var text = BASE64.encodeToString(id);
        credentials.put(text, new Credential(key, relying, find(options, "\"user\":\\{\"id\":\"([^\"]+)\"")));

        var client = clientData("webauthn.create", options);
        var data = new ByteArrayOutputStream();
        data.writeBytes(authenticatorData(relying, 0x40));
        data.writeBytes(bytes(model));
        data.writeBytes(new byte[] {0, (byte) id.length});
        data.writeBytes(id);
        data.writeBytes(key.cose());
        var object = new LinkedHashMap<String, Object>();
        object.put("fmt", attestation == Attestation.NONE ? "none" : "packed");
        object.put("attStmt", statement(key, signed(data.toByteArray(), client)));
        object.put("authData", data.toByteArray());
        return """
                {"id":"%s","rawId":"%s","type":"public-key","response":{"clientDataJSON":"%s",\
                "attestationObject":"%s","transports":["internal"]}}""".formatted(text, text, BASE64.encodeToString(client), BASE64.encodeToString(Cbor.of(object)));
    }

    /// Shows a passkey: `navigator.credentials.get` for these options (JSON).
    ///
    /// @throws IllegalStateException if it has none of those asked for
    public String get(String options) {
        var allowed = listed(options, "allowCredentials");
        var text = credentials.keySet().stream()
                .filter(allowed::contains)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this authenticator has no passkey that is asked for"));
        return get(options, text);
    }

    /// Shows that passkey, whether it is asked for or not.
    public String get(String options, String credential) {
        var found = credentials.get(credential);
        if (found == null) {
            throw new IllegalStateException("this authenticator has no such passkey");
        }
        var client = clientData("webauthn.get", options);
        var data = authenticatorData(found.relying(), 0);
        var signature = spoiled(found.key().sign(signed(data, client)));
        return """
                {"id":"%s","rawId":"%s","type":"public-key","response":{"clientDataJSON":"%s",\
                "authenticatorData":"%s","signature":"%s","userHandle":"%s"}}""".formatted(
                        credential,
                        credential,
                        BASE64.encodeToString(client),
                        BASE64.encodeToString(data),
                        BASE64.encodeToString(signature),
                        found.userHandle());
    }

    /// The passkeys it holds (base64url), the oldest first.
    public List<String> credentials() {
        return List.copyOf(credentials.keySet());
    }

    private Map<String, Object> statement(SoftKey key, byte[] message) {
        var statement = new LinkedHashMap<String, Object>();
        switch (attestation) {
            case NONE -> {}
            case PACKED_SELF -> {
                statement.put("alg", key.algorithm().cose());
                statement.put("sig", spoiled(key.sign(message)));
            }
            case PACKED -> {
                var by = maker == null ? new SoftMaker("Nobody") : maker;
                var certified = by.certify(model);
                statement.put("alg", certified.key().algorithm().cose());
                statement.put("sig", spoiled(certified.key().sign(message)));
                statement.put("x5c", List.of(certified.certificate()));
            }
        }
        return statement;
    }

    private byte[] clientData(String type, String options) {
        var challenge = oldChallenge == null
                ? find(options, "\"challenge\":\"([^\"]+)\"")
                : BASE64.encodeToString(oldChallenge);
        return """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}""".formatted(
                        lyingType == null ? type : lyingType, challenge, lyingOrigin == null ? origin : lyingOrigin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(String relying, int flags) {
        if (countsUp) {
            counter++;
        }
        var hash = sha256((lyingRelyingParty == null ? relying : lyingRelyingParty).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(37)
                .put(hash)
                .put((byte) (flags | (userPresent ? 1 : 0) | (userVerified ? 4 : 0)))
                .putInt((int) counter)
                .array();
    }

    private byte[] spoiled(byte[] signature) {
        if (spoilsSignature) {
            signature[signature.length - 1] ^= 1;
        }
        return signature;
    }

    private static byte[] signed(byte[] data, byte[] client) {
        return ByteBuffer.allocate(data.length + 32)
                .put(data)
                .put(sha256(client))
                .array();
    }

    private static List<String> listed(String options, String name) {
        var found = new ArrayList<String>();
        var matcher = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(find(options, "\"" + name + "\":\\[(.*?)]"));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String find(String options, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(options);
        if (!matcher.find()) {
            throw new IllegalStateException("the options lack what an authenticator needs: " + pattern);
        }
        return matcher.group(1);
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
