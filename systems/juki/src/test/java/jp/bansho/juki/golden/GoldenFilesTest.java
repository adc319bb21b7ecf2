package jp.bansho.juki.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import jp.bansho.golden.EventsText;
import jp.bansho.golden.GoldenFile;
import jp.bansho.golden.JarsText;
import jp.bansho.golden.SchemaText;
import jp.bansho.juki.command.JukiCommand;
import jp.bansho.machine.DatabaseSetup;
import jp.bansho.machine.Home;
import jp.bansho.machine.KeyCheck;
import jp.bansho.machine.MachineSetup;
import jp.bansho.testing.Database;
import jp.bansho.testing.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The golden files: annexes of the privacy assessment, held true by the build. `./bansho golden` rewrites them; the
/// difference is read before it is committed.
class GoldenFilesTest {

    private static final Path FOLDER = Path.of("src/test/golden");
    private static final Set<String> SCHEMAS = Set.of("access", "audit", "juki", "machine", "media");

    @Test
    void jarsAreTheOnesOnTheList() throws IOException {
        GoldenFile.compare(FOLDER.resolve("jars.txt"), JarsText.read(Path.of("target/jars.txt")));
    }

    @Test
    void schemaWithRolesGrantsAndRowRulesIsTheOneOnTheList(@TempDir Path folder) throws Exception {
        try (var administrator = installed(new Home(folder.resolve("home"))).connect()) {
            GoldenFile.compare(FOLDER.resolve("schema.sql"), new SchemaText(administrator, SCHEMAS).lines());
        }
    }

    @Test
    void auditEventsAndTheirFieldsAreTheOnesOnTheList() throws IOException {
        GoldenFile.compare(
                FOLDER.resolve("events.txt"),
                EventsText.lines(
                        "jp.bansho.juki",
                        "jp.bansho.access",
                        "jp.bansho.terminal",
                        "jp.bansho.media",
                        "jp.bansho.audit"));
    }

    @Test
    void commandsAndScreensWithWhatTheyAskForAreTheOnesOnTheList() throws IOException {
        GoldenFile.compare(FOLDER.resolve("routes.txt"), RoutesText.lines());
    }

    private static Database installed(Home home) throws IOException {
        var server = PostgresServer.shared();
        var database = server.newDatabase("juki");
        Files.createDirectories(
                home.folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        // the login role belongs to the whole server, so that all machines of a test run share its password
        Files.writeString(home.database(), "password = onlyfortests\n");
        synchronized (server) {
            new MachineSetup(home)
                    .all(
                            new DatabaseSetup(database.url(), database.user(), database.password()),
                            List.of(),
                            JukiCommand.DESKS,
                            new KeyCheck("machine.key_check"));
        }
        return database;
    }
}
