package jp.bansho.access.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.bansho.access.passkey.PasskeyEvent.PasskeyEnrolled;
import jp.bansho.testing.SoftAuthenticator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EvidenceTest {

    private final Terminal terminal;
    private final Map<String, PasskeyEnrolled> record = new HashMap<>();
    private final EvidenceVerifier verifier =
            new EvidenceVerifier(Terminal.RELYING, handle -> Optional.ofNullable(record.get(handle)));

    EvidenceTest() throws SQLException {
        terminal = new Terminal();
    }

    @AfterEach
    void leave() throws SQLException {
        terminal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "EDDSA", "RS256"})
    void evidenceIsVerifiedWithoutTheServer(String algorithm) throws SQLException {
        var evidence = evidence("tanaka", enrolled("tanaka", algorithm));
        assertThat(evidence.line()).hasSizeLessThan(2000);
        assertThat(verifier.verify(evidence.line()))
                .isEqualTo(new Verdict.Genuine(
                        evidence.operation(), evidence.assertion().credential().handle(), 2));
        assertThat(Evidence.read(evidence.line())).isEqualTo(evidence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "EDDSA", "RS256"})
    void oneCharacterChangedAndItIsWorthless(String algorithm) throws SQLException {
        var line = evidence("tanaka", enrolled("tanaka", algorithm)).line();
        for (var at = 0; at < line.length(); at++) {
            for (var replacement : new char[] {'A', 'z', '7', '.'}) {
                if (line.charAt(at) != replacement) {
                    var changed = line.substring(0, at) + replacement + line.substring(at + 1);
                    assertThat(verifier.verify(changed))
                            .as("character %d of %d to %s", at, line.length(), replacement)
                            .isInstanceOf(Verdict.Worthless.class);
                }
            }
        }
    }

    @Test
    void partsOfTwoEvidencesDoNotMix() throws SQLException {
        var authenticator = enrolled("tanaka", "ES256");
        var one = evidence("tanaka", authenticator).line().split("\\.", -1);
        var two = evidence("tanaka", authenticator).line().split("\\.", -1);
        for (var part : new int[] {3, 4, 5, 6}) {
            var mixed = one.clone();
            mixed[part] = two[part];
            assertThat(verifier.verify(String.join(".", mixed)))
                    .as("part %d", part)
                    .isEqualTo(new Verdict.Worthless(
                            part == 4 || part == 6 ? Refusal.WRONG_CHALLENGE : Refusal.BAD_SIGNATURE));
        }
    }

    @Test
    void aKeyThatNobodyEnrolledProvesNothing() throws SQLException {
        var line = evidence("tanaka", enrolled("tanaka", "ES256")).line();
        var forged = evidence("tanaka", enrolled("tanaka", "ES256")).line().split("\\.", -1);
        forged[1] = line.split("\\.", -1)[1];
        assertThat(verifier.verify(String.join(".", forged)))
                .isEqualTo(new Verdict.Worthless(Refusal.UNKNOWN_CREDENTIAL));
        record.clear();
        assertThat(verifier.verify(line)).isEqualTo(new Verdict.Worthless(Refusal.UNKNOWN_CREDENTIAL));
    }

    @Test
    void whatSomebodyElseSignedProvesNothingAboutMe() throws SQLException {
        var sato = enrolled("sato", "ES256");
        assertThat(verifier.verify(evidence("sato", "tanaka", sato).line()))
                .isEqualTo(new Verdict.Worthless(Refusal.OTHER_ACCOUNT));
    }

    @Test
    void anotherRelyingPartyTakesItForNothing() throws SQLException {
        var line = evidence("tanaka", enrolled("tanaka", "ES256")).line();
        var parent = new Relying("example", Set.of(Terminal.ORIGIN));
        var moved = new Relying("numbers.example", Set.of("https://numbers.example"));
        assertThat(new EvidenceVerifier(parent, handle -> Optional.ofNullable(record.get(handle))).verify(line))
                .isEqualTo(new Verdict.Worthless(Refusal.WRONG_RELYING_PARTY));
        assertThat(new EvidenceVerifier(moved, handle -> Optional.ofNullable(record.get(handle))).verify(line))
                .isEqualTo(new Verdict.Worthless(Refusal.WRONG_ORIGIN));
    }

    @Test
    void evidenceOfAnotherOperationIsNotMade() throws SQLException {
        var evidence = evidence("tanaka", enrolled("tanaka", "ES256"));
        assertThatThrownBy(() -> evidence.assertion().evidence(operation("tanaka")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unverifiedOrUntouchedProvesNothingEvenIfAServerOnceTookIt() throws SQLException {
        var authenticator = enrolled("tanaka", "ES256");
        assertThat(verifier.verify(unchecked(authenticator.userVerified(false))))
                .isEqualTo(new Verdict.Worthless(Refusal.UV_MISSING));
        assertThat(verifier.verify(unchecked(authenticator.userVerified(true).userPresent(false))))
                .isEqualTo(new Verdict.Worthless(Refusal.UP_MISSING));
        assertThat(verifier.verify(unchecked(authenticator.userPresent(true).lyingType("webauthn.create"))))
                .isEqualTo(new Verdict.Worthless(Refusal.WRONG_TYPE));
        assertThat(verifier.verify(unchecked(authenticator.lyingType(null)))).isInstanceOf(Verdict.Genuine.class);
    }

    /// Evidence as a careless server would keep it: nothing verified.
    private String unchecked(SoftAuthenticator authenticator) throws SQLException {
        var operation = operation("tanaka");
        var answer = BrowserAnswer.read(
                JsonMapper.builder().build(),
                authenticator.get(
                        terminal.passkeys.assertionOptions(terminal.connection, "tanaka", operation.challenge())));
        var stored = PasskeyTable.find(terminal.connection, answer.credential()).orElseThrow();
        return new Assertion(
                        answer.credential(),
                        Bytes.text(stored.key()),
                        Bytes.text(answer.response("authenticatorData")),
                        Bytes.text(answer.response("clientDataJSON")),
                        Bytes.text(answer.response("signature")))
                .evidence(operation)
                .line();
    }

    private SoftAuthenticator enrolled(String account, String algorithm) throws SQLException {
        var authenticator = new SoftAuthenticator(Terminal.ORIGIN).algorithm(algorithm);
        var event = (PasskeyEnrolled) terminal.enrol(account, authenticator).event();
        record.put(event.credential(), event);
        return authenticator;
    }

    private Evidence evidence(String account, SoftAuthenticator authenticator) throws SQLException {
        return evidence(account, account, authenticator);
    }

    private Evidence evidence(String account, String named, SoftAuthenticator authenticator) throws SQLException {
        var operation = operation(named);
        var options = terminal.passkeys.assertionOptions(terminal.connection, account, operation.challenge());
        var verification = terminal.passkeys.verify(
                terminal.connection, account, operation.challenge(), authenticator.get(options));
        return ((Verification.Accepted) verification).assertion().evidence(operation);
    }

    private OperationChallenge operation(String account) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("subject", "7000000000001");
        facts.put("purpose", "benefits-withholding");
        facts.put("case", "源泉徴収 2026-000123");
        return OperationChallenge.of("reveal-number", account, facts, Terminal.NOW, terminal.random);
    }
}
