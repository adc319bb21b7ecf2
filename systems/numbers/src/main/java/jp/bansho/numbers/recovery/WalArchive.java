package jp.bansho.numbers.recovery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.bansho.machine.Home;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;
import jp.bansho.seal.KeyRing;
import org.postgresql.PGConnection;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;

/// Keeps the write-ahead log: streams it from the server as it is written, through a replication slot, and seals it on
/// its way, so that it lies nowhere in the clear beside the server. The server drops nothing that is not kept yet.
///
/// A server that names `bansho_wal` in `synchronous_standby_names` confirms no commit before it is on the archive's
/// disk.
public final class WalArchive {

    /// The server's mark of how far the archive has come, and the archive's name at the server.
    static final String SLOT = "bansho_wal";

    private static final int IDLE_MILLISECONDS = 10;

    private final Home home;
    private final KeyRing keys;
    private final Path folder;

    /// An archive in that folder.
    public WalArchive(Home home, KeyRing keys, Path folder) {
        this.home = home;
        this.keys = keys;
        this.folder = folder;
    }

    /// Keeps the log until it is told to stop, or the server goes away.
    ///
    /// @param ready is told once streaming has begun
    /// @throws RecoveryRefused if the archive belongs to another server, or its disk is full; the server keeps
    ///     the rest
    /// @throws SQLException    if the server went away; call again
    public void run(CountDownLatch stop, Runnable ready) throws SQLException {
        try {
            Files.createDirectories(folder);
            try (var channel = FileChannel.open(
                            folder.resolve("archive.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.tryLock()) {
                if (lock == null) {
                    throw new RecoveryRefused(Reason.ARCHIVE_RUNNING, folder.toString());
                }
                stream(stop, ready);
            }
        } catch (OverlappingFileLockException e) {
            throw new RecoveryRefused(Reason.ARCHIVE_RUNNING, folder.toString());
        } catch (IOException e) {
            throw new RecoveryRefused(Reason.NO_ROOM, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stream(CountDownLatch stop, Runnable ready) throws SQLException, IOException, InterruptedException {
        try (var connection = ReplicationLogin.open(home, SLOT)) {
            var server = ReplicationLogin.identify(connection);
            var size = BaseBackup.segment(connection);
            WalFolder.requireServer(folder, keys, server.system());
            if (server.timeline() > 1) {
                history(connection, server);
            }
            var start = slot(connection, server).segment(size) * size;
            try (var kept = new WalKeeper(folder, keys, server, size, start);
                    var stream = connection
                            .unwrap(PGConnection.class)
                            .getReplicationAPI()
                            .replicationStream()
                            .physical()
                            .withSlotName(SLOT)
                            .withStartPosition(LogSequenceNumber.valueOf(start))
                            .withStatusInterval(5, TimeUnit.SECONDS)
                            .start()) {
                ready.run();
                keep(stream, kept, stop);
            }
        }
    }

    private static void keep(PGReplicationStream stream, WalKeeper kept, CountDownLatch stop)
            throws SQLException, IOException, InterruptedException {
        var confirmed = 0L;
        var stopping = false;
        while (true) {
            var piece = stream.readPending();
            if (piece != null) {
                kept.take(piece, stream.getLastReceiveLSN().asLong() - piece.remaining());
                continue;
            }
            if (kept.position() > confirmed) {
                kept.flush();
                confirmed = kept.position();
                stream.setFlushedLSN(LogSequenceNumber.valueOf(confirmed));
                stream.forceUpdateStatus();
            }
            if (stopping) {
                return;
            }
            stopping = stop.await(IDLE_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }

    /// Where the server kept the log from, for this archive.
    private static Lsn slot(Connection connection, ReplicationLogin.Server server) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("READ_REPLICATION_SLOT " + SLOT)) {
                if (row.next() && row.getString(1) != null) {
                    return row.getString(2) == null ? server.position() : Lsn.parse(row.getString(2));
                }
            }
            statement.execute("CREATE_REPLICATION_SLOT " + SLOT + " PHYSICAL RESERVE_WAL");
            try (var row = statement.executeQuery("READ_REPLICATION_SLOT " + SLOT)) {
                row.next();
                return Lsn.parse(row.getString(2));
            }
        }
    }

    /// The file that says where this server's history left the one before.
    private void history(Connection connection, ReplicationLogin.Server server) throws SQLException, IOException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("TIMELINE_HISTORY " + server.timeline())) {
            row.next();
            WalFolder.keepHistory(folder, keys, server, row.getString(1), row.getBytes(2));
        }
    }
}
