package jp.bansho.numbers.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import jp.bansho.golden.EventsText;
import jp.bansho.golden.GoldenFile;
import jp.bansho.golden.JarsText;
import jp.bansho.golden.SchemaText;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.store.Sql;
import org.junit.jupiter.api.Test;

/// The golden files: annexes of the privacy assessment, held true by the build. `./bansho golden` rewrites them; the
/// difference is read before it is committed.
class GoldenFilesTest {

    private static final Path FOLDER = Path.of("src/test/golden");
    private static final Set<String> SCHEMAS = Set.of(
            "access",
            "audit",
            "cycle",
            "incident",
            "inspection",
            "intake",
            "job",
            "linkage",
            "media",
            "operation",
            "purge",
            "recovery",
            "retention",
            "taxfile",
            "vault");

    @Test
    void jarsAreTheOnesOnTheList() throws IOException {
        GoldenFile.compare(FOLDER.resolve("jars.txt"), JarsText.read(Path.of("target/jars.txt")));
    }

    @Test
    void schemaWithRolesGrantsAndRowRulesIsTheOneOnTheList() throws Exception {
        try (var machine = TestMachine.start();
                var administrator = machine.superuser()) {
            assertThat(Sql.rows(administrator, """
                            select nspname from pg_namespace
                             where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')
                            """)).containsExactlyInAnyOrderElementsOf(SCHEMAS);
            GoldenFile.compare(FOLDER.resolve("schema.sql"), new SchemaText(administrator, SCHEMAS).lines());
        }
    }

    @Test
    void auditEventsAndTheirFieldsAreTheOnesOnTheList() throws IOException {
        GoldenFile.compare(FOLDER.resolve("events.txt"), EventsText.lines("jp.bansho"));
    }

    @Test
    void commandsAndWhoMayRunThemAreTheOnesOnTheList() throws IOException {
        GoldenFile.compare(FOLDER.resolve("routes.txt"), RoutesText.lines());
    }
}
