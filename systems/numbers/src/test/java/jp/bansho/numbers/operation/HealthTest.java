package jp.bansho.numbers.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Organisation;
import jp.bansho.machine.Home;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.terminal.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The machine says how it is, to operators and to a watching machine, and to nobody else (S5).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthTest {

    private static final String TOKEN = "a-token-of-forty-letters-for-the-watcher";
    private static final Pattern LINE = Pattern.compile(
            "(# (HELP|TYPE) [a-z_]+ .+)|([a-z_]+(\\{(association=\"\\d{1,2}\"|part=\"[a-z-]+\"|outcome=\"\\dxx\"|le=\"[^\"]+\")})? -?[0-9.E+NaInf-]+)");

    private Office office;

    @BeforeAll
    void open() {
        office = new Office();
        office.machine().register(TestMachine.HYOGO, 0, 5);
    }

    @AfterAll
    void close() {
        office.close();
    }

    private static void token(Home home, String permissions) throws Exception {
        var hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8)));
        var file = home.folder().resolve("metrics.properties");
        Files.deleteIfExists(file);
        Files.writeString(file, "token-sha256 = " + hash + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    /// As a watching machine would: it trusts the server's own certificate.
    private HttpResponse<String> metrics(String header) throws Exception {
        var tls = office.machine().home().tls();
        var store = KeyStore.getInstance(
                tls.resolve("terminal.p12").toFile(),
                Files.readString(tls.resolve("password")).strip().toCharArray());
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("terminal"));
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        try (var client = HttpClient.newBuilder().sslContext(context).build()) {
            var request = HttpRequest.newBuilder(URI.create(office.machine().origin() + "/metrics"));
            if (!header.isEmpty()) {
                request.header("Authorization", header);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aWatchingMachineWithTheTokenGetsFiguresAndNothingAboutPeople() throws Exception {
        token(office.machine().home(), "rw-------");
        var clerk = office.present(TestMachine.HYOGO, AccountRole.CLERK, "pension");

        var reply = metrics("Bearer " + TOKEN);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain;version=0.0.4");
        assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(reply.body())
                .contains(
                        "bansho_up 1\n",
                        "bansho_index_whole{association=\"28\"} 1.0\n",
                        "bansho_index_whole{association=\"11\"} 1.0\n",
                        "bansho_part_state{part=\"database\"} 0\n",
                        "bansho_request_seconds_bucket{le=\"+Inf\"}",
                        "bansho_certificate_days",
                        "bansho_record_head_seq")
                .doesNotContain(clerk.account(), InventedFiles.userNumber(TestMachine.HYOGO, 0))
                .doesNotContain(InventedFiles.digits(TestMachine.HYOGO, 0));
        assertThat(reply.body().lines().toList())
                .allMatch(line -> LINE.matcher(line).matches());
        assertThat(reply.body()).contains("# TYPE bansho_index_whole gauge");
        assertThat(reply.body().split("# TYPE bansho_index_whole", -1)).hasSize(2);
    }

    @Test
    void withoutTheTokenOrWithAFileThatOthersMayReadThereIsNothing() throws Exception {
        token(office.machine().home(), "rw-r--r--");
        assertThat(metrics("Bearer " + TOKEN).statusCode()).isEqualTo(404);
        Files.delete(office.machine().home().folder().resolve("metrics.properties"));
        assertThat(metrics("Bearer " + TOKEN).statusCode()).isEqualTo(404);

        token(office.machine().home(), "rw-------");
        assertThat(metrics("").statusCode()).isEqualTo(401);
        assertThat(metrics("Basic " + TOKEN).statusCode()).isEqualTo(401);
        for (var guess = 0; guess < 10; guess++) {
            assertThat(metrics("Bearer " + TOKEN.replace('a', 'b') + guess).statusCode())
                    .isIn(401, 429);
        }
        assertThat(metrics("Bearer " + TOKEN).statusCode())
                .as("whoever guesses waits")
                .isEqualTo(429);
        office.clock().pass(Duration.ofMinutes(2));
        assertThat(metrics("Bearer " + TOKEN).statusCode()).isEqualTo(200);
    }

    @Test
    void theTokenIsMadeAsTheRunbookSays() throws Exception {
        var runbook = Files.readString(Path.of(System.getProperty("bansho.root"), "docs/runbooks/operation.md"));
        var line = runbook.lines()
                .filter(each -> each.startsWith("umask 077;"))
                .findFirst()
                .orElseThrow();
        var folder = office.machine().folder();
        var shell =
                new ProcessBuilder("sh", "-c", line).directory(folder.toFile()).inheritIO();
        shell.environment().put("BANSHO_HOME", office.machine().home().folder().toString());
        assertThat(shell.start().waitFor()).isZero();
        office.clock().pass(Duration.ofMinutes(20));

        assertThat(metrics("Bearer " + Files.readString(folder.resolve("token")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(metrics("Bearer " + TOKEN).statusCode()).isEqualTo(401);
    }

    @Test
    void operatorsSeeHowTheMachineRunsAndClerksDoNot() throws Exception {
        var operator = office.present(Organisation.OPERATOR, AccountRole.OPERATOR, "operation");
        assertThat(operator.guest().get("/operation").page())
                .contains("NUM-1101", "番号索引はすべての構成組合で完全です", "データベースに接続できます");
        var clerk = office.present(TestMachine.HYOGO, AccountRole.CLERK, "pension");
        assertThat(clerk.guest().look("/operation").status()).isEqualTo(403);
    }

    @Test
    void anAlarmBeginsAfterTwoLooksAndEndsAfterThreeAndBothAreOnRecord() throws Exception {
        try (var machine = TestMachine.start()) {
            var watchman = machine.part(Watchman.class);
            var limits = machine.home().folder().resolve("operation.properties");
            watchman.look();
            Files.writeString(limits, "disk-free-percent.alarm = 101\n");
            watchman.look();
            assertThat(watchman.alarms()).isEmpty();
            watchman.look();
            assertThat(watchman.alarms()).containsOnlyKeys("disk");
            watchman.look();
            Files.writeString(limits, "");
            watchman.look();
            watchman.look();
            assertThat(watchman.alarms()).containsOnlyKeys("disk");
            Files.writeString(limits, "disk-free-percent.alarm = 101\n");
            watchman.look();
            Files.writeString(limits, "");
            for (var look = 0; look < 3; look++) {
                assertThat(watchman.alarms()).containsOnlyKeys("disk");
                watchman.look();
            }
            assertThat(watchman.alarms()).isEmpty();
            try (var connection = machine.superuser();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "select string_agg(event || ' ' || details, '; ' order by seq) from audit.record where event like 'alarm-%'")) {
                row.next();
                assertThat(row.getString(1))
                        .isEqualTo("alarm-began {\"part\":\"disk\"}; alarm-ended {\"minutes\":0,\"part\":\"disk\"}");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aLostIndexIsAnAlarmOfThatAssociation() throws Exception {
        try (var machine = TestMachine.start()) {
            machine.register(TestMachine.HYOGO, 0, 2);
            try (var connection = machine.superuser();
                    var statement = connection.createStatement()) {
                statement.execute("delete from vault.index_alive where association = 28");
            }
            var index = machine.part(Watchman.class).health().stream()
                    .filter(part -> part.name().equals("index"))
                    .findFirst()
                    .orElseThrow();
            assertThat(index.state()).isEqualTo(Health.State.ALARM);
            assertThat(index.english()).contains("[28]");
            assertThat(List.of(index.japanese())).allMatch(text -> text.contains("28"));
        }
    }
}
