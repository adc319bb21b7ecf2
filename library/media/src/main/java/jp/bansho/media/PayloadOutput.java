package jp.bansho.media;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;

/// One file on its way into a parcel, segment by segment.
final class PayloadOutput extends OutputStream {

    private final ParcelWriter writer;
    private final int segmentBytes;
    private final List<Future<Segment>> segments = new ArrayList<>();
    private byte[] buffer;
    private int filled;
    private long bytes;
    private boolean closed;

    PayloadOutput(ParcelWriter writer, int segmentBytes) {
        this.writer = writer;
        this.buffer = writer.buffer();
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
                buffer = writer.buffer();
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
        return new PayloadFile(
                name, counts, bytes, segments.stream().map(writer::sealed).toList());
    }

    private void seal() {
        segments.add(writer.seal(filled));
        bytes += filled;
        filled = 0;
    }
}
