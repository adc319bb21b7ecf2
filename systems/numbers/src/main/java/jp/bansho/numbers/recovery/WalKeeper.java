package jp.bansho.numbers.recovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;
import jp.bansho.seal.KeyRing;
import org.jspecify.annotations.Nullable;

/// Cuts the stream of the log into PostgreSQL's segments, one sealed file each. The file of the segment at work grows
/// under a name of its own and is readable as far as it was flushed.
final class WalKeeper implements AutoCloseable {

    private final Path folder;
    private final KeyRing keys;
    private final ReplicationLogin.Server server;
    private final long size;
    private final byte[] piece = new byte[1 << 16];
    private long position;
    private @Nullable SealedWriter writer;
    private @Nullable Path part;

    WalKeeper(Path folder, KeyRing keys, ReplicationLogin.Server server, long size, long start) {
        this.folder = folder;
        this.keys = keys;
        this.server = server;
        this.size = size;
        this.position = start;
    }

    /// How far it came.
    long position() {
        return position;
    }

    void take(ByteBuffer bytes, long from) throws IOException {
        if (from != position) {
            throw new RecoveryRefused(Reason.ARCHIVE_GAP, new Lsn(position).toString());
        }
        while (bytes.hasRemaining()) {
            var to = writer == null ? begin() : writer;
            var step = (int) Math.min(Math.min(bytes.remaining(), piece.length), size - position % size);
            bytes.get(piece, 0, step);
            to.write(piece, 0, step);
            position += step;
            if (position % size == 0) {
                end(to);
            }
        }
    }

    void flush() throws IOException {
        if (writer != null) {
            writer.flush();
        }
    }

    private SealedWriter begin() throws IOException {
        var name = WalName.of(server.timeline(), position / size, size);
        part = WalFolder.part(folder, name);
        writer = SealedWriter.create(
                part,
                keys,
                Map.of("kind", WalFolder.KIND, "system", server.system(), "name", name, "segment", "" + size));
        return writer;
    }

    private void end(SealedWriter to) throws IOException {
        to.end();
        to.close();
        writer = null;
        if (part != null) {
            WalFolder.finish(folder, part, WalName.of(server.timeline(), position / size - 1, size));
        }
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.flush();
            writer.close();
            writer = null;
        }
    }
}
