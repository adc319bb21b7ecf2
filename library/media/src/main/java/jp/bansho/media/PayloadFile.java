package jp.bansho.media;

import java.util.List;

/// A file in a parcel.
///
/// @param name     plain name, never a path; it stands in the manifest alone, not on the medium
/// @param counts   as the sender counted
/// @param bytes    length
/// @param segments at least one, in order
public record PayloadFile(String name, Counts counts, long bytes, List<Segment> segments) {

    /// Checks that the segments make up the file.
    public PayloadFile {
        Rules.fileName(name);
        segments = List.copyOf(segments);
        Rules.count("segments", segments.size(), 1, Rules.MOST_SEGMENTS);
        if (segments.stream().mapToLong(Segment::plainBytes).sum() != bytes) {
            throw new IllegalArgumentException("the segments are not as long as the file");
        }
    }
}
