package jp.bansho.access.passkey;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Verifies kept [Evidence] offline, years later, with nothing but a JDK: no server, no table, no WebAuthn
/// library.
///
/// The steps are those of WebAuthn's verification of an assertion. The counter is not among them: it said
/// something when the assertion was made, and was checked then.
public final class EvidenceVerifier {

    private final Relying relying;
    private final EnrolledKeys enrolled;

    /// A verifier for what was signed for that relying party, with keys whose enrolment is on record.
    public EvidenceVerifier(Relying relying, EnrolledKeys enrolled) {
        this.relying = relying;
        this.enrolled = enrolled;
    }

    /// Verifies one line of evidence.
    public Verdict verify(String line) {
        try {
            return verify(Evidence.read(line));
        } catch (IllegalArgumentException e) {
            return new Verdict.Worthless(Refusal.MALFORMED);
        }
    }

    private Verdict verify(Evidence evidence) {
        var assertion = evidence.assertion();
        var key = Bytes.of(assertion.key());
        var handle = assertion.credential().handle();
        var enrolment = enrolled.of(handle).orElse(null);
        if (enrolment == null || !enrolment.key().equals(Bytes.hex(Bytes.sha256(key)))) {
            return new Verdict.Worthless(Refusal.UNKNOWN_CREDENTIAL);
        }
        if (!enrolment.account().equals(evidence.operation().account())) {
            return new Verdict.Worthless(Refusal.OTHER_ACCOUNT);
        }
        var client = ClientData.read(Bytes.of(assertion.clientData()));
        if (!client.type().equals("webauthn.get")) {
            return new Verdict.Worthless(Refusal.WRONG_TYPE);
        }
        if (!Arrays.equals(client.challenge(), evidence.operation().challenge())) {
            return new Verdict.Worthless(Refusal.WRONG_CHALLENGE);
        }
        if (client.crossOrigin() || !relying.origins().contains(client.origin())) {
            return new Verdict.Worthless(Refusal.WRONG_ORIGIN);
        }
        var signed = Signed.read(Bytes.of(assertion.authenticatorData()));
        if (!Arrays.equals(signed.relying(), Bytes.sha256(relying.id()))) {
            return new Verdict.Worthless(Refusal.WRONG_RELYING_PARTY);
        }
        if (!signed.present()) {
            return new Verdict.Worthless(Refusal.UP_MISSING);
        }
        if (!signed.verified()) {
            return new Verdict.Worthless(Refusal.UV_MISSING);
        }
        if (!CoseKey.read(key).verifies(message(assertion), Bytes.of(assertion.signature()))) {
            return new Verdict.Worthless(Refusal.BAD_SIGNATURE);
        }
        return new Verdict.Genuine(evidence.operation(), handle, signed.counter());
    }

    private static byte[] message(Assertion assertion) {
        var message = new ByteArrayOutputStream();
        message.writeBytes(Bytes.of(assertion.authenticatorData()));
        message.writeBytes(Bytes.sha256(Bytes.of(assertion.clientData())));
        return message.toByteArray();
    }
}
