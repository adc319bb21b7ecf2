package jp.bansho.numbers.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletContext;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import jp.bansho.access.AccountRole;
import jp.bansho.numbers.TestMachine;
import jp.bansho.testing.SoftAuthenticator;
import jp.bansho.testing.SoftAuthenticator.Attestation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever is wrong with an assertion, nobody comes in, and the record says why.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorAttackTest {

    private static final int HERE = TestMachine.HYOGO;

    private Office office;

    @BeforeAll
    void open() {
        office = new Office();
    }

    @AfterAll
    void close() {
        office.close();
    }

    @ParameterizedTest
    @CsvSource({"uv-missing", "up-missing", "wrong-origin", "wrong-relying-party", "bad-signature", "wrong-type"})
    void aPasskeyThatIsNotAsItMustBeIsRefused(String reason) throws Exception {
        var clerk = office.present(HERE, AccountRole.CLERK, "pension");
        var guest = office.guest();
        var attack = attack(reason).apply(clerk.authenticator());
        var reply = guest.login(clerk.account(), attack);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(guest.get("/").page()).contains("NUM-0101");
        assertThat(lastRefusal(clerk.account())).isEqualTo(reason);
    }

    @Test
    void anAnswerThatWasUsedOnceIsRefused() throws Exception {
        var clerk = office.present(HERE, AccountRole.CLERK, "pension");
        var guest = office.guest();
        guest.get("/login");
        guest.post("/login", "id", clerk.account());
        var answer = clerk.authenticator().get(guest.options());
        assertThat(guest.post("/login/passkey", "id", clerk.account(), "credential", answer)
                        .location())
                .endsWith("/");
        guest.post("/logout");
        guest.get("/login");
        guest.post("/login", "id", clerk.account());
        assertThat(guest.post("/login/passkey", "id", clerk.account(), "credential", answer)
                        .status())
                .as("a new challenge was set")
                .isEqualTo(200);
        assertThat(lastRefusal(clerk.account())).isEqualTo("wrong-challenge");
    }

    @Test
    void anAnswerMeantForAnotherBrowserIsRefused() throws Exception {
        var clerk = office.present(HERE, AccountRole.CLERK, "pension");
        var victim = office.guest();
        victim.get("/login");
        victim.post("/login", "id", clerk.account());
        var stolen = clerk.authenticator().get(victim.options());
        var thief = office.guest();
        thief.get("/login");
        thief.post("/login/passkey", "id", clerk.account(), "credential", stolen);
        assertThat(thief.get("/").page()).contains("NUM-0101");
        assertThat(lastRefusal(clerk.account())).isEqualTo("challenge-spent");
    }

    @Test
    void anAnswerThatComesTooLateIsRefused() throws Exception {
        var clerk = office.present(HERE, AccountRole.CLERK, "pension");
        var guest = office.guest();
        guest.get("/login");
        guest.post("/login", "id", clerk.account());
        var answer = clerk.authenticator().get(guest.options());
        office.clock().pass(Duration.ofMinutes(6));
        guest.post("/login/passkey", "id", clerk.account(), "credential", answer);
        assertThat(guest.get("/").page()).contains("NUM-0101");
    }

    @Test
    void aCopiedAuthenticatorIsFoundOutAndStopped() throws Exception {
        var clerk = office.present(HERE, AccountRole.CLERK, "pension");
        var copy = clerk.authenticator().copied();
        assertThat(office.guest().login(clerk.account(), clerk.authenticator()).location())
                .endsWith("/");
        office.guest().login(clerk.account(), copy);
        assertThat(lastRefusal(clerk.account())).isEqualTo("cloned");
        assertThatThrownBy(() -> office.guest().login(clerk.account(), clerk.authenticator()))
                .as("nobody knows which of the two is the copy: neither is asked for again")
                .hasMessageContaining("no passkey that is asked for");
        assertThat(clerk.guest().get("/").page()).contains("NUM-0101");
    }

    @Test
    void anUnattestedAuthenticatorIsRefusedWhereThePolicyForbidsIt() throws Exception {
        try (var strict =
                new Office(home -> Files.writeString(home.passkeys(), "attestation.formats = packed, packed-self\n"))) {
            var slip = strict.hire(HERE, AccountRole.CLERK, "pension");
            var guest = strict.guest();
            var bare = strict.authenticator().attestation(Attestation.NONE);
            var reply = guest.enrol(slip.account(), slip.temporaryPassword(), bare);
            assertThat(reply.page()).contains("証明方式は認められていません");
            assertThatThrownBy(() -> guest.login(slip.account(), bare))
                    .hasMessageContaining("no passkey that is asked for");
            assertThat(guest.enrol(
                                    slip.account(),
                                    slip.temporaryPassword(),
                                    strict.authenticator().attestation(Attestation.PACKED_SELF))
                            .location())
                    .as("an accepted one gets in with the same slip")
                    .endsWith("/login");
        }
    }

    @Test
    void anUnknownIdIsAnsweredLikeAKnownOne() throws Exception {
        var clerk = office.hire(HERE, AccountRole.CLERK, "pension");
        var guest = office.guest();
        guest.get("/login");
        var known = guest.post("/login", "id", clerk.account()).page();
        var unknown = guest.post("/login", "id", "k28-4711").page();
        assertThat(shape(unknown)).isEqualTo(shape(known));
        assertThat(guest.post("/first", "id", "k28-4711", "password", "AAAA").page())
                .contains("ログインできません")
                .doesNotContain("4711は");
    }

    @Test
    void garbageTellsNothingAboutAnIdAndLocksNobodyOut() throws Exception {
        try (var other = new Office()) {
            var clerk = other.present(HERE, AccountRole.CLERK, "pension");
            var guest = other.guest();
            guest.get("/login");
            guest.post("/login", "id", clerk.account());
            var known = guest.post("/login/passkey", "id", clerk.account(), "credential", "{}");
            guest.post("/login", "id", "k28-4711");
            var unknown = guest.post("/login/passkey", "id", "k28-4711", "credential", "{}");
            assertThat(known.page()).contains("ログインできません");
            assertThat(shape(unknown.page())).isEqualTo(shape(known.page()));
            for (var i = 0; i < 8; i++) {
                guest.post("/login/passkey", "id", clerk.account(), "credential", "{}");
            }
            assertThat(lastRefusal(other, clerk.account())).isNotEqualTo("slowed");
            assertThat(guest.post("/login/passkey", "id", clerk.account(), "credential", "{}")
                            .page())
                    .contains("ログインできません");
            assertThat(lastRefusal(other, clerk.account())).isEqualTo("slowed");
            other.clock().pass(Duration.ofMinutes(1));
            assertThat(other.guest()
                            .login(clerk.account(), clerk.authenticator())
                            .location())
                    .endsWith("/");
        }
    }

    @Test
    void oneBrowserWaitsForOnePasskeyOnly() throws Exception {
        var clerk = office.present(HERE, AccountRole.CLERK, "pension");
        var guest = office.guest();
        guest.get("/login");
        guest.post("/login", "id", clerk.account());
        var answer = clerk.authenticator().get(guest.options());
        guest.post("/login", "id", "k28-4711");
        guest.post("/login/passkey", "id", clerk.account(), "credential", answer);
        assertThat(guest.get("/").page()).contains("NUM-0101");
        assertThat(lastRefusal(clerk.account())).isEqualTo("challenge-spent");
    }

    @Test
    void enrollingEndsAfterTenMinutesAndWithItsSlip() throws Exception {
        var slip = office.hire(HERE, AccountRole.CLERK, "pension");
        var guest = office.guest();
        guest.get("/first");
        guest.post("/first", "id", slip.account(), "password", slip.temporaryPassword());
        guest.get("/enrol");
        var answer = office.authenticator().create(guest.options());
        try (var administrator = office.machine().superuser();
                var statement = administrator.createStatement()) {
            statement.execute("update access.temporary_password set made_at = made_at + interval '1 second'"
                    + " where account = '" + slip.account() + "'");
        }
        assertThat(guest.post("/enrol", "credential", answer).status())
                .as("another slip by now")
                .isEqualTo(200);
        guest.get("/first");
        guest.post("/first", "id", slip.account(), "password", slip.temporaryPassword());
        assertThat(guest.look("/enrol").status()).isEqualTo(200);
        office.clock().pass(Duration.ofMinutes(10));
        assertThat(guest.look("/enrol").location()).endsWith("/first");
    }

    @Test
    void aSessionBeforeTheLoginIsShort() {
        assertThat(office.machine().part(ServletContext.class).getSessionTimeout())
                .isEqualTo(10);
    }

    @Test
    void noPageIsKeptByTheBrowserAndNoneMayBeFramedOrScripted() throws Exception {
        var clerk = office.present(HERE, AccountRole.CLERK, "pension");
        var headers = clerk.guest().get("/").headers();
        assertThat(headers.firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(value -> assertThat(value)
                        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                        .contains("frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(headers.firstValue("Strict-Transport-Security")).isPresent();
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        var cookie = office.guest().get("/login").headers().firstValue("Set-Cookie");
        assertThat(cookie)
                .hasValueSatisfying(value -> assertThat(value)
                        .startsWith("__Host-bansho=")
                        .contains("Secure")
                        .contains("HttpOnly")
                        .contains("SameSite=Strict"));
    }

    @Test
    void olderTlsIsNotSpoken() throws Exception {
        var port = Integer.parseInt(office.machine().origin().replaceAll(".*:", ""));
        try (var socket = (SSLSocket) SSLContext.getDefault().getSocketFactory().createSocket("localhost", port)) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            assertThatThrownBy(socket::startHandshake)
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasMessageContaining("protocol_version");
        }
    }

    private static UnaryOperator<SoftAuthenticator> attack(String reason) {
        return switch (reason) {
            case "uv-missing" -> key -> key.userVerified(false);
            case "up-missing" -> key -> key.userPresent(false);
            case "wrong-origin" -> key -> key.lyingOrigin("https://localhost.example");
            case "wrong-relying-party" -> key -> key.lyingRelyingParty("example.jp");
            case "bad-signature" -> key -> key.spoilsSignature(true);
            case "wrong-type" -> key -> key.lyingType("webauthn.create");
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private String lastRefusal(String account) throws Exception {
        return lastRefusal(office, account);
    }

    private static String lastRefusal(Office office, String account) throws Exception {
        try (var administrator = office.machine().superuser();
                var statement = administrator.prepareStatement("""
                        select details::json ->> 'reason' from audit.record
                         where actor = ? and event = 'login-refused' order by seq desc limit 1
                        """)) {
            statement.setString(1, account);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    /// The page without what differs each time.
    private static String shape(String page) {
        return page.replaceAll("data-options=\"[^\"]*\"", "")
                .replaceAll("value=\"[^\"]*\"", "")
                .replaceAll("content=\"[^\"]*\"", "")
                .replaceAll("k28-4711|t028-[0-9]+", "ID");
    }
}
