package jp.bansho.numbers.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import jp.bansho.access.AccountRole;
import jp.bansho.numbers.TestMachine;
import jp.bansho.testing.Guest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Terminals with certificates of their own: without one nobody gets as far as the door, and a session stays with the
/// terminal it began on.
class ClientCertificateTest {

    private static final String PASSWORD = "changeit";

    @Test
    void aSessionBelongsToTheTerminalItBeganOn(@TempDir Path folder) throws Exception {
        var desk = terminal(folder, "desk");
        var corner = terminal(folder, "corner");
        try (var office = new Office(home -> {
            Files.writeString(home.terminal(), "client-certificates = need\nclient-trust-store = clients.p12\n");
            Files.copy(folder.resolve("clients.p12"), home.folder().resolve("clients.p12"));
        })) {
            var slip = office.hire(TestMachine.HYOGO, AccountRole.CLERK, "pension");
            var key = office.authenticator();
            try (var stranger = office.guest()) {
                assertThatThrownBy(() -> stranger.get("/login")).hasRootCauseInstanceOf(IOException.class);
            }
            try (var atTheDesk = new Guest(office.machine().origin(), desk);
                    var inTheCorner = new Guest(office.machine().origin(), corner)) {
                atTheDesk.enrol(slip.account(), slip.temporaryPassword(), key);
                atTheDesk.login(slip.account(), key);
                assertThat(atTheDesk.get("/").page()).contains("NUM-0201");
                inTheCorner.take(atTheDesk.cookie());
                assertThat(inTheCorner.get("/").page()).contains("ログインした端末と違う端末");
                assertThat(atTheDesk.get("/").page())
                        .as("the session is over everywhere")
                        .contains("NUM-0101");
            }
        }
    }

    private static KeyManager[] terminal(Path folder, String name) throws Exception {
        var store = folder.resolve(name + ".p12").toString();
        var certificate = folder.resolve(name + ".pem").toString();
        keytool("-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name, "-keystore", store);
        keytool("-exportcert", "-rfc", "-alias", name, "-file", certificate, "-keystore", store);
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                name,
                "-file",
                certificate,
                "-keystore",
                folder.resolve("clients.p12").toString());
        var keys = KeyStore.getInstance(Path.of(store).toFile(), PASSWORD.toCharArray());
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        return factory.getKeyManagers();
    }

    private static void keytool(String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
