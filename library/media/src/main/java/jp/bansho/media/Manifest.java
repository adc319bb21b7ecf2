package jp.bansho.media;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The manifest 目録 of a parcel: all that stands in clear text on the medium, and what the sender signs.
///
/// @param madeAt       when it was finished, in seconds
/// @param addressee    `passphrase`, or `certificate` and the SHA-256 of the recipient's certificate
/// @param segmentBytes length of each segment but the last of a file
/// @param files        in the order in which they were written
public record Manifest(Label label, Instant madeAt, String addressee, int segmentBytes, List<PayloadFile> files) {

    private static final Pattern ADDRESSEE = Pattern.compile("passphrase|certificate [0-9a-f]{64}");

    /// Checks that all parts fit together.
    public Manifest {
        files = List.copyOf(files);
        if (!madeAt.equals(madeAt.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("made-at has a fraction of a second");
        }
        if (!ADDRESSEE.matcher(addressee).matches()) {
            throw new IllegalArgumentException("not an addressee");
        }
        Rules.count("segment bytes", segmentBytes, Rules.LEAST_SEGMENT_BYTES, Rules.MOST_SEGMENT_BYTES);
        Rules.count("files", files.size(), 1, Rules.MOST_FILES);
        var names = new HashSet<String>();
        var place = 0;
        for (var file : files) {
            if (!names.add(file.name())) {
                throw new IllegalArgumentException("two files have one name");
            }
            var last = file.segments().size() - 1;
            for (var i = 0; i <= last; i++) {
                var segment = file.segments().get(i);
                var plain = segment.plainBytes();
                if (segment.place() != ++place || (i < last ? plain != segmentBytes : plain > segmentBytes)) {
                    throw new IllegalArgumentException("a segment is not at its place or not of its length");
                }
            }
        }
        Rules.count("segments", place, 1, Rules.MOST_SEGMENTS);
        Rules.count("bytes", files.stream().mapToLong(PayloadFile::bytes).sum(), 0, Rules.LARGEST_COUNT);
    }

    Stream<Segment> segments() {
        return files.stream().flatMap(file -> file.segments().stream());
    }

    /// Length of all files together.
    public long bytes() {
        return files.stream().mapToLong(PayloadFile::bytes).sum();
    }
}
