package jp.bansho.media;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;

/// Writes a parcel (M1, M2) with memory for two segments. Until [#finish] the folder has no manifest, so
/// whatever happens before leaves nothing that could be taken for a parcel; closing an unfinished
/// writer removes what it wrote.
public final class ParcelWriter implements AutoCloseable {

    /// Length of a segment if nothing else is said: 32 MiB.
    public static final int SEGMENT_BYTES = 32 << 20;

    private final Path folder;
    private final Label label;
    private final CertifiedKey sender;
    private final Addressee addressee;
    private final InstantSource clock;
    private final int segmentBytes;
    private final Lanes lanes;
    private final List<PayloadFile> files = new ArrayList<>();
    private State state = State.OPEN;

    private enum State {
        OPEN,
        BROKEN,
        FINISHED,
        CLOSED
    }

    /// Where a file's content comes from.
    @FunctionalInterface
    public interface Payload {
        /// Writes the content, and says what was counted meanwhile.
        Counts writeTo(OutputStream out) throws IOException;
    }

    private ParcelWriter(
            Path folder, Label label, CertifiedKey sender, Addressee addressee, InstantSource clock, int segmentBytes) {
        this.folder = folder;
        this.label = label;
        this.sender = sender;
        this.addressee = addressee;
        this.clock = clock;
        this.segmentBytes =
                (int) Rules.count("segment bytes", segmentBytes, Rules.LEAST_SEGMENT_BYTES, Rules.MOST_SEGMENT_BYTES);
        this.lanes = new Lanes(folder, addressee, this.segmentBytes);
    }

    /// Begins a parcel with segments of 32 MiB.
    ///
    /// @param folder of the new parcel; its parent must exist, it must not
    /// @param sender signs the manifest
    /// @throws ParcelRefused if a certificate is not good for its part, or the folder cannot be made
    public static ParcelWriter begin(
            Path folder, Label label, CertifiedKey sender, Addressee addressee, InstantSource clock) {
        return begin(folder, label, sender, addressee, clock, SEGMENT_BYTES);
    }

    /// Begins a parcel with segments of that length, 16 bytes to 64 MiB.
    public static ParcelWriter begin(
            Path folder, Label label, CertifiedKey sender, Addressee addressee, InstantSource clock, int segmentBytes) {
        var now = clock.instant();
        if (!Certificates.maySign(sender.certificate()) || !Certificates.inTime(sender.certificate(), now)) {
            throw new ParcelRefused(Reason.SENDER_UNSUITED);
        }
        if (addressee instanceof Addressee.Holder(var certificate)
                && (!Certificates.mayReceive(certificate) || !Certificates.inTime(certificate, now))) {
            throw new ParcelRefused(Reason.RECIPIENT_UNSUITED);
        }
        if (LocalDate.ofInstant(now, ParcelReader.JAPAN).isAfter(label.useBy())) {
            throw new ParcelRefused(Reason.EXPIRED);
        }
        var writer = new ParcelWriter(folder, label, sender, addressee, clock, segmentBytes);
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            throw new ParcelRefused(Reason.DESTINATION_TAKEN, e);
        } catch (IOException e) {
            throw writer.refused(e);
        }
        return writer;
    }

    /// Adds a file. Nothing else may be done with this writer after an exception but closing it.
    ///
    /// @param name plain name for the recipient; it stands in the manifest only
    /// @throws IOException as the payload throws it
    public void add(String name, Payload payload) throws IOException {
        require(State.OPEN);
        Rules.fileName(name);
        if (files.size() == Rules.MOST_FILES
                || files.stream().anyMatch(file -> file.name().equals(name))) {
            throw new IllegalArgumentException("the name was used before, or the parcel has too many files");
        }
        state = State.BROKEN;
        var out = new PayloadOutput(this, segmentBytes);
        var counts = payload.writeTo(out);
        files.add(out.end(name, counts));
        state = State.OPEN;
    }

    /// Signs the manifest and puts it into the folder: from this moment it is a parcel.
    public Delivered finish() {
        require(State.OPEN);
        state = State.BROKEN;
        var madeAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var manifest = new Manifest(label, madeAt, KeyWrap.named(addressee), segmentBytes, files);
        var text = ManifestText.write(manifest);
        var signed = SignedManifest.sign(text, sender, madeAt);
        believed(signed, text);
        var unfinished = folder.resolve(ParcelFiles.UNFINISHED_MANIFEST);
        try {
            lanes.force();
            try (var channel =
                    FileChannel.open(unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                var rest = ByteBuffer.wrap(signed);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            forceFolder();
            Files.move(unfinished, folder.resolve(ParcelFiles.MANIFEST), StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
        } catch (IOException e) {
            throw refused(e);
        }
        state = State.FINISHED;
        return new Delivered(manifest, ParcelReader.hash(text));
    }

    /// Ends the writing; removes everything if it was not finished.
    @Override
    public void close() {
        endLanes();
        if (state == State.OPEN || state == State.BROKEN) {
            state = State.CLOSED;
            try {
                Files.deleteIfExists(folder.resolve(ParcelFiles.MANIFEST));
                Files.deleteIfExists(folder.resolve(ParcelFiles.UNFINISHED_MANIFEST));
                for (var place = lanes.places(); place > 0; place--) {
                    Files.deleteIfExists(folder.resolve(ParcelFiles.segment(place)));
                }
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("an unfinished parcel cannot be removed", e);
            }
        }
    }

    /// Waits until there is a buffer to fill.
    byte[] buffer() {
        try {
            lanes.free();
            return lanes.buffer();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /// Begins to seal what is in the buffer.
    Future<Segment> seal(int length) {
        return lanes.seal(length);
    }

    /// A segment that was begun, once it is written.
    Segment sealed(Future<Segment> underWay) {
        try {
            return Lanes.await(underWay);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private void endLanes() {
        try {
            lanes.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a segment cannot be closed", e);
        }
    }

    /// A key that does not belong to its certificate is found here and not by the recipient.
    private void believed(byte[] signed, String text) {
        var self = new TrustedSender(label.from(), sender.certificate(), Set.of(label.purpose()));
        try {
            if (SignedManifest.verify(signed, new TrustedSenders(List.of(self)), clock.instant())
                    .text()
                    .equals(text)) {
                return;
            }
        } catch (ParcelRefused e) {
            throw new ParcelRefused(Reason.SENDER_UNSUITED, e);
        }
        throw new ParcelRefused(Reason.SENDER_UNSUITED);
    }

    private void forceFolder() throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private ParcelRefused refused(IOException e) {
        return new ParcelRefused(Room.isMissing(folder, segmentBytes, e) ? Reason.DISC_FULL : Reason.CANNOT_WRITE, e);
    }

    private void require(State wanted) {
        if (state != wanted) {
            throw new IllegalStateException("the parcel is " + state);
        }
    }
}
