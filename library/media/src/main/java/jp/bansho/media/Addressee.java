package jp.bansho.media;

import java.security.cert.X509Certificate;

/// Whom a parcel is sealed for.
public sealed interface Addressee {

    /// The holder of a certificate's key: RSA, or an elliptic curve P-256 or P-384.
    record Holder(X509Certificate certificate) implements Addressee {}

    /// Whoever has the passphrase: a body without a certificate. The passphrase has to go another way
    /// than the parcel.
    record Words(Passphrase passphrase) implements Addressee {}
}
