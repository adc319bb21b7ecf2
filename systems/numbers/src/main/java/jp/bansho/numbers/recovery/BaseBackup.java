package jp.bansho.numbers.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import jp.bansho.machine.Home;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;

/// Takes one backup into a sealed file: the home folder's files, then everything PostgreSQL's `BASE_BACKUP` sends,
/// piece by piece. Keys are not among it: not the key ring, not the key-encryption key, not the terminals' key.
final class BaseBackup {

    private static final String COMMAND = "BASE_BACKUP (LABEL 'bansho', CHECKPOINT 'fast', WAL, WAIT false, "
            + "MANIFEST 'yes', MANIFEST_CHECKSUMS 'SHA256')";
    private static final List<String> FILES = List.of("audit/heads.jsonl", "audit/public-key.pem");
    private static final List<String> FOLDERS = List.of("pads", "certificates");

    private final Home home;
    private final Clock clock;
    private final LongConsumer progress;
    private boolean manifest;
    private long bytes;

    BaseBackup(Home home, Clock clock, LongConsumer progress) {
        this.home = home;
        this.clock = clock;
        this.progress = progress;
    }

    /// What the header says of the server.
    static Map<String, String> header(Connection replication) throws SQLException {
        var server = ReplicationLogin.identify(replication);
        var header = new TreeMap<String, String>();
        header.put("kind", BackupFacts.KIND);
        header.put("system", server.system());
        header.put("version", ReplicationLogin.show(replication, "server_version"));
        header.put("segment", Long.toString(segment(replication)));
        return header;
    }

    static long segment(Connection replication) throws SQLException {
        var shown = ReplicationLogin.show(replication, "wal_segment_size");
        var unit = shown.endsWith("GB") ? 30 : shown.endsWith("MB") ? 20 : 0;
        return Long.parseLong(shown.replaceAll("[A-Z]", "")) << unit;
    }

    void take(Connection replication, SealedWriter to) throws SQLException {
        try {
            for (var file : homeFiles()) {
                homeFile(file, to);
            }
            var rows = new ServerStream(replication).run(COMMAND, (piece, length) -> piece(piece, length, to));
            // first row: where it starts and on which timeline; last row: where it ends
            var lastWord = new TreeMap<String, String>();
            lastWord.put("start", rows.getFirst().get(0));
            lastWord.put("timeline", rows.getFirst().get(1));
            lastWord.put("end", rows.getLast().get(0));
            lastWord.put(
                    "ended-at", clock.instant().truncatedTo(ChronoUnit.MICROS).toString());
            write(() -> Parts.write(to, lastWord));
        } catch (SQLException e) {
            throw new RecoveryRefused(Reason.SERVER_FAILED, "SQLSTATE " + e.getSQLState());
        } catch (IOException e) {
            throw new RecoveryRefused(Reason.SERVER_FAILED, e.getClass().getSimpleName());
        }
    }

    private void piece(byte[] piece, int length, SealedWriter to) {
        switch (piece[0]) {
            case 'n' -> {
                if (!new String(piece, 1, length - 1, StandardCharsets.UTF_8).startsWith("base.tar\0")) {
                    throw new RecoveryRefused(Reason.TABLESPACE, "");
                }
            }
            case 'm' -> manifest = true;
            case 'd' -> {
                write(() -> Parts.write(to, manifest ? 'm' : 'd', piece, 1, length - 1));
                bytes += length;
                progress.accept(bytes);
            }
            default -> {
                // progress of the server
            }
        }
    }

    private List<Path> homeFiles() throws IOException {
        try (var top = Files.list(home.folder())) {
            var settings = top.filter(file -> file.toString().endsWith(".properties"));
            var named = FILES.stream().map(home.folder()::resolve);
            var inFolders = FOLDERS.stream().map(home.folder()::resolve).flatMap(BaseBackup::under);
            return Stream.of(settings, named, inFolders)
                    .flatMap(files -> files)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> under(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (var files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void homeFile(Path file, SealedWriter to) throws IOException {
        var name = home.folder().relativize(file).toString().getBytes(StandardCharsets.UTF_8);
        write(() -> Parts.write(to, 'f', name, 0, name.length));
        try (var in = Files.newInputStream(file)) {
            var piece = new byte[1 << 16];
            for (var length = in.read(piece); length > 0; length = in.read(piece)) {
                var read = length;
                write(() -> Parts.write(to, 'b', piece, 0, read));
            }
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    /// Tells a full disk from a broken connection.
    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new RecoveryRefused(Reason.NO_ROOM, e.getClass().getSimpleName());
        }
    }
}
