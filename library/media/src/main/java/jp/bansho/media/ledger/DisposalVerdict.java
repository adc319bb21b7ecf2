package jp.bansho.media.ledger;

/// What an outsider learns about a file that claims to be a disposal certificate.
public sealed interface DisposalVerdict {

    /// Signed by a known key, byte for byte, and true to its own rules.
    record Genuine(DisposalCertificate certificate) implements DisposalVerdict {}

    /// Not to be believed.
    record Worthless(String english, String japanese) implements DisposalVerdict {}
}
