package jp.bansho.numbers.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import jp.bansho.machine.DatabaseSetup;
import jp.bansho.machine.Home;
import jp.bansho.machine.NotInstalled;
import jp.bansho.testing.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a set-up must not take on.
class SetUpRefusalsTest {

    @TempDir
    Path folder;

    @Test
    void aUserNumberThatCouldBeANumberIsRefused() throws IOException {
        var file = associations("28[0-9]{10}");
        assertThatThrownBy(() -> AssociationFile.read(file))
                .isInstanceOf(NotInstalled.class)
                .hasMessageContaining("twelve digits");
        assertThat(AssociationFile.read(associations("A28[0-9]{9}"))).hasSize(1);
        assertThat(AssociationFile.read(associations("28[0-9]{8}"))).hasSize(1);
    }

    @Test
    void anAddressThatCarriesALoginIsRefusedBeforeAnythingIsMade() throws IOException {
        var file = associations("28[0-9]{8}");
        var home = new Home(folder.resolve("home"));
        var database = PostgresServer.shared().newDatabase("refusals");
        assertThatThrownBy(() -> new Installation(home)
                        .setUp(
                                new DatabaseSetup(database.url() + "?user=postgres&password=secret", "postgres", ""),
                                file))
                .isInstanceOf(NotInstalled.class)
                .hasMessageNotContaining("secret");
        assertThat(home.folder()).doesNotExist();
    }

    @Test
    void aLoginThatRowSecurityDoesNotBindIsRefused() throws SQLException {
        try (var administrator = PostgresServer.shared().newDatabase("refusals").connect()) {
            assertThatThrownBy(() -> DatabaseSetup.requireBound(administrator)).isInstanceOf(NotInstalled.class);
        }
    }

    private Path associations(String pattern) throws IOException {
        return Files.writeString(
                folder.resolve("associations.properties"), """
                28.name=兵庫県市町村職員共済組合（架空）
                28.user-number-pattern=%s
                28.own-number-pattern=K[0-9]{7}
                28.certificate-number-pattern=28[0-9]{13}
                28.payroll-number-pattern=[0-9]{8}
                """.formatted(pattern), StandardCharsets.UTF_8);
    }
}
