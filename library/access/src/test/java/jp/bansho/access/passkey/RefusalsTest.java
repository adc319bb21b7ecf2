package jp.bansho.access.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.bansho.access.passkey.PasskeyEvent.Attempt;
import jp.bansho.access.passkey.PasskeyEvent.PasskeyRefused;
import jp.bansho.testing.SoftAuthenticator;
import jp.bansho.testing.SoftAuthenticator.Attestation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each way to be refused, by its name; after each the honest authenticator still gets in.
class RefusalsTest {

    private final Terminal terminal;

    RefusalsTest() throws SQLException {
        terminal = new Terminal();
    }

    @AfterEach
    void leave() throws SQLException {
        terminal.close();
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("uv-missing", authenticator -> authenticator.userVerified(false)),
                lie("up-missing", authenticator -> authenticator.userPresent(false)),
                lie("wrong-origin", authenticator -> authenticator.lyingOrigin("https://numbers.example")),
                lie("wrong-origin", authenticator -> authenticator.lyingOrigin("https://numbers.example.evil:8443")),
                lie("wrong-relying-party", authenticator -> authenticator.lyingRelyingParty("evil.example")),
                lie("wrong-challenge", authenticator -> authenticator.oldChallenge(new byte[32])),
                lie("wrong-type", authenticator -> authenticator.lyingType("payment.get")));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void aLieIsRefusedByItsNameWhenAPasskeyIsShown(String reason, Consumer<SoftAuthenticator> lie) throws SQLException {
        var authenticator = terminal.enrolled("tanaka");
        lie.accept(authenticator);
        var refused = terminal.login("tanaka", authenticator);
        assertThat(Terminal.reason(refused)).isEqualTo(reason);
        assertThat(refused.event()).isEqualTo(new PasskeyRefused("tanaka", Attempt.USE, reason));
        assertThat(Terminal.reason(terminal.login("tanaka", honest(authenticator))))
                .isEqualTo("accepted");
    }

    @ParameterizedTest
    @MethodSource("lies")
    void aLieIsRefusedByItsNameWhenAPasskeyIsEnrolled(String reason, Consumer<SoftAuthenticator> lie)
            throws SQLException {
        var authenticator = new SoftAuthenticator(Terminal.ORIGIN);
        lie.accept(authenticator);
        var refused = terminal.enrol("tanaka", authenticator);
        assertThat(Terminal.reason(refused)).isEqualTo(reason);
        assertThat(refused.event()).isEqualTo(new PasskeyRefused("tanaka", Attempt.ENROL, reason));
        assertThat(terminal.passkeys.of(terminal.connection, "tanaka")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void aSpoiledSignatureIsRefused(String algorithm) throws SQLException {
        var authenticator = terminal.enrolled("tanaka", algorithm);
        assertThat(Terminal.reason(terminal.login("tanaka", authenticator.spoilsSignature(true))))
                .isEqualTo("bad-signature");
        assertThat(Terminal.reason(terminal.enrol(
                        "sato",
                        new SoftAuthenticator(Terminal.ORIGIN)
                                .algorithm(algorithm)
                                .attestation(Attestation.PACKED_SELF)
                                .spoilsSignature(true))))
                .isEqualTo("bad-signature");
    }

    static Stream<String> algorithms() {
        return Stream.of("ES256", "EDDSA", "RS256");
    }

    @Test
    void anEnrolmentIsNoLoginAndALoginNoEnrolment() throws SQLException {
        var authenticator = terminal.enrolled("tanaka");
        assertThat(Terminal.reason(terminal.login("tanaka", authenticator.lyingType("webauthn.create"))))
                .isEqualTo("wrong-type");
        assertThat(Terminal.reason(
                        terminal.enrol("sato", new SoftAuthenticator(Terminal.ORIGIN).lyingType("webauthn.get"))))
                .isEqualTo("wrong-type");
    }

    @Test
    void aPasskeyOfNobodyIsUnknown() throws SQLException {
        var stranger = new SoftAuthenticator(Terminal.ORIGIN);
        var challenge = terminal.challenge();
        stranger.create(terminal.passkeys.enrolOptions(terminal.connection, "tanaka", challenge));
        var options = terminal.passkeys.assertionOptions(terminal.connection, "tanaka", challenge);
        var answer = stranger.get(options, stranger.credentials().getFirst());
        assertThat(Terminal.reason(terminal.passkeys.verify(terminal.connection, "tanaka", challenge, answer)))
                .isEqualTo("unknown-credential");
    }

    @Test
    void anothersPasskeyLetsNobodyInUnderMyName() throws SQLException {
        var sato = terminal.enrolled("sato");
        terminal.enrolled("tanaka");
        var challenge = terminal.challenge();
        var options = terminal.passkeys.assertionOptions(terminal.connection, "tanaka", challenge);
        var answer = sato.get(options, sato.credentials().getFirst());
        assertThat(Terminal.reason(terminal.passkeys.verify(terminal.connection, "tanaka", challenge, answer)))
                .isEqualTo("other-account");
        assertThat(Refusal.OTHER_ACCOUNT.japanese())
                .as("the person must not learn that the passkey exists")
                .isEqualTo(Refusal.UNKNOWN_CREDENTIAL.japanese());
    }

    @Test
    void aPasskeyMadeForAnotherAccountIsRefusedEvenIfTheTableSaysItIsMine() throws SQLException {
        var sato = terminal.enrolled("sato");
        terminal.database.execute("update access.passkey set account = 'tanaka'");
        assertThat(Terminal.reason(terminal.login("tanaka", sato))).isEqualTo("other-account");
    }

    @Test
    void theSameAnswerEnrolsOnce() throws SQLException {
        var challenge = terminal.challenge();
        var answer = new SoftAuthenticator(Terminal.ORIGIN)
                .create(terminal.passkeys.enrolOptions(terminal.connection, "tanaka", challenge));
        for (var expected : new String[] {"tanaka accepted", "tanaka already-enrolled", "sato already-enrolled"}) {
            var account = expected.substring(0, expected.indexOf(' '));
            var enrolment = terminal.passkeys.enrol(terminal.connection, account, challenge, answer);
            assertThat(account + " " + Terminal.reason(enrolment)).isEqualTo(expected);
        }
    }

    @Test
    void nonsenseIsRefusedAndNeverThrown() throws SQLException {
        var authenticator = terminal.enrolled("tanaka");
        var challenge = terminal.challenge();
        var made = new SoftAuthenticator(Terminal.ORIGIN)
                .attestation(Attestation.PACKED_SELF)
                .create(terminal.passkeys.enrolOptions(terminal.connection, "sato", challenge));
        var shown = authenticator.get(terminal.passkeys.assertionOptions(terminal.connection, "tanaka", challenge));
        for (var nonsense :
                new String[] {"", "null", "[]", "{}", "{\"id\":1}", "<x>", "[".repeat(40_000), " ".repeat(70_000)}) {
            assertThat(Terminal.reason(terminal.passkeys.enrol(terminal.connection, "sato", challenge, nonsense)))
                    .isEqualTo("malformed");
            assertThat(Terminal.reason(terminal.passkeys.verify(terminal.connection, "tanaka", challenge, nonsense)))
                    .isEqualTo("malformed");
        }
        var random = new Random(20261122);
        var names = Arrays.stream(Refusal.values()).map(Refusal::word).toList();
        for (var i = 0; i < 2000; i++) {
            var enrolment = terminal.passkeys.enrol(terminal.connection, "sato", challenge, broken(made, random));
            var use = terminal.passkeys.verify(terminal.connection, "tanaka", challenge, broken(shown, random));
            assertThat(names).as("round %d of seed 20261122", i).contains(Terminal.reason(enrolment));
            assertThat(names).as("round %d of seed 20261122", i).contains(Terminal.reason(use));
        }
        assertThat(terminal.state("tanaka")).isEqualTo("active");
    }

    @Test
    void whatAStrangerTypedForAnAccountIsNotRecorded() throws SQLException {
        var refused = terminal.passkeys.verify(terminal.connection, "Tanaka Hanako 1234 5678 9012", new byte[32], "");
        assertThat(refused.event().account()).isEqualTo("unknown");
    }

    @Test
    void everyRefusalHasANameAndTwoSentences() {
        for (var refusal : Refusal.values()) {
            assertThat(refusal.word())
                    .isEqualTo(refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            assertThat(refusal.japanese()).endsWith("。");
            assertThat(refusal.english()).matches("[A-Z].*\\.");
        }
    }

    /// The values of the answer with two or more characters changed, not its names.
    private static String broken(String answer, Random random) {
        var text = new StringBuilder(answer);
        var start = answer.indexOf("\"clientDataJSON\":\"") + 18;
        var end = answer.indexOf(answer.contains("attestationObject") ? "\",\"transports" : "\",\"userHandle");
        for (var i = 0; i < 2 + random.nextInt(3); i++) {
            var at = start + random.nextInt(end - start);
            if (text.charAt(at) != '"') {
                text.setCharAt(at, "AZaz09-_ \"{\\".charAt(random.nextInt(12)));
            }
        }
        return text.toString().equals(answer) ? "" : text.toString();
    }

    private static SoftAuthenticator honest(SoftAuthenticator authenticator) {
        return authenticator
                .userVerified(true)
                .userPresent(true)
                .lyingOrigin(null)
                .lyingRelyingParty(null)
                .lyingType(null)
                .oldChallenge(null);
    }

    private static Arguments lie(String reason, Consumer<SoftAuthenticator> lie) {
        return Arguments.of(reason, lie);
    }
}
