package jp.bansho.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Builds the associated data a value is sealed with: a domain word, then numbers of fixed width, so that two different
/// places never look alike. Reused for many values; one thread.
public final class AssociatedData {

    private final ByteBuffer buffer;
    private final int start;

    /// A builder for one domain.
    ///
    /// @param domain what kind of value is sealed, with the version of this encoding, such as `bansho/number/1`
    /// @param parts  how many numbers follow
    public AssociatedData(String domain, int parts) {
        var word = domain.getBytes(StandardCharsets.US_ASCII);
        start = 1 + word.length;
        buffer = ByteBuffer.allocate(start + 8 * parts);
        buffer.put((byte) word.length).put(word);
    }

    /// Begins anew.
    public AssociatedData begin() {
        buffer.position(start);
        return this;
    }

    /// Adds one part, as eight bytes.
    public AssociatedData add(long part) {
        buffer.putLong(part);
        return this;
    }

    /// The bytes, valid until the next [#begin].
    ///
    /// @throws IllegalStateException unless every part is there
    public byte[] bytes() {
        if (buffer.hasRemaining()) {
            throw new IllegalStateException("associated data lacks a part");
        }
        return buffer.array();
    }
}
