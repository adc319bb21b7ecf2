package jp.bansho.media;

/// What a parcel is opened with.
public sealed interface Opener {

    /// The key of the certificate it was sealed for.
    record Key(CertifiedKey key) implements Opener {}

    /// The passphrase it was sealed with.
    record Words(Passphrase passphrase) implements Opener {}
}
