package jp.bansho.access.passkey;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// A public key as authenticators write it (COSE in CBOR, RFC 9052), read with the JDK alone: ES256 on
/// P-256, EdDSA on Ed25519, RS256.
record CoseKey(String signature, PublicKey key) {

    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final long ALGORITHM = 3;
    private static final long CURVE_OR_MODULUS = -1;
    private static final long X_OR_EXPONENT = -2;
    private static final long Y = -3;

    /// @throws IllegalArgumentException if it is none of the three
    static CoseKey read(byte[] cose) {
        try {
            var members = map(ByteBuffer.wrap(cose));
            return switch ((int) number(members, ALGORITHM)) {
                case -7 -> new CoseKey("SHA256withECDSA", elliptic(members));
                case -8 -> new CoseKey("Ed25519", edwards(members));
                case -257 -> new CoseKey("SHA256withRSA", rsa(members));
                default -> throw new IllegalArgumentException("a kind of key that is not accepted");
            };
        } catch (GeneralSecurityException | BufferUnderflowException e) {
            throw new IllegalArgumentException("not a public key");
        }
    }

    boolean verifies(byte[] message, byte[] signed) {
        try {
            var verifier = Signature.getInstance(signature);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey elliptic(Map<Long, Object> members) throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        var point = new ECPoint(new BigInteger(1, bytes(members, X_OR_EXPONENT)), new BigInteger(1, bytes(members, Y)));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private static PublicKey edwards(Map<Long, Object> members) throws GeneralSecurityException {
        var x = bytes(members, X_OR_EXPONENT);
        var encoded =
                ByteBuffer.allocate(ED25519.length + x.length).put(ED25519).put(x);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.array()));
    }

    private static PublicKey rsa(Map<Long, Object> members) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(
                        new BigInteger(1, bytes(members, CURVE_OR_MODULUS)),
                        new BigInteger(1, bytes(members, X_OR_EXPONENT))));
    }

    private static long number(Map<Long, Object> members, long name) {
        if (members.get(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("a public key without its algorithm");
    }

    private static byte[] bytes(Map<Long, Object> members, long name) {
        if (members.get(name) instanceof byte[] bytes) {
            return bytes;
        }
        throw new IllegalArgumentException("a public key without its numbers");
    }

    /// A CBOR map of whole numbers to whole numbers and byte strings, and nothing after it.
    private static Map<Long, Object> map(ByteBuffer cbor) {
        var members = new HashMap<Long, Object>();
        var head = cbor.get() & 0xff;
        if (head >> 5 != 5) {
            throw new IllegalArgumentException("a public key is a map");
        }
        var size = length(cbor, head);
        for (var i = 0L; i < size; i++) {
            if (!(item(cbor) instanceof Long name) || members.put(name, item(cbor)) != null) {
                throw new IllegalArgumentException("not a public key's map");
            }
        }
        if (cbor.hasRemaining()) {
            throw new IllegalArgumentException("something follows the public key");
        }
        return members;
    }

    private static Object item(ByteBuffer cbor) {
        var head = cbor.get() & 0xff;
        var length = length(cbor, head);
        return switch (head >> 5) {
            case 0 -> length;
            case 1 -> -1 - length;
            case 2 -> {
                if (length > cbor.remaining()) {
                    throw new IllegalArgumentException("a byte string is cut short");
                }
                var bytes = new byte[(int) length];
                cbor.get(bytes);
                yield bytes;
            }
            default -> throw new IllegalArgumentException("not a part of a public key");
        };
    }

    private static long length(ByteBuffer cbor, int head) {
        var low = head & 0x1f;
        return switch (low) {
            case 24 -> cbor.get() & 0xff;
            case 25 -> cbor.getShort() & 0xffff;
            case 26 -> Integer.toUnsignedLong(cbor.getInt());
            case 27, 28, 29, 30, 31 -> throw new IllegalArgumentException("not a part of a public key");
            default -> low;
        };
    }
}
