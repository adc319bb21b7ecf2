package jp.bansho.numbers.taxfile;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;

/// Cuts a file into blocks of whole lines, so that blocks can be worked off side by side.
///
/// A line longer than a block breaks a rule anyway; its rest is dropped, so that no line can fill the memory.
final class BlockReader {

    private final InputStream in;
    private final int size;
    private byte[] rest = new byte[0];
    private final ArrayDeque<byte[]> spare = new ArrayDeque<>();
    private long offset;

    BlockReader(InputStream in, int size) {
        this.in = in;
        this.size = size;
    }

    /// Whole lines; the array may be longer.
    ///
    /// @param offset where they begin in the file
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Lines(byte[] bytes, int length, long offset) {}

    /// The next block, empty at the end of the file.
    Lines next() throws IOException {
        var block = spare.isEmpty() ? new byte[size] : spare.remove();
        System.arraycopy(rest, 0, block, 0, rest.length);
        var length = rest.length + in.readNBytes(block, rest.length, size - rest.length);
        var begins = offset;
        var end = length < size ? length : afterLastLineEnd(block, length);
        if (end == 0 && length > 0) {
            end = length;
            offset += skipLine(block, length);
        }
        rest = Arrays.copyOfRange(block, end, length);
        offset += end;
        return new Lines(block, end, begins);
    }

    /// Takes back the array of a block that was worked off; another block will lie in it.
    void giveBack(byte[] block) {
        spare.add(block);
    }

    private static int afterLastLineEnd(byte[] block, int length) {
        for (var i = length; i > 0; i--) {
            if (block[i - 1] == '\n') {
                return i;
            }
        }
        return 0;
    }

    /// Drops the rest of an endless line and ends it in the block.
    private long skipLine(byte[] block, int length) throws IOException {
        var skipped = 0L;
        block[length - 1] = '\n';
        for (var b = in.read(); b >= 0; b = in.read()) {
            skipped++;
            if (b == '\n') {
                break;
            }
        }
        return skipped;
    }
}
