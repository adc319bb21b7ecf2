package jp.bansho.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/// Wipes the contents of a parcel from its medium (M5): each file is overwritten with random bytes,
/// forced to the medium and removed; a note `wiped.txt` stays, so that the medium itself says what
/// became of it, and so that a wiping that was cut off can be told from a wrong place. The manifest
/// goes last.
///
/// What the overwriting does not reach: flash memory writes elsewhere than it reads, and so do file
/// systems that copy on writing, keep journals of contents or snapshots. What is left there is
/// ciphertext for one recipient's key; a medium that must not come back is destroyed.
public final class ContentWipe {

    private static final Pattern OWN = Pattern.compile("s[0-9]{7}\\.cms|manifest\\.(cms|new)|wiped\\.(txt|new)");
    private static final String NOTE = "wiped.txt";
    private static final String UNFINISHED_NOTE = "wiped.new";
    private static final Pattern WORDS =
            Pattern.compile("bansho wiped 1\\nnumber: ([A-Z0-9-]{1,40})\\nmanifest: ([0-9a-f]{64})\\n");
    private static final int MOST_NOTE_BYTES = 1_000;
    private static final int PIECE = 1 << 20;

    private final Path folder;
    private final ParcelNumber number;
    private final String manifestHash;
    private final byte[] piece = new byte[PIECE];

    private ContentWipe(Path folder, ParcelNumber number, String manifestHash) {
        this.folder = folder;
        this.number = number;
        this.manifestHash = manifestHash;
        new SecureRandom().nextBytes(piece);
    }

    /// What came of it.
    public enum Result {
        /// Nothing of the parcel is left but the note.
        WIPED,
        /// No parcel, and no note of this one.
        NOTHING_THERE,
        /// Another parcel.
        OTHER_CONTENT,
        /// A medium that cannot be written; nothing was touched.
        READ_ONLY,
        /// Something is left; may be tried again.
        NOT_WIPED
    }

    /// The end of a wiping.
    ///
    /// @param files how many files of contents were wiped this time, the manifest included
    public record Wiped(Result result, int files) {}

    /// Wipes a parcel.
    ///
    /// @param folder       of the parcel
    /// @param manifestHash of the manifest that must lie there
    public static Wiped wipe(Path folder, ParcelNumber number, String manifestHash) {
        return new ContentWipe(folder, number, manifestHash).wipe();
    }

    /// What the note of a wiping names.
    public record Note(ParcelNumber number, String manifestHash) {}

    /// The note in that folder, if a wiping left one: where the machine stopped between the wiping and its record, the
    /// parcel cannot be inspected any more, and its wiping goes on by this.
    public static Optional<Note> noted(Path folder) {
        var note = folder.resolve(NOTE);
        try {
            if (!Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS) || Files.size(note) > MOST_NOTE_BYTES) {
                return Optional.empty();
            }
            var words = WORDS.matcher(Files.readString(note, StandardCharsets.US_ASCII));
            return words.matches()
                    ? Optional.of(new Note(new ParcelNumber(words.group(1)), words.group(2)))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Wiped wipe() {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return new Wiped(Result.NOTHING_THERE, 0);
        }
        var wiped = 0;
        try {
            var names = names();
            var contents = names.stream().filter(name -> name.endsWith(".cms")).toList();
            if (!contents.contains(ParcelFiles.MANIFEST)) {
                return new Wiped(contents.isEmpty() && noted() ? Result.WIPED : Result.NOTHING_THERE, 0);
            }
            // a wiping that was cut off may have left a manifest of random bytes; its note tells
            if (!noted() && !manifestHash.equals(hashThere())) {
                return new Wiped(Result.OTHER_CONTENT, 0);
            }
            if (!writable()) {
                return new Wiped(Result.READ_ONLY, 0);
            }
            for (var name : contents) {
                if (!name.equals(ParcelFiles.MANIFEST)) {
                    overwrite(folder.resolve(name));
                    wiped++;
                }
            }
            forceFolder();
            note();
            overwrite(folder.resolve(ParcelFiles.MANIFEST));
            wiped++;
            forceFolder();
            return new Wiped(names().equals(List.of(NOTE)) ? Result.WIPED : Result.NOT_WIPED, wiped);
        } catch (IOException | DirectoryIteratorException | ReadOnlyFileSystemException e) {
            return new Wiped(Result.NOT_WIPED, wiped);
        }
    }

    /// The files there; of anything else than the plain files of a parcel nothing is touched.
    private List<String> names() throws IOException {
        var names = new ArrayList<String>();
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                var name = String.valueOf(entry.getFileName());
                if (!OWN.matcher(name).matches() || !Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    throw new IOException("something else lies there");
                }
                names.add(name);
            }
        }
        names.sort(null);
        return names;
    }

    private String hashThere() throws IOException {
        var file = folder.resolve(ParcelFiles.MANIFEST);
        if (Files.size(file) > ParcelFiles.MOST_MANIFEST_BYTES) {
            return "";
        }
        try {
            var content = new CMSSignedData(Files.readAllBytes(file)).getSignedContent();
            return content != null && content.getContent() instanceof byte[] text
                    ? ParcelReader.hash(new String(text, StandardCharsets.UTF_8))
                    : "";
        } catch (CMSException e) {
            return "";
        }
    }

    private boolean writable() throws IOException {
        try {
            Files.write(folder.resolve(UNFINISHED_NOTE), new byte[0]);
            return true;
        } catch (ReadOnlyFileSystemException e) {
            return false;
        } catch (IOException e) {
            if (Files.getFileStore(folder).isReadOnly() || !Files.isWritable(folder)) {
                return false;
            }
            throw e;
        }
    }

    private void overwrite(Path file) throws IOException {
        try (var channel = FileChannel.open(file, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
            for (var left = channel.size(); left > 0; ) {
                left -= channel.write(ByteBuffer.wrap(piece, 0, (int) Math.min(piece.length, left)));
            }
            channel.force(true);
        }
        Files.delete(file);
    }

    private String words() {
        return "bansho wiped 1\nnumber: " + number + "\nmanifest: " + manifestHash + "\n";
    }

    private boolean noted() throws IOException {
        var note = folder.resolve(NOTE);
        var words = words().getBytes(StandardCharsets.US_ASCII);
        return Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS)
                && Files.size(note) == words.length
                && Arrays.equals(Files.readAllBytes(note), words);
    }

    private void note() throws IOException {
        var unfinished = folder.resolve(UNFINISHED_NOTE);
        try (var channel = FileChannel.open(
                unfinished,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING))) {
            var rest = ByteBuffer.wrap(words().getBytes(StandardCharsets.US_ASCII));
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(
                unfinished, folder.resolve(NOTE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void forceFolder() throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
