package jp.bansho.numbers.recovery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;

/// Holds every file of PostgreSQL's archive against PostgreSQL's own manifest: none missing, none more, each with its
/// SHA-256; and the write-ahead log without a gap from the backup's beginning to its end.
final class ManifestCheck implements TarPieces.Entries {

    private static final int MOST = 256 << 20;
    private static final String LOG = "pg_wal/";
    private static final Pattern FILE = Pattern.compile(
            "\\{ \"(Path|Encoded-Path)\": \"([^\"]*)\", \"Size\": (\\d+),.*\"Checksum\": \"([0-9a-f]{64})\" }");
    private static final Pattern RANGE = Pattern.compile(
            "\\{ \"Timeline\": (\\d+), \"Start-LSN\": \"([0-9A-F/]+)\", \"End-LSN\": \"([0-9A-F/]+)\" }");
    private static final Pattern CHECKSUM = Pattern.compile("\"Manifest-Checksum\": \"([0-9a-f]{64})\"}");

    private record Seen(long size, String hash) {}

    private final Map<String, Seen> seen = new HashMap<>();
    private final ByteArrayOutputStream manifest = new ByteArrayOutputStream();
    private final MessageDigest digest = sha256();
    private String name = "";
    private long size;
    private long bytes;

    /// How many files of how many bytes were seen.
    record Counted(long files, long bytes) {}

    @Override
    public void folder(String folder) {
        // the manifest knows files alone
    }

    @Override
    public void file(String file, long length) {
        name = file;
        size = length;
        digest.reset();
    }

    @Override
    public void bytes(byte[] from, int offset, int length) {
        digest.update(from, offset, length);
        bytes += length;
    }

    @Override
    public void end() {
        if (seen.put(name, new Seen(size, HexFormat.of().formatHex(digest.digest()))) != null) {
            throw refused(name);
        }
    }

    void manifest(byte[] from, int length) {
        if (manifest.size() + length > MOST) {
            throw refused("backup_manifest");
        }
        manifest.write(from, 0, length);
    }

    /// Refuses what does not fit.
    ///
    /// @param segment size of the files of the write-ahead log
    Counted prove(long segment) {
        var text = manifest.toString(StandardCharsets.UTF_8);
        var last = text.indexOf("\"Manifest-Checksum\"");
        var checksum = CHECKSUM.matcher(text);
        if (last < 0 || !checksum.find(last)) {
            throw refused("backup_manifest");
        }
        var own = sha256().digest(text.substring(0, last).getBytes(StandardCharsets.UTF_8));
        if (!HexFormat.of().formatHex(own).equals(checksum.group(1))) {
            throw refused("backup_manifest");
        }
        var files = seen.size();
        var logs = new TreeSet<String>();
        seen.forEach((file, found) -> {
            if (isLog(file) && found.size() == segment) {
                logs.add(file.substring(LOG.length()));
            }
        });
        seen.keySet().removeIf(ManifestCheck::isLog);
        text.substring(0, last).lines().forEach(this::hold);
        if (!seen.isEmpty()) {
            throw refused(seen.keySet().stream().sorted().findFirst().orElse(""));
        }
        for (var needed : segments(text.substring(0, last), segment)) {
            if (!logs.contains(needed)) {
                throw refused(LOG + needed);
            }
        }
        return new Counted(files, bytes);
    }

    private static boolean isLog(String file) {
        return file.startsWith(LOG)
                && WalName.SEGMENT.matcher(file.substring(LOG.length())).matches();
    }

    private void hold(String line) {
        var file = FILE.matcher(line);
        if (!file.find()) {
            return;
        }
        var path = file.group(1).equals("Path")
                ? file.group(2)
                : new String(HexFormat.of().parseHex(file.group(2)), StandardCharsets.UTF_8);
        var found = seen.remove(path);
        if (found == null
                || found.size() != Long.parseLong(file.group(3))
                || !found.hash().equals(file.group(4))) {
            throw refused(path);
        }
    }

    private static List<String> segments(String text, long size) {
        var names = new ArrayList<String>();
        var range = RANGE.matcher(text);
        while (range.find()) {
            var timeline = Integer.parseInt(range.group(1));
            var end = new Lsn(Lsn.parse(range.group(3)).value() - 1).segment(size);
            for (var number = Lsn.parse(range.group(2)).segment(size); number <= end; number++) {
                names.add(WalName.of(timeline, number, size));
            }
        }
        if (names.isEmpty()) {
            throw refused("backup_manifest");
        }
        return names;
    }

    private static RecoveryRefused refused(String file) {
        return new RecoveryRefused(Reason.MANIFEST, file);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
