package jp.bansho.access.passkey;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import jp.bansho.testing.SoftAuthenticator;

/// The server's side of a login, without its screens.
final class Terminal implements AutoCloseable {

    static final Relying RELYING = new Relying("numbers.example", Set.of("https://numbers.example:8443"));
    static final String ORIGIN = "https://numbers.example:8443";
    static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");

    final AccessDatabase database = new AccessDatabase();
    final Connection connection;
    final SecureRandom random = new SecureRandom();
    final Passkeys passkeys;

    Terminal() throws SQLException {
        this(AttestationPolicy.open());
    }

    Terminal(AttestationPolicy policy) throws SQLException {
        connection = database.door();
        passkeys = new Passkeys(RELYING, policy, InstantSource.fixed(NOW));
    }

    byte[] challenge() {
        var challenge = new byte[32];
        random.nextBytes(challenge);
        return challenge;
    }

    Enrolment enrol(String account, SoftAuthenticator authenticator) throws SQLException {
        var challenge = challenge();
        var answer = authenticator.create(passkeys.enrolOptions(connection, account, challenge));
        return passkeys.enrol(connection, account, challenge, answer);
    }

    Verification login(String account, SoftAuthenticator authenticator) throws SQLException {
        var challenge = challenge();
        var answer = authenticator.get(passkeys.assertionOptions(connection, account, challenge));
        return passkeys.verify(connection, account, challenge, answer);
    }

    /// The passkey of that account, enrolled.
    SoftAuthenticator enrolled(String account, String algorithm) throws SQLException {
        var authenticator = new SoftAuthenticator(ORIGIN).algorithm(algorithm);
        if (enrol(account, authenticator) instanceof Enrolment.Refused refused) {
            throw new AssertionError("not enrolled: " + refused.refusal());
        }
        return authenticator;
    }

    SoftAuthenticator enrolled(String account) throws SQLException {
        return enrolled(account, "ES256");
    }

    String state(String account) throws SQLException {
        return passkeys.of(connection, account).getFirst().state();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /// The reason, or `accepted`.
    static String reason(Verification verification) {
        return switch (verification) {
            case Verification.Accepted accepted -> "accepted";
            case Verification.Refused refused -> refused.refusal().word();
        };
    }

    static String reason(Enrolment enrolment) {
        return switch (enrolment) {
            case Enrolment.Accepted accepted -> "accepted";
            case Enrolment.Refused refused -> refused.refusal().word();
        };
    }
}
