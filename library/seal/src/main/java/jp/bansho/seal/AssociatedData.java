package jp.bansho.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Builds the associated data a value is sealed with: a domain word, then numbers of fixed width, so that two different
/// places never look alike.
public final class AssociatedData {

    private final ByteBuffer buffer;

    /// @param domain what kind of value is sealed, with the version of this encoding, such as `bansho/number/1`
    public AssociatedData(String domain) {
        var word = domain.getBytes(StandardCharsets.US_ASCII);
        buffer = ByteBuffer.allocate(1 + word.length + 8 * 8);
        buffer.put((byte) word.length).put(word);
    }

    /// Adds one part, as eight bytes.
    public AssociatedData add(long part) {
        buffer.putLong(part);
        return this;
    }

    /// The bytes so far.
    public byte[] bytes() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
