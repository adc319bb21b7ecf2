package jp.bansho.access.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.anchor.TrustAnchorRepository;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.attestation.statement.androidkey.AndroidKeyAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.apple.AppleAnonymousAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.none.NoneAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.packed.PackedAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.tpm.TPMAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.CertPathTrustworthinessVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.DefaultCertPathTrustworthinessVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.NullCertPathTrustworthinessVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.self.DefaultSelfAttestationTrustworthinessVerifier;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// The two ceremonies of WebAuthn, done by the library under the policy; throws what the library throws.
final class Ceremony {

    private static final List<PublicKeyCredentialParameters> KEYS = List.of(
            key(COSEAlgorithmIdentifier.ES256), key(COSEAlgorithmIdentifier.EdDSA), key(COSEAlgorithmIdentifier.RS256));

    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager manager;
    private final String relying;
    private final Set<Origin> origins;

    Ceremony(Relying relying, AttestationPolicy policy) {
        this.relying = relying.id();
        this.origins = relying.origins().stream().map(Origin::create).collect(Collectors.toUnmodifiableSet());
        this.manager = new WebAuthnManager(
                List.of(
                        new NoneAttestationStatementVerifier(),
                        new PackedAttestationStatementVerifier(),
                        new TPMAttestationStatementVerifier(),
                        new AppleAnonymousAttestationStatementVerifier(),
                        new AndroidKeyAttestationStatementVerifier()),
                chain(policy),
                new DefaultSelfAttestationTrustworthinessVerifier(),
                converter);
    }

    JsonMapper mapper() {
        return converter.getJsonMapper();
    }

    RegistrationData enrol(BrowserAnswer answer, byte[] challenge) {
        var request = new RegistrationRequest(answer.response("attestationObject"), answer.response("clientDataJSON"));
        return manager.verify(request, new RegistrationParameters(server(challenge), KEYS, true, true));
    }

    AuthenticationData use(BrowserAnswer answer, byte[] challenge, StoredPasskey stored) {
        var request = new AuthenticationRequest(
                answer.credential().bytes(),
                answer.response("authenticatorData"),
                answer.response("clientDataJSON"),
                answer.response("signature"));
        var record = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                null,
                null,
                null,
                stored.passkey().counter(),
                credentials.convert(stored.credential()),
                null,
                null,
                null,
                null);
        return manager.verify(
                request,
                new AuthenticationParameters(
                        server(challenge), record, List.of(answer.credential().bytes()), true, true));
    }

    byte[] bytes(AttestedCredentialData credential) {
        return credentials.convert(credential);
    }

    private ServerProperty server(byte[] challenge) {
        return ServerProperty.builder()
                .origins(origins)
                .rpId(relying)
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static CertPathTrustworthinessVerifier chain(AttestationPolicy policy) {
        if (policy.anchors().isEmpty()) {
            return new NullCertPathTrustworthinessVerifier();
        }
        return new DefaultCertPathTrustworthinessVerifier(new Anchors(policy.anchors()));
    }

    private static PublicKeyCredentialParameters key(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }

    private record Anchors(List<X509Certificate> certificates) implements TrustAnchorRepository {
        @Override
        public Set<TrustAnchor> find(AAGUID model) {
            return all();
        }

        @Override
        public Set<TrustAnchor> find(byte[] keyIdentifier) {
            return all();
        }

        private Set<TrustAnchor> all() {
            return certificates.stream()
                    .map(certificate -> new TrustAnchor(certificate, null))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
