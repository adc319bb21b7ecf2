package jp.bansho.retention;

/// What an outsider learns about a file that claims to be an erasure certificate.
public sealed interface CertificateVerdict {

    /// Signed by a known key, byte for byte, and true to its own rules.
    record Genuine(Certificate certificate) implements CertificateVerdict {}

    /// Not to be believed.
    record Worthless(String english, String japanese) implements CertificateVerdict {}
}
