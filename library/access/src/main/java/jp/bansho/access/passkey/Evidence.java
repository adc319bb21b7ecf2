package jp.bansho.access.passkey;

import java.nio.charset.StandardCharsets;

/// An assertion for one operation, as it is kept in the audit record and can be verified years later
/// ([EvidenceVerifier]).
///
/// Written as `v1.` and six parts in base64url with dots between: credential id, public key (COSE),
/// authenticator data, client data, signature, text of the operation. No part is shorter than 15
/// characters, so none can be taken for an Individual Number, whatever its bytes are.
public record Evidence(Assertion assertion, OperationChallenge operation) {

    private static final int PARTS = 7;
    private static final int LONGEST = 6000;
    private static final int SHORTEST_PART = 15;

    /// The one line for the record.
    public String line() {
        return String.join(
                ".",
                "v1",
                assertion.credential().text(),
                assertion.key(),
                assertion.authenticatorData(),
                assertion.clientData(),
                assertion.signature(),
                Bytes.text(operation.text().getBytes(StandardCharsets.UTF_8)));
    }

    /// Reads the line; nothing is verified yet.
    ///
    /// @throws IllegalArgumentException if it is none; the line is not in the message
    public static Evidence read(String line) {
        var parts = line.length() > LONGEST ? new String[0] : line.split("\\.", -1);
        if (parts.length != PARTS || !parts[0].equals("v1")) {
            throw new IllegalArgumentException("no evidence of this version");
        }
        for (var i = 1; i < PARTS; i++) {
            if (parts[i].length() < SHORTEST_PART || Bytes.of(parts[i]).length == 0) {
                throw new IllegalArgumentException("a part of the evidence is too short");
            }
        }
        var text = new String(Bytes.of(parts[6]), StandardCharsets.UTF_8);
        return new Evidence(
                new Assertion(new CredentialId(parts[1]), parts[2], parts[3], parts[4], parts[5]),
                new OperationChallenge(text));
    }

    /// Without the parts: they are for the record, not for logs.
    @Override
    public String toString() {
        return "Evidence[" + assertion.credential().handle() + "]";
    }
}
