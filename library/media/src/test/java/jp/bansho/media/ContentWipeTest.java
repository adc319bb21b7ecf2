package jp.bansho.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wiping of contents.
class ContentWipeTest {

    private final Post post = new Post();

    @TempDir
    private Path folder;

    private Path place = Path.of("");
    private String hash = "";
    private ParcelNumber number = ParcelNumber.make(Post.RANDOM);

    @BeforeEach
    void aParcelLiesThere() throws IOException {
        place = folder.resolve("parcel");
        var delivered = post.send(place, 64, Map.of("a.csv", new byte[500], "b.csv", new byte[10]));
        hash = delivered.manifestHash();
        number = delivered.manifest().label().number();
    }

    @Test
    void whatStaysIsTheNote() throws IOException {
        var segments = names().length - 1;
        assertThat(wipe()).isEqualTo(new ContentWipe.Wiped(ContentWipe.Result.WIPED, segments + 1));
        assertThat(names()).containsExactly("wiped.txt");
        assertThat(Files.readString(place.resolve("wiped.txt")))
                .isEqualTo("bansho wiped 1\nnumber: " + number + "\nmanifest: " + hash + "\n");
        assertThat(wipe()).isEqualTo(new ContentWipe.Wiped(ContentWipe.Result.WIPED, 0));
    }

    @Test
    void theBytesAreOverwrittenBeforeTheNameGoes() throws IOException {
        var segment = place.resolve("s0000001.cms");
        var before = Files.readAllBytes(segment);
        Files.createLink(folder.resolve("second-name"), segment);
        wipe();
        var after = Files.readAllBytes(folder.resolve("second-name"));
        assertThat(after).hasSameSizeAs(before);
        var same = 0;
        for (var i = 0; i < after.length; i++) {
            same += after[i] == before[i] ? 1 : 0;
        }
        assertThat(same).isLessThan(after.length / 8);
    }

    @Test
    void cutOffAnywhereItIsCompletedByTheNextOne() throws IOException {
        Files.delete(place.resolve("s0000001.cms"));
        Files.write(place.resolve("wiped.new"), new byte[3]);
        assertThat(wipe().result()).isEqualTo(ContentWipe.Result.WIPED);
        Files.write(place.resolve("manifest.cms"), new byte[40]);
        assertThat(wipe()).as("overwritten, not removed").isEqualTo(new ContentWipe.Wiped(ContentWipe.Result.WIPED, 1));
        assertThat(names()).containsExactly("wiped.txt");
    }

    @Test
    void anotherParcelOrNothingIsLeftAlone() throws IOException {
        assertThat(ContentWipe.wipe(place, number, "0".repeat(64)).result())
                .isEqualTo(ContentWipe.Result.OTHER_CONTENT);
        assertThat(ContentWipe.wipe(folder.resolve("nowhere"), number, hash).result())
                .isEqualTo(ContentWipe.Result.NOTHING_THERE);
        assertThat(post.inspect(place).manifestHash()).isEqualTo(hash);
        Files.createSymbolicLink(folder.resolve("link"), place);
        assertThat(ContentWipe.wipe(folder.resolve("link"), number, hash).result())
                .isEqualTo(ContentWipe.Result.NOTHING_THERE);
        wipe();
        assertThat(ContentWipe.wipe(place, ParcelNumber.make(Post.RANDOM), hash).result())
                .as("the note of another")
                .isEqualTo(ContentWipe.Result.NOTHING_THERE);
    }

    @Test
    void somethingElseInTheFolderStopsTheWipingBeforeItBegins() throws IOException {
        Files.createSymbolicLink(place.resolve("s9999999.cms"), folder);
        assertThat(wipe()).isEqualTo(new ContentWipe.Wiped(ContentWipe.Result.NOT_WIPED, 0));
        Files.delete(place.resolve("s9999999.cms"));
        assertThat(post.inspect(place).manifestHash()).isEqualTo(hash);
    }

    @Test
    void aReadOnlyMediumIsNamedAndUntouched() throws IOException {
        var image = folder.resolve("image.zip");
        try (var writable = FileSystems.newFileSystem(image, Map.of("create", "true"));
                var files = Files.list(place)) {
            Files.createDirectory(writable.getPath("/parcel"));
            for (var file : files.toList()) {
                Files.copy(file, writable.getPath("/parcel/" + file.getFileName()));
            }
        }
        try (var disc = FileSystems.newFileSystem(image, Map.of("accessMode", "readOnly"))) {
            var there = disc.getPath("/parcel");
            assertThat(ContentWipe.wipe(there, number, hash))
                    .isEqualTo(new ContentWipe.Wiped(ContentWipe.Result.READ_ONLY, 0));
            assertThat(Files.exists(there.resolve("s0000001.cms"))).isTrue();
        }
    }

    private ContentWipe.Wiped wipe() {
        return ContentWipe.wipe(place, number, hash);
    }

    private String[] names() throws IOException {
        try (var files = Files.list(place)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toArray(String[]::new);
        }
    }
}
