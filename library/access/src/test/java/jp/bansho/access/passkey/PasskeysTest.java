package jp.bansho.access.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import jp.bansho.access.passkey.PasskeyEvent.PasskeyEnrolled;
import jp.bansho.access.passkey.PasskeyEvent.PasskeyRemoved;
import jp.bansho.access.passkey.PasskeyEvent.PasskeyUsed;
import jp.bansho.audit.EventShape;
import jp.bansho.testing.SoftAuthenticator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PasskeysTest {

    private final Terminal terminal;

    PasskeysTest() throws SQLException {
        terminal = new Terminal();
    }

    @AfterEach
    void leave() throws SQLException {
        terminal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "EDDSA", "RS256"})
    void whoeverEnrolledAPasskeyGetsIn(String algorithm) throws SQLException {
        var authenticator = new SoftAuthenticator(Terminal.ORIGIN).algorithm(algorithm);

        var enrolment = terminal.enrol("tanaka", authenticator);
        assertThat(Terminal.reason(enrolment)).isEqualTo("accepted");
        assertThat(enrolment.event()).isInstanceOf(PasskeyEnrolled.class);

        var login = terminal.login("tanaka", authenticator);
        assertThat(Terminal.reason(login)).isEqualTo("accepted");
        var handle = new CredentialId(authenticator.credentials().getFirst()).handle();
        assertThat(login.event()).isEqualTo(new PasskeyUsed("tanaka", handle, 2));
        assertThat(terminal.passkeys.of(terminal.connection, "tanaka"))
                .singleElement()
                .satisfies(passkey -> {
                    assertThat(passkey.counter()).isEqualTo(2);
                    assertThat(passkey.lastUsedAt()).isEqualTo(Terminal.NOW);
                    assertThat(passkey.state()).isEqualTo("active");
                });
    }

    @Test
    void optionsForEnrolmentAreJsonThatDemandsVerificationAndNamesNobody() throws SQLException {
        terminal.enrolled("tanaka");
        var options = terminal.passkeys.enrolOptions(terminal.connection, "tanaka", new byte[32]);
        var root = JsonMapper.builder().build().readTree(options);
        assertThat(root.at("/authenticatorSelection/userVerification").stringValue())
                .isEqualTo("required");
        assertThat(root.at("/attestation").stringValue()).isEqualTo("direct");
        assertThat(root.at("/excludeCredentials").size()).isEqualTo(1);
        assertThat(root.at("/pubKeyCredParams")
                        .valueStream()
                        .map(node -> node.get("alg").intValue()))
                .containsExactly(-7, -8, -257);
        assertThat(Bytes.of(root.at("/user/id").stringValue())).hasSize(32);
        assertThat(root.at("/user/displayName").stringValue()).isEqualTo("tanaka");
    }

    @Test
    void optionsForAnAssertionDoNotTellWhichAccountsExist() throws SQLException {
        terminal.enrolled("tanaka");
        var shape = "\\{\"challenge\":\"A{43}\",\"timeout\":300000,\"rpId\":\"numbers.example\",\"allowCredentials\":"
                + "\\[\\{\"type\":\"public-key\",\"id\":\"[A-Za-z0-9_-]{43}\"}],\"userVerification\":\"required\"}";
        var known = terminal.passkeys.assertionOptions(terminal.connection, "tanaka", new byte[32]);
        var unknown = terminal.passkeys.assertionOptions(terminal.connection, "nobody", new byte[32]);
        assertThat(known).matches(shape);
        assertThat(unknown).matches(shape).isNotEqualTo(known);
        assertThat(terminal.passkeys.assertionOptions(terminal.connection, "nobody", new byte[32]))
                .isEqualTo(unknown);
    }

    @Test
    void aShortChallengeIsNoChallenge() {
        assertThatThrownBy(() -> terminal.passkeys.assertionOptions(terminal.connection, "tanaka", new byte[15]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLostAuthenticatorIsTakenBackAndStaysOut() throws SQLException {
        var lost = terminal.enrolled("tanaka");
        var kept = terminal.enrolled("tanaka");
        var credential = new CredentialId(lost.credentials().getFirst());
        var options = terminal.passkeys.assertionOptions(terminal.connection, "tanaka", new byte[32]);

        assertThat(terminal.passkeys.remove(terminal.connection, "sato", credential, "lost"))
                .as("somebody else's passkey")
                .isEmpty();
        assertThat(terminal.passkeys.remove(terminal.connection, "tanaka", credential, "lost"))
                .contains(new PasskeyRemoved("tanaka", credential.handle(), "lost"));
        assertThat(terminal.passkeys.remove(terminal.connection, "tanaka", credential, "lost"))
                .as("a second time")
                .isEmpty();

        var answer = lost.get(options);
        assertThat(Terminal.reason(terminal.passkeys.verify(terminal.connection, "tanaka", new byte[32], answer)))
                .isEqualTo("removed");
        assertThat(terminal.passkeys.assertionOptions(terminal.connection, "tanaka", new byte[32]))
                .doesNotContain(credential.text());
        assertThat(Terminal.reason(terminal.login("tanaka", kept))).isEqualTo("accepted");
        assertThat(terminal.passkeys.removeAll(terminal.connection, "tanaka", "ended"))
                .hasSize(1);
    }

    @Test
    void anEnrolmentForNoAccountIsABrokenWorld() throws SQLException {
        var challenge = terminal.challenge();
        var options = terminal.passkeys.enrolOptions(terminal.connection, "nobody", challenge);
        var answer = new SoftAuthenticator(Terminal.ORIGIN).create(options);
        assertThatThrownBy(() -> terminal.passkeys.enrol(terminal.connection, "nobody", challenge, answer))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theDeskOfAnotherOrganisationSeesNoneOfThem() throws SQLException {
        terminal.enrolled("tanaka");
        for (var seen : Map.of(28, 1, 12, 0).entrySet()) {
            try (var statement = terminal.connection.createStatement()) {
                statement.execute("reset role");
                statement.execute("set role bansho_desk");
                statement.execute("set bansho.organisation = '" + seen.getKey() + "'");
            }
            assertThat(terminal.passkeys.of(terminal.connection, "tanaka")).hasSize(seen.getValue());
        }
    }

    @Test
    void everyEventMayBeRecorded() {
        assertThat(EventShape.permitted(PasskeyEvent.class)).hasSize(5);
    }
}
