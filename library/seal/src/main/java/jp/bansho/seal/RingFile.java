package jp.bansho.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/// The text file of a key ring, read as lines.
final class RingFile {

    private RingFile() {}

    /// What tells one writing of the file from the next: every writing makes a new file.
    static Object mark(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return List.of(
                    String.valueOf(attributes.fileKey()),
                    attributes.lastModifiedTime(),
                    attributes.creationTime(),
                    attributes.size());
        } catch (NoSuchFileException e) {
            throw KeysRefused.because(KeysRefused.Reason.MISSING, String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("the key store could not be read", e);
        }
    }

    static List<String> lines(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            OwnerFiles.refuseIfOpenToOthers(file);
            var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.isEmpty() || !lines.getFirst().startsWith(KeyRing.HEADER)) {
                throw KeysRefused.damaged(name);
            }
            return lines;
        } catch (NoSuchFileException e) {
            throw KeysRefused.because(KeysRefused.Reason.MISSING, name);
        } catch (IOException e) {
            throw new UncheckedIOException("the key store could not be read", e);
        }
    }

    /// The key-encryption key that the first line names.
    static KeyEncryption keyEncryption(Path file, KeyHolder holder) {
        return holder.open(lines(file).getFirst().substring(KeyRing.HEADER.length()));
    }
}
