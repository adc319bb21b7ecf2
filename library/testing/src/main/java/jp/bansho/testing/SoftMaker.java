package jp.bansho.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/// A maker of authenticators: a root certificate, and certificates for the keys that attest. Written in DER by hand,
/// because the JDK makes no certificates.
public final class SoftMaker {

    private static final String ECDSA_SHA256 = "300a06082a8648ce3d040302";
    private static final String IS_AUTHORITY = "300f0603551d130101ff040530030101ff";
    private static final String IS_NO_AUTHORITY = "300c0603551d130101ff04023000";
    private static final String MODEL_EXTENSION = "060b2b0601040182e51c010104";

    private final String name;
    private final SoftKey root = SoftKey.make(SoftKey.Algorithm.ES256);

    /// A key that attests, with its certificate in DER.
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Certified(SoftKey key, byte[] certificate) {}

    /// A maker of that name, with a root key of its own.
    public SoftMaker(String name) {
        this.name = name;
    }

    /// The root certificate, as PEM.
    public String pem() {
        var der = certificate(name, root, hex(IS_AUTHORITY));
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
    }

    Certified certify(UUID model) {
        var key = SoftKey.make(SoftKey.Algorithm.ES256);
        var aaguid = ByteBuffer.allocate(16)
                .putLong(model.getMostSignificantBits())
                .putLong(model.getLeastSignificantBits())
                .array();
        var extension = der(0x30, hex(MODEL_EXTENSION), der(0x04, der(0x04, aaguid)));
        return new Certified(key, certificate(name + " model", key, hex(IS_NO_AUTHORITY), extension));
    }

    private byte[] certificate(String subject, SoftKey key, byte[]... extensions) {
        var body = der(
                0x30,
                der(0xa0, hex("020102")),
                hex("020101"),
                hex(ECDSA_SHA256),
                named(name),
                der(0x30, text(0x17, "200101000000Z"), text(0x17, "491231235959Z")),
                named(subject),
                key.pair().getPublic().getEncoded(),
                der(0xa3, der(0x30, extensions)));
        return der(0x30, body, hex(ECDSA_SHA256), der(0x03, new byte[1], root.sign(body)));
    }

    private static byte[] named(String common) {
        return der(
                0x30,
                attribute("550406", 0x13, "JP"),
                attribute("55040a", 0x0c, "Invented"),
                attribute("55040b", 0x0c, "Authenticator Attestation"),
                attribute("550403", 0x0c, common));
    }

    private static byte[] attribute(String type, int kind, String value) {
        return der(0x31, der(0x30, der(0x06, hex(type)), text(kind, value)));
    }

    private static byte[] text(int kind, String text) {
        return der(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] der(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.size() >= 256) {
            out.write(0x82);
            out.write(content.size() >> 8);
        } else if (content.size() >= 128) {
            out.write(0x81);
        }
        out.write(content.size());
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
