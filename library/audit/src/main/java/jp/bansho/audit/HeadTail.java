package jp.bansho.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/// The last line of the head file.
///
/// @param line   without its line feed; empty if the file is
/// @param number counted from 1; 0 if the file is empty
/// @param whole  whether the line feed is there; a line without one was torn off while it was written
record HeadTail(String line, long number, boolean whole) {

    boolean empty() {
        return number == 0;
    }

    static HeadTail of(FileChannel file) throws IOException {
        var block = ByteBuffer.allocate(1 << 16);
        var line = new StringBuilder();
        var current = new StringBuilder();
        long number = 0;
        boolean open = false;
        file.position(0);
        while (file.read(block) >= 0) {
            var text = StandardCharsets.ISO_8859_1.decode(block.flip());
            while (text.hasRemaining()) {
                char character = text.get();
                if (!open) {
                    current.setLength(0);
                    number++;
                    open = true;
                }
                if (character == '\n') {
                    line.setLength(0);
                    line.append(current);
                    open = false;
                } else {
                    current.append(character);
                }
            }
            block.clear();
        }
        return new HeadTail((open ? current : line).toString(), number, !open);
    }
}
