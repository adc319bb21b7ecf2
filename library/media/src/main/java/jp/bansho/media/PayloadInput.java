package jp.bansho.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/// One file of a parcel, segment by segment.
final class PayloadInput extends InputStream {

    private final OpenedParcel parcel;
    private final PayloadFile file;
    private byte[] plain = new byte[0];
    private int at;
    private int end;
    private int next;
    private int skip;

    PayloadInput(OpenedParcel parcel, PayloadFile file, long offset) {
        this.parcel = parcel;
        this.file = file;
        if (offset < 0 || offset > file.bytes()) {
            throw new IllegalArgumentException("not a place in the file");
        }
        var rest = offset;
        while (next < file.segments().size()
                && rest >= file.segments().get(next).plainBytes()) {
            rest -= file.segments().get(next).plainBytes();
            next++;
        }
        skip = (int) rest;
    }

    @Override
    public int read() {
        return more() ? plain[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        Objects.checkFromIndexSize(from, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        var count = Math.min(length, end - at);
        System.arraycopy(plain, at, bytes, from, count);
        at += count;
        return count;
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
        var sum = 0L;
        while (more()) {
            out.write(plain, at, end - at);
            sum += end - at;
            at = end;
        }
        return sum;
    }

    @Override
    public int available() {
        return parcel.isCurrent(this) ? end - at : 0;
    }

    private boolean more() {
        if (!parcel.isCurrent(this)) {
            throw new IllegalStateException("the parcel is closed, or another of its files was opened");
        }
        while (at == end) {
            if (next == file.segments().size()) {
                parcel.read(file);
                return false;
            }
            var segment = file.segments().get(next);
            plain = parcel.unsealed(segment);
            next++;
            at = skip;
            skip = 0;
            end = segment.plainBytes();
        }
        return true;
    }
}
