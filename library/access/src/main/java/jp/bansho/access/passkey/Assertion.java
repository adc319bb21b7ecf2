package jp.bansho.access.passkey;

import java.util.Arrays;

/// What an authenticator signed, after it was verified; each part base64url.
///
/// @param credential        the passkey
/// @param key               its public key (COSE)
/// @param authenticatorData relying party, flags, counter
/// @param clientData        challenge, type and origin, as the browser wrote them
/// @param signature         over the two above
public record Assertion(
        CredentialId credential, String key, String authenticatorData, String clientData, String signature) {

    /// What is kept in the record for that operation.
    ///
    /// @throws IllegalArgumentException if it was another operation that was signed
    public Evidence evidence(OperationChallenge operation) {
        var signed = ClientData.read(Bytes.of(clientData));
        if (!Arrays.equals(signed.challenge(), operation.challenge())) {
            throw new IllegalArgumentException("this assertion was made for another operation");
        }
        return new Evidence(this, operation);
    }
}
