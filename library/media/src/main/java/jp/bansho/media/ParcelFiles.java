package jp.bansho.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The names in a parcel's folder, and what may be in it: plain files with names of ISO 9660 that say
/// nothing.
final class ParcelFiles {

    static final String MANIFEST = "manifest.cms";
    static final String UNFINISHED_MANIFEST = "manifest.new";
    static final int MOST_MANIFEST_BYTES = 16 << 20;

    private ParcelFiles() {}

    static String segment(int place) {
        return String.format(Locale.ROOT, "s%07d.cms", place);
    }

    /// The plain files of a folder with their lengths, as far as there are at most so many.
    static Map<String, Long> list(Path folder, int most) {
        var files = new HashMap<String, Long>();
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                var facts = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (!facts.isRegularFile()) {
                    throw new ParcelRefused(Reason.STRANGE_ENTRY);
                }
                if (files.size() == most) {
                    throw new ParcelRefused(Reason.TOO_LARGE);
                }
                files.put(String.valueOf(entry.getFileName()), facts.size());
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new ParcelRefused(Reason.CANNOT_READ, e);
        }
        return files;
    }

    /// Opens for reading, and never follows a link.
    static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }
}
