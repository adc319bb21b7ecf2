package jp.bansho.jlis.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jp.bansho.jlis.Authority;
import jp.bansho.jlis.Town;
import jp.bansho.machine.Home;
import jp.bansho.media.CertifiedKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The line as it is met from outside: real sockets, real TLS, right and wrong certificates.
class LineTest {

    private static Authority authority;
    private static CertifiedKey juki;
    private static CertifiedKey expired;
    private static CertifiedKey issuer;
    private static String address;
    private static Caller caller;

    @BeforeAll
    static void openTheLine() throws Exception {
        authority = Authority.start();
        authority.load(new Town().crowd(0, 100));
        juki = Caller.key("juki", 3600);
        expired = Caller.key("juki", -60);
        issuer = Caller.authorityKey("juki");
        pin(juki);
        pin(expired);
        pin(issuer);
        address = authority.serve();
        caller = new Caller(authority.home(), address, juki);
    }

    @AfterAll
    static void close() {
        authority.close();
    }

    @Test
    void aBatchIsAnswered() throws Exception {
        var reply = caller.put("answered", "1", Town.batch(List.of(Town.byCode(1, Town.code(5)))));

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("content-type")).hasValue("text/csv;charset=UTF-8");
        assertThat(Authority.lines(reply.body())).singleElement().asString().contains(Town.number(5));
    }

    @Test
    void theSameAgainGetsTheSameBytesAlsoAfterTheServerWasKilled() throws Exception {
        var body = Town.batch(List.of(Town.byCode(1, Town.code(5)), Town.byCode(2, Town.code(6))));
        var first = caller.put("again", "1", body);
        address = authority.serve();
        caller = new Caller(authority.home(), address, juki);

        var second = caller.put("again", "1", body);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        var changed = caller.put("again", "1", Town.batch(List.of(Town.byCode(1, Town.code(7)))));
        assertThat(changed.statusCode()).isEqualTo(409);
        assertProblem(changed, "other-content");
    }

    @Test
    void manyWhoAskTheSameAtOnceGetOneAnswer() throws Exception {
        var body = Town.batch(List.of(Town.byCode(1, Town.code(8))));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var asked = new ArrayList<Callable<byte[]>>();
            for (var i = 0; i < 8; i++) {
                asked.add(() -> caller.put("at-once", "1", body).body());
            }
            var answers = new ArrayList<String>();
            for (var each : threads.invokeAll(asked)) {
                answers.add(new String(each.get(), StandardCharsets.UTF_8));
            }
            assertThat(answers).hasSize(8).allMatch(each -> each.equals(answers.getFirst()));
        }
        assertThat(authority.rows("select event from audit.record where details like '%\"at-once\"%' order by seq"))
                .hasSize(8)
                .startsWith("batch-answered")
                .filteredOn("batch-answered"::equals)
                .hasSize(1);
    }

    @Test
    void whatIsNotABatchIsAProblem() throws Exception {
        assertProblem(caller.put("problem", "1", "what is this".getBytes(StandardCharsets.UTF_8)), "not-understood");
        assertProblem(caller.put("problem", "0", new byte[0]), "not-understood");
        assertProblem(caller.put("problem", "x", new byte[0]), "not-understood");
        assertProblem(caller.put("123456789012", "1", new byte[0]), "not-understood");
        assertProblem(caller.put("problem", "2", new byte[LineDoor.MOST_BYTES + 1]), "too-large");
        assertProblem(caller.put("problem", "3", Town.batch(List.of("1,21")), "text/plain"), "not-understood");
    }

    @Test
    void healthIsToldToAskersAlone() throws Exception {
        var reply = caller.get("/health");

        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo("{\"status\":\"up\"}");
        assertThat(caller.get("/actuator").statusCode()).isEqualTo(404);
    }

    @Test
    void anUnknownCertificateIsTurnedAwayInTheHandshake() throws Exception {
        var stranger = new Caller(authority.home(), address, Caller.key("juki", 3600));

        assertThatThrownBy(() -> stranger.get("/health")).isInstanceOf(IOException.class);
    }

    @Test
    void whoHasNoCertificateIsTurnedAwayInTheHandshake() throws Exception {
        var nobody = new Caller(authority.home(), address, null);

        assertThatThrownBy(() -> nobody.get("/health")).isInstanceOf(IOException.class);
    }

    @Test
    void anExpiredCertificateGetsNothing() throws Exception {
        var late = new Caller(authority.home(), address, expired);

        assertNothing(late);
    }

    @Test
    void aCertificateThatAKnownOneSignedGetsNothing() throws Exception {
        var child = new Caller(authority.home(), address, Caller.signedBy(issuer, "juki"));

        assertNothing(child);
    }

    @Test
    void anotherServerIsNotBelieved() throws Exception {
        try (var other = Authority.start()) {
            var misled = new Caller(other.home(), address, juki);

            assertThatThrownBy(() -> misled.get("/health")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void tls12IsRefused() throws Exception {
        var old = new Caller(authority.home(), address, juki, "TLSv1.2");

        assertThatThrownBy(() -> old.get("/health")).isInstanceOf(IOException.class);
    }

    @Test
    void plainHttpGetsNoAnswerOfTheLine() throws Exception {
        var uri = URI.create(address);
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream()
                    .write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).doesNotContain("\"up\"").doesNotContain("200");
        }
    }

    @Test
    void withoutAskersTheLineIsNotOpened() {
        var empty = new Home(authority.folder().resolve("empty"));

        assertThatThrownBy(() -> LineServer.properties(empty, LineSettings.of(empty)))
                .isInstanceOfSatisfying(
                        LineRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("no-askers"));
    }

    /// Turned away in the handshake or at the gate: either way no answer.
    private static void assertNothing(Caller stranger) throws Exception {
        HttpResponse<byte[]> reply;
        try {
            reply = stranger.get("/health");
        } catch (IOException turnedAway) {
            return;
        }
        assertThat(reply.statusCode()).isEqualTo(403);
        assertProblem(reply, "not-entitled");
    }

    private static void assertProblem(HttpResponse<byte[]> reply, String word) {
        assertThat(reply.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("\"type\":\"" + word + "\"");
    }

    private static void pin(CertifiedKey key) throws IOException {
        AskerBook.add(authority.home(), "juki", List.of("pension"), Caller.pem(authority.folder(), key.certificate()));
    }
}
