package jp.bansho.numbers.recovery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;
import jp.bansho.seal.KeyRing;

/// The files of the archived log: `<segment>.wal`, whole; `<segment>.<random>.part`, as far as it was flushed; and
/// `<timeline>.history.wal`. All sealed under the backup key.
final class WalFolder {

    static final String KIND = "wal 1";

    private static final String WHOLE = ".wal";
    private static final String PART = ".part";

    private WalFolder() {}

    static Path part(Path folder, String name) {
        return folder.resolve(name + "."
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()) + PART);
    }

    /// Gives a segment its name; what earlier runs had of it is not needed any more.
    static void finish(Path folder, Path part, String name) throws IOException {
        var whole = folder.resolve(name + WHOLE);
        if (Files.exists(whole)) {
            Files.delete(part);
        } else {
            SealedWriter.rename(part, whole);
        }
        for (var file : files(folder)) {
            if (file.getFileName().toString().startsWith(name + ".")
                    && file.toString().endsWith(PART)) {
                Files.delete(file);
            }
        }
    }

    static void keepHistory(Path folder, KeyRing keys, ReplicationLogin.Server server, String name, byte[] content)
            throws IOException {
        if (Files.exists(folder.resolve(name + WHOLE))) {
            return;
        }
        var part = part(folder, name);
        try (var writer =
                SealedWriter.create(part, keys, Map.of("kind", KIND, "system", server.system(), "name", name))) {
            writer.write(content, 0, content.length);
            writer.end();
        }
        finish(folder, part, name);
    }

    /// Refuses an archive that another server's log is kept in.
    static void requireServer(Path folder, KeyRing keys, String system) throws IOException {
        for (var file : files(folder)) {
            if (file.toString().endsWith(WHOLE)) {
                require(file, keys, system).close();
                return;
            }
        }
    }

    private static SealedInput require(Path file, KeyRing keys, String system) throws IOException {
        var name = file.getFileName().toString();
        var input = name.endsWith(PART) ? SealedInput.openUnfinished(file, keys) : SealedInput.open(file, keys);
        if (!system.equals(input.facts().get("system"))
                || !KIND.equals(input.facts().get("kind"))
                || !plain(name).equals(input.facts().get("name"))) {
            input.close();
            throw new RecoveryRefused(Reason.OTHER_SERVER, name);
        }
        return input;
    }

    /// What the archive holds beyond a backup's own log.
    ///
    /// @param histories  files of timelines
    /// @param segments   by number: the file to take
    record Held(List<Path> histories, SortedMap<Long, Path> segments) {}

    /// Looks for what comes after the backup.
    ///
    /// @throws RecoveryRefused if a segment is missing before the last one
    static Held after(Path folder, BackupFacts backup) throws IOException {
        var first = new Lsn(backup.end().value() - 1).segment(backup.segment()) + 1;
        var histories = new ArrayList<Path>();
        var segments = new TreeMap<Long, Path>();
        for (var file : files(folder)) {
            var name = plain(file.getFileName().toString());
            if (WalName.HISTORY.matcher(name).matches()) {
                histories.add(file);
            } else if (WalName.SEGMENT.matcher(name).matches()
                    && WalName.timeline(name) >= backup.timeline()
                    && WalName.number(name, backup.segment()) >= first) {
                segments.merge(WalName.number(name, backup.segment()), file, WalFolder::better);
            }
        }
        var expected = first;
        for (var number : segments.keySet()) {
            var file = segments.get(number);
            var finished = file != null && file.toString().endsWith(WHOLE);
            if (number != expected || (!finished && !number.equals(segments.lastKey()))) {
                throw new RecoveryRefused(
                        Reason.ARCHIVE_GAP, WalName.of(backup.timeline(), expected, backup.segment()));
            }
            expected++;
        }
        return new Held(histories, segments);
    }

    /// Whole ones before parts, newer timelines before older ones, larger parts before smaller ones.
    private static Path better(Path one, Path other) {
        var first = one.getFileName().toString();
        var second = other.getFileName().toString();
        if (first.endsWith(WHOLE) != second.endsWith(WHOLE)) {
            return first.endsWith(WHOLE) ? one : other;
        }
        if (WalName.timeline(first) != WalName.timeline(second)) {
            return WalName.timeline(first) > WalName.timeline(second) ? one : other;
        }
        return one.toFile().length() >= other.toFile().length() ? one : other;
    }

    /// Opens an archived file into the database's folder of its log; a segment is filled up to its size.
    static void unpack(Path file, KeyRing keys, BackupFacts backup, Path log) throws IOException {
        var name = plain(file.getFileName().toString());
        var target = log.resolve(name);
        if (Files.exists(target)) {
            return; // the backup brought it along
        }
        try (var input = require(file, keys, backup.system());
                var out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = new byte[1 << 16];
            var written = 0L;
            for (var length = input.read(buffer); length >= 0; length = input.read(buffer)) {
                written += Unpacking.write(out, buffer, 0, length);
            }
            if (WalName.SEGMENT.matcher(name).matches()) {
                var zeros = new byte[1 << 16];
                while (written < backup.segment()) {
                    written += Unpacking.write(out, zeros, 0, (int) Math.min(zeros.length, backup.segment() - written));
                }
            }
        }
    }

    private static String plain(String name) {
        var history = name.indexOf(".history");
        return history > 0 ? name.substring(0, history + 8) : name.substring(0, Math.max(0, name.indexOf('.')));
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new RecoveryRefused(Reason.NO_SUCH_FILE, folder.toString());
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
