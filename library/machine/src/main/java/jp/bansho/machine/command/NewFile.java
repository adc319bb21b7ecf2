package jp.bansho.machine.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// A paper as two files of its owner alone: the text that counts, and the page for print. What is there with the same
/// text stays; anything else of that name is never overwritten.
final class NewFile {

    private NewFile() {}

    /// Writes both; gives the file of the text.
    static Path write(Path folder, String name, String text, byte[] pdf) throws IOException {
        var file = folder.resolve(name + ".txt");
        write(file, text.getBytes(StandardCharsets.UTF_8));
        var page = folder.resolve(name + ".pdf");
        if (!Files.exists(page)) {
            write(page, pdf);
        }
        return file;
    }

    private static void write(Path file, byte[] content) throws IOException {
        if (Files.exists(file) && java.util.Arrays.equals(Files.readAllBytes(file), content)) {
            return;
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, content, StandardOpenOption.TRUNCATE_EXISTING);
    }
}
