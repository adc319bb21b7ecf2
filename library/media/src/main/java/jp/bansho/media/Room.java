package jp.bansho.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Tells a full medium from a broken one.
final class Room {

    private static final List<String> WORDS =
            List.of("No space left on device", "File too large", "Disk quota exceeded");

    private Room() {}

    /// True if a failure came from a lack of room: the system says so in words, which may be in another
    /// language, or there is less left than was needed.
    static boolean isMissing(Path folder, int needed, IOException failure) {
        var message = String.valueOf(failure.getMessage());
        if (WORDS.stream().anyMatch(message::contains)) {
            return true;
        }
        try {
            var place = Files.exists(folder) ? folder : folder.toAbsolutePath().getParent();
            return place != null && Files.getFileStore(place).getUsableSpace() < needed;
        } catch (IOException e) {
            return false;
        }
    }
}
