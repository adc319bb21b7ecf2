package jp.bansho.pension.golden;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import jp.bansho.golden.EventsText;
import jp.bansho.golden.GoldenFile;
import jp.bansho.golden.JarsText;
import jp.bansho.golden.SchemaText;
import jp.bansho.pension.PensionSite;
import org.junit.jupiter.api.Test;

/// The golden files: annexes of the privacy assessment, held true by the build. `./bansho golden` rewrites them; the
/// difference is read before it is committed.
class GoldenFilesTest {

    private static final Path FOLDER = Path.of("src/test/golden");
    private static final Set<String> SCHEMAS =
            Set.of("audit", "collection", "cutting", "machine", "media", "members", "payments", "slips");

    @Test
    void jarsAreTheOnesOnTheList() throws IOException {
        GoldenFile.compare(FOLDER.resolve("jars.txt"), JarsText.read(Path.of("target/jars.txt")));
    }

    @Test
    void schemaWithRolesGrantsAndRowRulesIsTheOneOnTheList() throws Exception {
        try (var machine = PensionSite.start();
                var administrator = machine.superuser()) {
            GoldenFile.compare(FOLDER.resolve("schema.sql"), new SchemaText(administrator, SCHEMAS).lines());
        }
    }

    @Test
    void auditEventsAndTheirFieldsAreTheOnesOnTheList() throws IOException {
        GoldenFile.compare(
                FOLDER.resolve("events.txt"),
                EventsText.lines("jp.bansho.pension", "jp.bansho.media", "jp.bansho.audit"));
    }
}
