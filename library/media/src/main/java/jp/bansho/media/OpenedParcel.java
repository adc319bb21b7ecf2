package jp.bansho.media;

import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A parcel that is being read, with memory for two segments and no more. Whoever reads must not act on
/// what was read before [#complete] has said that it was all there.
public final class OpenedParcel implements AutoCloseable {

    private final InspectedParcel parcel;
    private final Unsealing unsealing;
    private final byte[] plain;
    private final Set<String> read = new HashSet<>();
    private @Nullable PayloadInput current;

    OpenedParcel(InspectedParcel parcel, Opener opener) {
        this.parcel = parcel;
        var segments = parcel.manifest().segments().toList();
        this.plain =
                new byte[segments.stream().mapToInt(Segment::plainBytes).max().orElseThrow()];
        this.unsealing = new Unsealing(
                parcel.folder(),
                opener,
                segments.stream().mapToInt(Segment::storedBytes).max().orElseThrow());
    }

    /// The manifest.
    public Manifest manifest() {
        return parcel.manifest();
    }

    /// Opens a file of the manifest. Each byte that comes out belongs to a segment that was verified as
    /// a whole. Opening another file ends the stream before.
    ///
    /// @return a stream whose methods throw [ParcelRefused]
    public InputStream stream(PayloadFile file) {
        return stream(file, 0);
    }

    /// As [#stream(PayloadFile)], from a byte of the file on: segments before it are not even read. For reading that
    /// broke off and goes on.
    ///
    /// @param offset 0 to the file's length
    public InputStream stream(PayloadFile file, long offset) {
        if (!manifest().files().contains(file)) {
            throw new IllegalArgumentException("a file of another parcel");
        }
        var stream = new PayloadInput(this, file, offset);
        current = stream;
        return stream;
    }

    /// Says that all is there: every file was read to its end, and the reader counted what the sender
    /// counted.
    ///
    /// @param counted by the reader, for each file's name
    /// @throws ParcelRefused if anything is missing or differs
    public Arrived complete(Map<String, Counts> counted) {
        var files = manifest().files();
        if (!read.equals(files.stream().map(PayloadFile::name).collect(Collectors.toSet()))) {
            throw new ParcelRefused(Reason.NOT_READ_TO_THE_END);
        }
        if (!counted.equals(files.stream().collect(Collectors.toMap(PayloadFile::name, PayloadFile::counts)))) {
            throw new ParcelRefused(Reason.COUNTS_DIFFER);
        }
        return new Arrived(manifest().label().number(), parcel.manifestHash());
    }

    /// Forgets keys and content.
    @Override
    public void close() {
        current = null;
        unsealing.close();
        Arrays.fill(plain, (byte) 0);
    }

    boolean isCurrent(PayloadInput stream) {
        return stream == current;
    }

    byte[] unsealed(Segment segment) {
        unsealing.unseal(segment, plain);
        return plain;
    }

    void read(PayloadFile file) {
        read.add(file.name());
        Arrays.fill(plain, (byte) 0);
    }
}
