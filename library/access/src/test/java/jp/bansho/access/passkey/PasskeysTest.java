package jp.bansho.access.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import jp.bansho.access.passkey.PasskeyEvent.PasskeyEnrolled;
import jp.bansho.access.passkey.PasskeyEvent.PasskeyUsed;
import jp.bansho.testing.SoftAuthenticator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasskeysTest {

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "EDDSA", "RS256"})
    void whoeverEnrolledAPasskeyGetsIn(String algorithm) throws SQLException {
        var terminal = new Terminal();
        var authenticator = new SoftAuthenticator(Terminal.ORIGIN).algorithm(algorithm);

        var enrolment = terminal.enrol("tanaka", authenticator);
        assertThat(Terminal.reason(enrolment)).isEqualTo("accepted");
        assertThat(enrolment.event()).isInstanceOf(PasskeyEnrolled.class);

        var login = terminal.login("tanaka", authenticator);
        assertThat(Terminal.reason(login)).isEqualTo("accepted");
        assertThat(login.event()).isInstanceOf(PasskeyUsed.class);
        assertThat(terminal.passkeys.of(terminal.connection, "tanaka"))
                .singleElement()
                .satisfies(passkey -> {
                    assertThat(passkey.counter()).isEqualTo(2);
                    assertThat(passkey.lastUsedAt()).isEqualTo(Terminal.NOW);
                    assertThat(passkey.state()).isEqualTo("active");
                });
    }
}
