package jp.bansho.numbers.taxfile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import jp.bansho.layout.TaxFileName;
import jp.bansho.numbers.job.JobRefused;

/// The output file: written beside its place as `….part`, readable by its owner alone, forced to
/// the disk, and moved into place at once, so that a half file never bears the real name.
final class TargetFile {

    private final Path place;
    private final Path part;

    private TargetFile(Path place) {
        this.place = place;
        this.part = place.resolveSibling(place.getFileName() + ".part");
    }

    /// The place an order names: a file called `377datNN.txt`, or a folder to put `377dat01.txt` into.
    ///
    /// @throws JobRefused if it is taken, its folder cannot be written, or its name is not one of the tax office's
    static Path place(Path wanted) {
        var place = Files.isDirectory(wanted) ? wanted.resolve(new TaxFileName("377", 1).toString()) : wanted;
        var name = String.valueOf(place.getFileName());
        if (TaxFileName.parse(name).filter(file -> file.kind().equals("377")).isEmpty()) {
            throw new JobRefused(JobRefused.Reason.TARGET_NAME, name);
        }
        if (Files.exists(place)) {
            throw new JobRefused(JobRefused.Reason.TARGET_EXISTS, name);
        }
        var whole = place.toAbsolutePath().normalize();
        if (!Files.isWritable(whole.resolveSibling("."))) {
            throw new JobRefused(JobRefused.Reason.TARGET_FOLDER, name);
        }
        return whole;
    }

    static TargetFile at(Path place) {
        return new TargetFile(place);
    }

    OutputStream open() throws IOException {
        Files.deleteIfExists(part);
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new BufferedOutputStream(Channels.newOutputStream(FileChannel.open(part, options, mine)), 1 << 16);
    }

    /// Refuses a place that was taken after the order, by anything but the very same content: that is this job's own
    /// delivery, made before it was killed.
    ///
    /// @throws JobRefused if another file is there
    void requireFree() throws IOException {
        if (Files.exists(place) && Files.mismatch(part, place) >= 0) {
            discard();
            throw new JobRefused(JobRefused.Reason.TARGET_EXISTS, String.valueOf(place.getFileName()));
        }
    }

    void force() throws IOException {
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    void deliver() throws IOException {
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        try (var folder = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    void discard() throws IOException {
        Files.deleteIfExists(part);
    }
}
