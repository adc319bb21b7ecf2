package jp.bansho.testing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;

/// A key pair of a [SoftAuthenticator].
record SoftKey(Algorithm algorithm, KeyPair pair) {

    /// The kinds of keys that passkeys use.
    enum Algorithm {
        ES256(-7, "SHA256withECDSA"),
        EDDSA(-8, "Ed25519"),
        RS256(-257, "SHA256withRSA");

        private final int cose;
        private final String signature;

        Algorithm(int cose, String signature) {
            this.cose = cose;
            this.signature = signature;
        }

        int cose() {
            return cose;
        }
    }

    static SoftKey make(Algorithm algorithm) {
        try {
            var generator = KeyPairGenerator.getInstance(
                    switch (algorithm) {
                        case ES256 -> "EC";
                        case EDDSA -> "Ed25519";
                        case RS256 -> "RSA";
                    });
            if (algorithm == Algorithm.ES256) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else if (algorithm == Algorithm.RS256) {
                generator.initialize(2048);
            }
            return new SoftKey(algorithm, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance(algorithm.signature);
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The public key as authenticators write it (COSE).
    byte[] cose() {
        var members = new LinkedHashMap<Integer, Object>();
        switch (algorithm) {
            case ES256 -> {
                var point = ((ECPublicKey) pair.getPublic()).getW();
                members.put(1, 2);
                members.put(3, algorithm.cose());
                members.put(-1, 1);
                members.put(-2, unsigned(point.getAffineX(), 32));
                members.put(-3, unsigned(point.getAffineY(), 32));
            }
            case EDDSA -> {
                var encoded = pair.getPublic().getEncoded();
                members.put(1, 1);
                members.put(3, algorithm.cose());
                members.put(-1, 6);
                members.put(-2, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
            }
            case RS256 -> {
                var key = (RSAPublicKey) pair.getPublic();
                members.put(1, 3);
                members.put(3, algorithm.cose());
                members.put(-1, unsigned(key.getModulus(), 256));
                members.put(-2, unsigned(key.getPublicExponent(), 3));
            }
        }
        return Cbor.of(members);
    }

    private static byte[] unsigned(BigInteger number, int length) {
        var bytes = number.toByteArray();
        var result = new byte[length];
        var copied = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - copied, result, length - copied, copied);
        return result;
    }
}
