package jp.bansho.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A text file that says what the build is expected to produce. `./bansho golden` rewrites it; the difference is read
/// before it is committed.
public final class GoldenFile {

    private GoldenFile() {}

    /// Demands that the file holds these lines; with the system property `bansho.golden` at `rewrite`, writes them.
    ///
    /// @param now the lines as they are today
    /// @throws AssertionError naming first the new lines, then those that are gone
    public static void compare(Path file, List<String> now) throws IOException {
        compare(file, now, System.getProperty("bansho.golden", "compare").equals("rewrite"));
    }

    static void compare(Path file, List<String> now, boolean rewrite) throws IOException {
        if (rewrite) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, now);
            return;
        }
        var name = String.valueOf(file.getFileName());
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
