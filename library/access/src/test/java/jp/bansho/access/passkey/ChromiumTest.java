package jp.bansho.access.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.bansho.access.passkey.PasskeyEvent.PasskeyEnrolled;
import jp.bansho.testing.Browser;
import org.junit.jupiter.api.Test;

/// The options as a real browser reads them, and what a real browser posts.
class ChromiumTest {

    private static final String CREATE = """
            const done = arguments[arguments.length - 1];
            navigator.credentials.create(
                    {publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(arguments[0]))})
                .then(made => done(JSON.stringify(made.toJSON())), e => done(e.name + ': ' + e.message));
            """;
    private static final String GET = """
            const done = arguments[arguments.length - 1];
            navigator.credentials.get(
                    {publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(arguments[0]))})
                .then(shown => done(JSON.stringify(shown.toJSON())), e => done(e.name + ': ' + e.message));
            """;

    @Test
    void aRealBrowserEnrolsLogsInAndSignsAnOperation() throws IOException, SQLException {
        var site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            var page = "<!doctype html><title>番所</title><p>番所".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
        var origin = "http://localhost:" + site.getAddress().getPort();
        var relying = new Relying("localhost", Set.of(origin));
        try (var terminal = new Terminal();
                var browser = Browser.start()) {
            browser.authenticator();
            browser.go(origin + "/");
            var passkeys = new Passkeys(relying, AttestationPolicy.open(), InstantSource.system());

            var challenge = terminal.challenge();
            var options = passkeys.enrolOptions(terminal.connection, "tanaka", challenge);
            var unattested = run(browser, CREATE, options.replace("\"direct\"", "\"none\""));
            assertThat(Terminal.reason(strict(relying).enrol(terminal.connection, "tanaka", challenge, unattested)))
                    .isEqualTo("attestation-not-accepted");
            var made = run(browser, CREATE, options);
            var enrolment = passkeys.enrol(terminal.connection, "tanaka", challenge, made);
            assertThat(Terminal.reason(enrolment)).as("enrolment").isEqualTo("accepted");
            var enrolled = (PasskeyEnrolled) enrolment.event();
            assertThat(enrolled.form())
                    .as("the browser hands on what the authenticator attests")
                    .isEqualTo("packed");

            var operation = OperationChallenge.of(
                    "reveal-number", "tanaka", new LinkedHashMap<>(), Terminal.NOW, terminal.random);
            var shown =
                    run(browser, GET, passkeys.assertionOptions(terminal.connection, "tanaka", operation.challenge()));
            var verification = passkeys.verify(terminal.connection, "tanaka", operation.challenge(), shown);
            assertThat(Terminal.reason(verification)).as("login").isEqualTo("accepted");

            var line = ((Verification.Accepted) verification)
                    .assertion()
                    .evidence(operation)
                    .line();
            assertThat(new EvidenceVerifier(relying, handle -> Optional.of(enrolled)).verify(line))
                    .isInstanceOf(Verdict.Genuine.class);
        } finally {
            site.stop(0);
        }
    }

    private static Passkeys strict(Relying relying) {
        var forms = EnumSet.complementOf(EnumSet.of(AttestationForm.NONE));
        return new Passkeys(relying, new AttestationPolicy(forms, Set.of(), List.of()), InstantSource.system());
    }

    private static String run(Browser browser, String script, String options) {
        return Objects.requireNonNull(browser.asyncScript(script, options)).toString();
    }
}
