package jp.bansho.identifiers;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// A slice of a byte array seen as text without a copy; a byte above 127 shows as a character that nothing
/// accepts.
public final class AsciiView implements CharSequence {

    private final byte[] bytes;
    private final int from;
    private final int to;

    /// The bytes from `from` (inclusive) to `to` (exclusive).
    public AsciiView(byte[] bytes, int from, int to) {
        Objects.checkFromToIndex(from, to, bytes.length);
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public char charAt(int index) {
        return (char) (bytes[from + Objects.checkIndex(index, to - from)] & 0xff);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        Objects.checkFromToIndex(start, end, to - from);
        return new AsciiView(bytes, from + start, from + end);
    }

    @Override
    public String toString() {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
