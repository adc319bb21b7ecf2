package jp.bansho.access.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.FutureTask;
import jp.bansho.access.passkey.PasskeyEvent.CloneSuspected;
import jp.bansho.testing.SoftAuthenticator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CounterTest {

    private final Terminal terminal;

    CounterTest() throws SQLException {
        terminal = new Terminal();
    }

    @AfterEach
    void leave() throws SQLException {
        terminal.close();
    }

    @Test
    void aCopyIsNoticedAndStopsThePasskeyForBoth() throws SQLException {
        var mine = terminal.enrolled("tanaka");
        var thief = mine.copied();
        assertThat(Terminal.reason(terminal.login("tanaka", mine))).isEqualTo("accepted");

        var options = terminal.passkeys.assertionOptions(terminal.connection, "tanaka", new byte[32]);
        var refused = terminal.passkeys.verify(terminal.connection, "tanaka", new byte[32], thief.get(options));
        assertThat(Terminal.reason(refused)).isEqualTo("cloned");
        var handle = new CredentialId(mine.credentials().getFirst()).handle();
        assertThat(refused.event()).isEqualTo(new CloneSuspected("tanaka", handle, 2, 2));
        assertThat(terminal.state("tanaka")).isEqualTo("cloned");

        var owner = terminal.passkeys.verify(terminal.connection, "tanaka", new byte[32], mine.get(options));
        assertThat(Terminal.reason(owner)).isEqualTo("cloned");
    }

    @Test
    void aCounterThatStandsStillOrFallsBackToZeroIsSuspected() throws SQLException {
        for (var counter : new long[] {2, 1, 0}) {
            var authenticator = terminal.enrolled("tanaka");
            assertThat(Terminal.reason(terminal.login("tanaka", authenticator))).isEqualTo("accepted");
            authenticator.countsUp(false).counter(counter);
            assertThat(Terminal.reason(terminal.login("tanaka", authenticator)))
                    .as("counter %d after 2", counter)
                    .isEqualTo("cloned");
        }
    }

    @Test
    void anAuthenticatorThatDoesNotCountIsWelcome() throws SQLException {
        var authenticator = new SoftAuthenticator(Terminal.ORIGIN).countsUp(false);
        assertThat(Terminal.reason(terminal.enrol("tanaka", authenticator))).isEqualTo("accepted");
        for (var i = 0; i < 3; i++) {
            assertThat(Terminal.reason(terminal.login("tanaka", authenticator))).isEqualTo("accepted");
        }
    }

    @Test
    void whoHasNotTheKeyCannotStopAPasskey() throws SQLException {
        var authenticator = terminal.enrolled("tanaka");
        authenticator.countsUp(false).spoilsSignature(true);
        assertThat(Terminal.reason(terminal.login("tanaka", authenticator))).isEqualTo("bad-signature");
        assertThat(terminal.state("tanaka")).isEqualTo("active");
    }

    @Test
    void ofTwoAnswersWithOneCounterAtOnceOnlyOneIsTaken() throws Exception {
        var authenticator = terminal.enrolled("tanaka");
        var challenge = terminal.challenge();
        var answer = authenticator.get(terminal.passkeys.assertionOptions(terminal.connection, "tanaka", challenge));
        try (var other = terminal.database.door()) {
            terminal.connection.setAutoCommit(false);
            var first = terminal.passkeys.verify(terminal.connection, "tanaka", challenge, answer);
            var second = new FutureTask<>(() -> terminal.passkeys.verify(other, "tanaka", challenge, answer));
            var thread = Thread.ofPlatform().start(second);
            terminal.connection.commit();
            thread.join();
            assertThat(Terminal.reason(first)).isEqualTo("accepted");
            assertThat(Terminal.reason(second.get())).isEqualTo("cloned");
        }
    }
}
