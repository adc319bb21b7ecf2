package jp.bansho.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What needs a process of its own: little memory, little room, a sudden end.
class ChildTest {

    @TempDir
    private Path place;

    @Test
    void threeHundredMegabytesPassThroughAHeapOfFortyEight() throws Exception {
        assertThat(run("exec", "300")).contains("complete");
        try (var files = Files.list(place.resolve("parcel"))) {
            assertThat(files.count()).isEqualTo(39);
        }
    }

    @Test
    void aFullMediumIsRefusedByNameAndWhatWasWrittenIsRemoved() throws Exception {
        // a limit on the length of a file ends the writing as a full disc does; 512-byte blocks
        assertThat(run("ulimit -f 8000; exec", "30")).contains("write disc-full");
        assertThat(place.resolve("parcel")).doesNotExist();
    }

    @Test
    void aProcessThatEndsInTheMiddleLeavesNoParcel() throws Exception {
        run("exec", "20", "halt");
        var folder = place.resolve("parcel");
        assertThat(folder).isNotEmptyDirectory();
        Refusals.assertRefused(Reason.UNFINISHED, () -> new Post().inspect(folder));
        Refusals.assertRefused(Reason.DESTINATION_TAKEN, () -> new Post().writer(folder, 16));
    }

    private String run(String how, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "sh",
                "-c",
                how + " \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:MaxDirectMemorySize=8m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ChildMain.class.getName(),
                place.resolve("parcel").toString()));
        command.addAll(List.of(arguments));
        var output = place.resolve("output.txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
