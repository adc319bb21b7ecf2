package jp.bansho.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/// Files that are written and not yet forced to the disk. They are forced together: the first takes most of the others
/// along, so that a parcel of a thousand small files costs little more than one of a single file. Each stays open until
/// then, for a disk tells its errors to those who wrote.
final class ToForce implements AutoCloseable {

    private static final int MOST_FILES = 64;
    private static final long MOST_BYTES = 512L << 20;

    private final List<FileChannel> written = new ArrayList<>();
    private long bytes;

    /// Takes over a file that will not be written to any more.
    synchronized void add(FileChannel channel) throws IOException {
        written.add(channel);
        bytes += channel.position();
        if (written.size() >= MOST_FILES || bytes >= MOST_BYTES) {
            force();
        }
    }

    /// Returns when all of them are on the disk.
    synchronized void force() throws IOException {
        for (var channel : written) {
            channel.force(true);
        }
        close();
    }

    @Override
    public synchronized void close() throws IOException {
        for (var channel : written) {
            channel.close();
        }
        written.clear();
        bytes = 0;
    }
}
