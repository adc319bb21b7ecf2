package jp.bansho.access.passkey;

import com.webauthn4j.verifier.exception.BadAaguidException;
import com.webauthn4j.verifier.exception.BadAlgorithmException;
import com.webauthn4j.verifier.exception.BadAttestationStatementException;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.BadSignatureException;
import com.webauthn4j.verifier.exception.BadTopOriginException;
import com.webauthn4j.verifier.exception.CertificateException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.InconsistentClientDataTypeException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.MissingChallengeException;
import com.webauthn4j.verifier.exception.NotAllowedAlgorithmException;
import com.webauthn4j.verifier.exception.PublicKeyMismatchException;
import com.webauthn4j.verifier.exception.SelfAttestationProhibitedException;
import com.webauthn4j.verifier.exception.TrustAnchorNotFoundException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;

/// The library's exceptions as refusals. Their messages may hold what somebody sent, so they end here.
final class Reasons {

    private Reasons() {}

    static Refusal of(RuntimeException thrown) {
        return switch (thrown) {
            case UserNotVerifiedException uv -> Refusal.UV_MISSING;
            case UserNotPresentException up -> Refusal.UP_MISSING;
            case BadChallengeException challenge -> Refusal.WRONG_CHALLENGE;
            case MissingChallengeException challenge -> Refusal.WRONG_CHALLENGE;
            case BadOriginException origin -> Refusal.WRONG_ORIGIN;
            case BadTopOriginException origin -> Refusal.WRONG_ORIGIN;
            case CrossOriginException origin -> Refusal.WRONG_ORIGIN;
            case BadRpIdException relying -> Refusal.WRONG_RELYING_PARTY;
            case InconsistentClientDataTypeException type -> Refusal.WRONG_TYPE;
            case BadSignatureException signature -> Refusal.BAD_SIGNATURE;
            case MaliciousCounterValueException counter -> Refusal.CLONED;
            case NotAllowedAlgorithmException algorithm -> Refusal.ALGORITHM_NOT_ACCEPTED;
            case TrustAnchorNotFoundException anchor -> Refusal.ATTESTATION_NOT_TRUSTED;
            case CertificateException chain -> Refusal.ATTESTATION_NOT_TRUSTED;
            case SelfAttestationProhibitedException self -> Refusal.ATTESTATION_NOT_ACCEPTED;
            case BadAttestationStatementException statement -> Refusal.ATTESTATION_NOT_ACCEPTED;
            case BadAaguidException model -> Refusal.ATTESTATION_NOT_ACCEPTED;
            case BadAlgorithmException algorithm -> Refusal.ATTESTATION_NOT_ACCEPTED;
            case PublicKeyMismatchException key -> Refusal.ATTESTATION_NOT_ACCEPTED;
            case RuntimeException other -> Refusal.MALFORMED;
        };
    }
}
