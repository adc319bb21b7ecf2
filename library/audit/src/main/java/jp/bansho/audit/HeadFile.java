package jp.bansho.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/// The append-only file of signed heads: what makes a cut tail and a rewritten history visible.
///
/// It is worth as much as the place it is kept in: on another machine, on write-once media, or printed, out of
/// reach of whoever administers the database. One JSON line for each head. Safe with several processes.
public final class HeadFile {

    private final Path path;
    private final HeadKeys trusted;

    public HeadFile(Path path, HeadKeys trusted) {
        this.path = path;
        this.trusted = trusted;
    }

    /// Adds the database's head if the chain has grown since the last line, and forces it to the disk.
    ///
    /// Everything that does not fit is refused and reported, nothing is repaired.
    ///
    /// @param connection not within a transaction
    public HeadExport export(Connection connection) throws SQLException, IOException {
        if (!connection.getAutoCommit()) {
            throw new IllegalStateException("the head must be the committed one, not that of a transaction's view");
        }
        try (var file = FileChannel.open(
                        path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var _ = lock(file)) {
            // asked only now that the file is ours: another process may just have exported a newer head
            var head = AuditTrail.head(connection);
            var tail = HeadTail.of(file);
            var last = HeadLine.read(tail.line());
            if (!tail.empty()
                    && (!tail.whole()
                            || last.isEmpty()
                            || !trusted.verifies(last.get().head()))) {
                return new HeadExport.Damaged(tail.number());
            }
            if (head.isEmpty()) {
                return last.<HeadExport>map(
                                line -> new HeadExport.WentBack(0, line.head().seq()))
                        .orElseGet(HeadExport.Unchanged::new);
            }
            if (!trusted.verifies(head.get())) {
                return new HeadExport.BadSignature(head.get().seq());
            }
            if (last.isPresent()) {
                var exported = last.get().head();
                if (exported.seq() > head.get().seq()) {
                    return new HeadExport.WentBack(head.get().seq(), exported.seq());
                }
                if (!AuditTrail.holds(connection, exported)) {
                    return new HeadExport.Contradicted(exported.seq());
                }
                if (exported.seq() == head.get().seq()) {
                    return new HeadExport.Unchanged();
                }
            }
            append(file, new HeadLine(head.get(), tail.empty() ? HeadLine.NONE : HeadLine.hash(tail.line())));
            return new HeadExport.Added(head.get(), tail.number() + 1);
        }
    }

    private static void append(FileChannel file, HeadLine line) throws IOException {
        var bytes = ByteBuffer.wrap((line.write() + "\n").getBytes(StandardCharsets.UTF_8));
        var end = file.size();
        file.position(end);
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        } catch (IOException e) {
            takeBack(file, end, e);
            throw e;
        }
    }

    /// On a full disk part of a line may have been written; left there, it would look like damage for ever.
    private static void takeBack(FileChannel file, long end, IOException cause) {
        try {
            file.truncate(end);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /// Waits for other processes in the operating system, and for other threads of this one here.
    private static FileLock lock(FileChannel file) throws IOException {
        while (true) {
            try {
                return file.lock();
            } catch (OverlappingFileLockException e) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }
}
