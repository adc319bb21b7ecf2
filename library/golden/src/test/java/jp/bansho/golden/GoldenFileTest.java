package jp.bansho.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenFileTest {

    @TempDir
    Path folder;

    @Test
    void rewrittenFileIsTheOneComparedWith() throws IOException {
        var file = folder.resolve("new").resolve("list.txt");
        GoldenFile.compare(file, List.of("番所", "b"), true);
        GoldenFile.compare(file, List.of("番所", "b"), false);
        assertThat(file).hasContent("番所\nb\n");
    }

    @Test
    void newLineLostLineAndOtherOrderAreEachFound() throws IOException {
        var file = folder.resolve("list.txt");
        GoldenFile.compare(file, List.of("a", "b"), true);
        different(file, List.of("a", "b", "c"), "lines that are new");
        different(file, List.of("a"), "lines that are gone");
        different(file, List.of("b", "a"), "list.txt");
        different(file, List.of("a", "b", "b"), "list.txt");
        assertThat(file).hasContent("a\nb\n");
    }

    @Test
    void missingFileIsNoFileOfNoLines() {
        different(folder.resolve("none.txt"), List.of(), "./bansho golden writes it");
    }

    private static void different(Path file, List<String> now, String said) {
        assertThatThrownBy(() -> GoldenFile.compare(file, now, false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(said);
    }
}
