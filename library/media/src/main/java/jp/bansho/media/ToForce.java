package jp.bansho.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Files that are written and not yet forced to the disk. They are forced together and side by side:
/// one commit of the file system's journal takes many of them along, so that a parcel of a thousand
/// small files costs little more than one of a single file. Each stays open until then, for a disk
/// tells its errors to those who wrote.
final class ToForce implements AutoCloseable {

    private static final int MOST_FILES = 64;
    private static final long MOST_BYTES = 512L << 20;
    private static final int AT_ONCE = 8;

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
    ///
    /// @throws IOException what the disk said about the first of them that is not
    synchronized void force() throws IOException {
        if (written.size() < 2) {
            for (var channel : written) {
                channel.force(true);
            }
        } else {
            try (var threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, written.size()))) {
                var forced = new ArrayList<Future<?>>();
                for (var channel : written) {
                    forced.add(threads.submit(() -> {
                        channel.force(true);
                        return true;
                    }));
                }
                for (var one : forced) {
                    Lanes.await(one);
                }
            }
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
