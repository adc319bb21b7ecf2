package jp.bansho.access.passkey;

import java.util.Optional;

/// What the audit record says about enrolments; evidence is worth as much as the enrolment that stands
/// behind its key.
@FunctionalInterface
public interface EnrolledKeys {

    /// The enrolment of that credential.
    ///
    /// @param credential handle, see [CredentialId#handle]
    Optional<PasskeyEvent.PasskeyEnrolled> of(String credential);
}
