package jp.bansho.access.passkey;

import com.webauthn4j.data.RegistrationData;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.bansho.access.passkey.PasskeyEvent.Attempt;
import jp.bansho.access.passkey.PasskeyEvent.CloneSuspected;
import jp.bansho.access.passkey.PasskeyEvent.PasskeyEnrolled;
import jp.bansho.access.passkey.PasskeyEvent.PasskeyRefused;
import jp.bansho.access.passkey.PasskeyEvent.PasskeyRemoved;
import jp.bansho.access.passkey.PasskeyEvent.PasskeyUsed;

/// The passkeys of all accounts: enrolled, shown, taken back (duty A1).
///
/// Works on the caller's connection, whose transaction must see the accounts concerned. That a challenge is
/// answered once only is the caller's part, see [Challenges]. The authenticator must have verified the
/// person (PIN, fingerprint): an answer without is refused.
public final class Passkeys {

    private final byte[] secret = new byte[32];
    private final Relying relying;
    private final AttestationPolicy policy;
    private final InstantSource clock;
    private final Ceremony ceremony;

    /// Passkeys for that relying party under that policy.
    public Passkeys(Relying relying, AttestationPolicy policy, InstantSource clock) {
        this.relying = relying;
        this.policy = policy;
        this.clock = clock;
        this.ceremony = new Ceremony(relying, policy);
        new SecureRandom().nextBytes(secret);
    }

    /// Options for `navigator.credentials.create`, as JSON.
    ///
    /// @param challenge at least 16 bytes
    public String enrolOptions(Connection connection, String account, byte[] challenge) throws SQLException {
        return Options.create(relying, account, challenge, active(connection, account));
    }

    /// Verifies the answer to [#enrolOptions] and keeps the passkey.
    ///
    /// @param answer the credential as JSON
    /// @throws IllegalStateException if there is no such account
    public Enrolment enrol(Connection connection, String account, byte[] challenge, String answer) throws SQLException {
        RegistrationData data;
        CredentialId credential;
        try {
            var read = BrowserAnswer.read(ceremony.mapper(), answer);
            credential = read.credential();
            data = ceremony.enrol(read, challenge);
        } catch (RuntimeException e) { // whatever the library makes of what a stranger sent: no reason to fail
            return refusedEnrolment(account, Reasons.of(e));
        }
        var attestation = Objects.requireNonNull(data.getAttestationObject());
        var authenticator = attestation.getAuthenticatorData();
        var attested = Objects.requireNonNull(authenticator.getAttestedCredentialData());
        var model = attested.getAaguid().getValue();
        if (!Arrays.equals(attested.getCredentialId(), credential.bytes())) {
            return refusedEnrolment(account, Refusal.MALFORMED);
        }
        var form = AttestationForm.of(attestation).filter(policy.forms()::contains);
        if (form.isEmpty()) {
            return refusedEnrolment(account, Refusal.ATTESTATION_NOT_ACCEPTED);
        }
        if (model == null || !policy.acceptsModel(model)) {
            return refusedEnrolment(account, Refusal.MODEL_NOT_ACCEPTED);
        }
        var bytes = ceremony.bytes(attested);
        var passkey = new Passkey(
                credential,
                account,
                form.get().word(),
                model,
                authenticator.getSignCount(),
                clock.instant(),
                null,
                "active");
        if (!PasskeyTable.insert(connection, passkey, bytes)) {
            return refusedEnrolment(account, Refusal.ALREADY_ENROLLED);
        }
        var key = Bytes.hex(Bytes.sha256(StoredPasskey.key(bytes)));
        return new Enrolment.Accepted(
                passkey, new PasskeyEnrolled(account, credential.handle(), key, passkey.form(), model.toString()));
    }

    /// Options for `navigator.credentials.get`, as JSON. An account without passkeys, or without existence,
    /// gets an invented credential, so that the answer does not tell which IDs exist.
    ///
    /// @param challenge at least 16 bytes; the hash of an operation, or random
    public String assertionOptions(Connection connection, String account, byte[] challenge) throws SQLException {
        var enrolled = active(connection, account);
        return Options.get(relying, challenge, enrolled.isEmpty() ? List.of(invented(account)) : enrolled);
    }

    /// Verifies the answer to [#assertionOptions]. Commit after a refusal too.
    ///
    /// @param answer the credential as JSON
    public Verification verify(Connection connection, String account, byte[] challenge, String answer)
            throws SQLException {
        BrowserAnswer read;
        CredentialId credential;
        byte[] handle;
        try {
            read = BrowserAnswer.read(ceremony.mapper(), answer);
            credential = read.credential();
            handle = read.userHandle();
        } catch (IllegalArgumentException e) {
            return refused(account, Refusal.MALFORMED);
        }
        var stored = PasskeyTable.find(connection, credential).orElse(null);
        if (stored == null) {
            return refused(account, Refusal.UNKNOWN_CREDENTIAL);
        }
        if (!stored.passkey().account().equals(account)
                || (handle != null && !Arrays.equals(handle, Options.userHandle(relying, account)))) {
            return refused(account, Refusal.OTHER_ACCOUNT);
        }
        if (!stored.passkey().state().equals("active")) {
            return refused(account, stored.passkey().state().equals("cloned") ? Refusal.CLONED : Refusal.REMOVED);
        }
        return use(connection, stored, challenge, read);
    }

    /// All passkeys of an account, the oldest first, those taken back too.
    public List<Passkey> of(Connection connection, String account) throws SQLException {
        return PasskeyTable.of(connection, account).stream()
                .map(StoredPasskey::passkey)
                .toList();
    }

    /// Takes one back; empty if it is not an active one of that account.
    ///
    /// @param reason word for the record, such as `lost`
    public Optional<PasskeyEvent> remove(Connection connection, String account, CredentialId credential, String reason)
            throws SQLException {
        var stored = PasskeyTable.find(connection, credential);
        if (stored.isEmpty()
                || !stored.get().passkey().account().equals(account)
                || !PasskeyTable.change(connection, credential, "active", "removed")) {
            return Optional.empty();
        }
        return Optional.of(new PasskeyRemoved(account, credential.handle(), reason));
    }

    /// Takes all back: the authenticator is lost, or the account ended. One event for each.
    public List<PasskeyEvent> removeAll(Connection connection, String account, String reason) throws SQLException {
        var events = new ArrayList<PasskeyEvent>();
        for (var credential : active(connection, account)) {
            remove(connection, account, credential, reason).ifPresent(events::add);
        }
        return events;
    }

    private Verification use(Connection connection, StoredPasskey stored, byte[] challenge, BrowserAnswer answer)
            throws SQLException {
        var account = stored.passkey().account();
        var credential = stored.passkey().credential();
        long counter;
        Assertion assertion;
        try {
            assertion = new Assertion(
                    credential,
                    Bytes.text(stored.key()),
                    Bytes.text(answer.response("authenticatorData")),
                    Bytes.text(answer.response("clientDataJSON")),
                    Bytes.text(answer.response("signature")));
            counter = Objects.requireNonNull(
                            ceremony.use(answer, challenge, stored).getAuthenticatorData())
                    .getSignCount();
        } catch (RuntimeException e) { // as above
            var refusal = Reasons.of(e);
            if (refusal != Refusal.CLONED) {
                return refused(account, refusal);
            }
            PasskeyTable.change(connection, credential, "active", "cloned");
            var shown = Signed.read(answer.response("authenticatorData")).counter();
            return new Verification.Refused(
                    refusal,
                    new CloneSuspected(
                            account, credential.handle(), stored.passkey().counter(), shown));
        }
        PasskeyTable.used(connection, credential, counter, clock.instant());
        return new Verification.Accepted(credential, assertion, new PasskeyUsed(account, credential.handle(), counter));
    }

    private List<CredentialId> active(Connection connection, String account) throws SQLException {
        return of(connection, account).stream()
                .filter(passkey -> passkey.state().equals("active"))
                .map(Passkey::credential)
                .toList();
    }

    private CredentialId invented(String account) {
        return CredentialId.of(Bytes.sha256(Bytes.hex(secret) + account));
    }

    private static Enrolment refusedEnrolment(String account, Refusal refusal) {
        return new Enrolment.Refused(
                refusal, new PasskeyRefused(Options.named(account), Attempt.ENROL, refusal.word()));
    }

    private static Verification refused(String account, Refusal refusal) {
        return new Verification.Refused(
                refusal, new PasskeyRefused(Options.named(account), Attempt.USE, refusal.word()));
    }
}
