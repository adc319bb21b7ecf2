package jp.bansho.access.passkey;

/// What an [EvidenceVerifier] finds.
public sealed interface Verdict {

    /// The account's passkey signed exactly this operation, after it verified the person.
    ///
    /// @param operation  what was signed, in words
    /// @param credential handle of the passkey
    /// @param counter    the authenticator's count of signatures
    record Genuine(OperationChallenge operation, String credential, long counter) implements Verdict {}

    /// It proves nothing.
    record Worthless(Refusal refusal) implements Verdict {}
}
