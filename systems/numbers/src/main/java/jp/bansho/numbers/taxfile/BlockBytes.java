package jp.bansho.numbers.taxfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// The finished bytes of a block; they hold numbers, so they are overwritten once they are in the file.
final class BlockBytes extends ByteArrayOutputStream {

    BlockBytes(int size) {
        super(Math.max(size, 32));
    }

    void moveTo(OutputStream file) throws IOException {
        file.write(buf, 0, count);
        Arrays.fill(buf, 0, count, (byte) 0);
        reset();
    }
}
