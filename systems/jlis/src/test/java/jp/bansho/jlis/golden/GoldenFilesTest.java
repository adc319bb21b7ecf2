package jp.bansho.jlis.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.bansho.jlis.Authority;
import org.junit.jupiter.api.Test;

/// The golden files: annexes of the privacy assessment, held true by the build. `./bansho golden`
/// rewrites them; the difference is read before it is committed.
class GoldenFilesTest {

    private static final Path FOLDER = Path.of("src/test/golden");

    @Test
    void jarsAreTheOnesOnTheList() throws IOException {
        compare("jars.txt", JarsText.read(Path.of("target/jars.txt")));
    }

    @Test
    void schemaWithRolesGrantsAndRowRulesIsTheOneOnTheList() throws Exception {
        try (var machine = Authority.start();
                var administrator = machine.superuser()) {
            compare("schema.sql", new SchemaText(administrator).lines());
        }
    }

    @Test
    void auditEventsAndTheirFieldsAreTheOnesOnTheList() throws IOException {
        compare("events.txt", EventsText.lines());
    }

    @Test
    void commandsAndPathsAndWhoMayUseThemAreTheOnesOnTheList() throws IOException {
        compare("routes.txt", RoutesText.lines());
    }

    private static void compare(String name, List<String> now) throws IOException {
        var file = FOLDER.resolve(name);
        if (System.getProperty("bansho.golden", "compare").equals("rewrite")) {
            Files.createDirectories(FOLDER);
            Files.write(file, now);
            return;
        }
        assertThat(file).as("./bansho golden writes it").exists();
        var golden = Files.readAllLines(file);
        assertThat(now.stream().filter(line -> !golden.contains(line)).toList())
                .as(name + ": lines that are new; ./bansho golden rewrites it")
                .isEmpty();
        assertThat(golden.stream().filter(line -> !now.contains(line)).toList())
                .as(name + ": lines that are gone; ./bansho golden rewrites it")
                .isEmpty();
        assertThat(now).as(name).isEqualTo(golden);
    }
}
