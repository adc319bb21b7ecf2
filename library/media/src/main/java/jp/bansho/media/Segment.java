package jp.bansho.media;

import java.util.regex.Pattern;

/// One encrypted piece of a file.
///
/// @param place       in the parcel, from 1
/// @param plainBytes  length of what is in it
/// @param storedBytes length of its file
/// @param sha256      hash of its file, in hexadecimal
public record Segment(int place, int plainBytes, int storedBytes, String sha256) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /// Checks the limits.
    public Segment {
        Rules.count("segment", place, 1, Rules.MOST_SEGMENTS);
        Rules.count("plain bytes", plainBytes, 0, Rules.MOST_SEGMENT_BYTES);
        Rules.count("stored bytes", storedBytes, plainBytes, plainBytes + (long) Envelope.MOST_OVERHEAD);
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a hash");
        }
    }
}
