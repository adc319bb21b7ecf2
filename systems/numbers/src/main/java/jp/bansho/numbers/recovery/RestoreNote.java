package jp.bansho.numbers.recovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import jp.bansho.audit.HeadGap;
import jp.bansho.machine.Home;

/// What the record of use must still hear about a restore, kept in the home folder while there is no machine to write
/// it down: a crash between the steps, or a machine that does not start, must not make a loss look like none.
///
/// @param head         the last record of the restored database
/// @param lost         how many records the operator accepted as lost, zero before that
/// @param erasedAgain  how many people were erased again by the first step
/// @param associations whose pads were replaced
record RestoreNote(long head, long lost, long erasedAgain, List<String> associations) {

    private static final RestoreNote NONE = new RestoreNote(0, 0, 0, List.of());

    RestoreNote {
        associations = List.copyOf(associations);
    }

    /// What is not on record yet.
    static RestoreNote read(Home home) throws IOException {
        var file = file(home);
        if (!Files.exists(file)) {
            return NONE;
        }
        var words = Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ", -1);
        return new RestoreNote(
                Long.parseLong(words[0]),
                Long.parseLong(words[1]),
                Long.parseLong(words[2]),
                words[3].equals("-") ? List.of() : List.of(words[3].split(",", -1)));
    }

    /// The same with the loss that was accepted.
    RestoreNote accepted(HeadGap gap) {
        return new RestoreNote(gap.database(), gap.lost(), erasedAgain, associations);
    }

    /// Writes it: afterwards it is on the disk, or the one before is still there.
    void write(Home home) throws IOException {
        var file = file(home);
        Files.createDirectories(file.getParent());
        var next = file.resolveSibling(file.getFileName() + ".next");
        var list = associations.isEmpty() ? "-" : String.join(",", associations);
        Files.writeString(
                next,
                "%d %d %d %s%n".formatted(head, lost, erasedAgain, list),
                StandardCharsets.US_ASCII,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// It is on record.
    static void forget(Home home) throws IOException {
        Files.deleteIfExists(file(home));
    }

    private static Path file(Home home) {
        return home.folder().resolve("audit").resolve("restore-not-on-record");
    }
}
