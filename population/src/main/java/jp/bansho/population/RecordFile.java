package jp.bansho.population;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of records under construction: cells joined by commas, never quoted, each record ended by CR LF unless told
/// otherwise.
final class RecordFile implements Closeable {

    private final OutputStream out;
    private final TextEncoding encoding;
    private final String lineEnd;
    private final StringBuilder text = new StringBuilder(512);
    private byte[] bytes = new byte[4096];
    private long lines;

    RecordFile(Path path, TextEncoding encoding) throws IOException {
        this(path, encoding, "\r\n");
    }

    RecordFile(Path path, TextEncoding encoding, String lineEnd) throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 17);
        this.encoding = encoding;
        this.lineEnd = lineEnd;
    }

    /// Writes one record and returns its line, from 1.
    long write(String... cells) throws IOException {
        text.setLength(0);
        for (int column = 0; column < cells.length; column++) {
            if (column > 0) {
                text.append(',');
            }
            text.append(cells[column]);
        }
        text.append(lineEnd);
        if (bytes.length < text.length() * 4) {
            bytes = new byte[text.length() * 4];
        }
        out.write(bytes, 0, encoding.put(text, bytes, 0));
        return ++lines;
    }

    /// Writes a record as it is, its line end included, and returns its line.
    long writeRaw(byte[] record) throws IOException {
        out.write(record);
        return ++lines;
    }

    long lines() {
        return lines;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
