package jp.bansho.media;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// One file on its way into a parcel, segment by segment.
final class PayloadOutput extends OutputStream {

    private final ParcelWriter writer;
    private final byte[] buffer;
    private final int segmentBytes;
    private final List<Segment> segments = new ArrayList<>();
    private int filled;
    private long bytes;
    private boolean closed;

    /// @param buffer with room for a segment and its tag
    PayloadOutput(ParcelWriter writer, byte[] buffer, int segmentBytes) {
        this.writer = writer;
        this.buffer = buffer;
        this.segmentBytes = segmentBytes;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, from.length);
        if (closed) {
            throw new IllegalStateException("the file is ended");
        }
        var at = offset;
        while (at < offset + length) {
            if (filled == segmentBytes) {
                seal();
            }
            var count = Math.min(segmentBytes - filled, offset + length - at);
            System.arraycopy(from, at, buffer, filled, count);
            filled += count;
            at += count;
        }
    }

    /// What was written; nothing can be added afterwards.
    PayloadFile end(String name, Counts counts) {
        closed = true;
        if (filled > 0 || segments.isEmpty()) {
            seal();
        }
        return new PayloadFile(name, counts, bytes, segments);
    }

    private void seal() {
        segments.add(writer.seal(buffer, filled));
        bytes += filled;
        filled = 0;
    }
}
