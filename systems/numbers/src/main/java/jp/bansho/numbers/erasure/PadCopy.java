package jp.bansho.numbers.erasure;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.machine.CopyReader;

/// All sealed pad blocks of one association in one file, as they stand after an erasure: what a backup from before
/// it needs to serve everybody else, and useless to whoever was erased (R3). The file lies beside the keys:
/// `BANSHO_HOME/pads/pads-<association>-<pad version>`, readable by its owner alone.
///
/// Format: the line `bansho-pads 1 <association> <pad version> <blocks>` in ASCII; then for each block, in the order of
/// their numbers, its number (8 bytes), its key version (2), the length of what follows (4) and the sealed bytes; then
/// the SHA-256 of everything before it (32 bytes). Integers are big-endian. The newest version of an association wins.
///
/// @param version of the pad key under which the blocks are sealed
public record PadCopy(int association, int version, List<Block> blocks) {

    private static final String MAGIC = "bansho-pads 1 ";

    /// One row of `vault.pad_block`.
    ///
    /// @param sealed bytes that only the pad key of that version opens
    @SuppressWarnings("ArrayRecordComponent")
    public record Block(long id, int keyVersion, byte[] sealed) {}

    /// The file of that association and version in a folder.
    public static Path file(Path folder, int association, int version) {
        return folder.resolve("pads-%02d-%d".formatted(association, version));
    }

    /// Reads the blocks of the association in scope.
    public static PadCopy of(Connection connection, int association, int version) throws SQLException {
        var sql = """
                copy (select id, key_version, sealed from vault.pad_block
                       where association = linkage.current_association() order by id) to stdout (format binary)
                """;
        var blocks = new ArrayList<Block>();
        try (var rows = CopyReader.from(connection, sql)) {
            while (rows.next()) {
                blocks.add(new Block(rows.getLong(), rows.getShort(), rows.getBytes()));
            }
        }
        return new PadCopy(association, version, List.copyOf(blocks));
    }

    /// Writes the file: afterwards it is whole and on the disk, or the old one is still there.
    public void write(Path folder) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(folder, owner);
        var target = file(folder, association, version);
        var next = target.resolveSibling(target.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var digest = sha256();
        try (var out = new DataOutputStream(
                new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(next)), digest))) {
            out.write((MAGIC + association + " " + version + " " + blocks.size() + "\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (var block : blocks) {
                out.writeLong(block.id());
                out.writeShort(block.keyVersion());
                out.writeInt(block.sealed().length);
                out.write(block.sealed());
            }
            out.write(digest.digest());
        }
        force(next);
        Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder);
    }

    /// Reads a file.
    ///
    /// @throws IOException if it is not whole
    public static PadCopy read(Path file) throws IOException {
        var digest = sha256();
        try (var in = new DataInputStream(
                new DigestInputStream(new BufferedInputStream(Files.newInputStream(file)), digest))) {
            var title = new StringBuilder();
            for (var next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0 || title.length() > 100) {
                    throw damaged();
                }
                title.append((char) next);
            }
            var facts = title.toString().split(" ", -1);
            if (!title.toString().startsWith(MAGIC) || facts.length != 5) {
                throw damaged();
            }
            var blocks = new ArrayList<Block>();
            for (var left = Integer.parseInt(facts[4]); left > 0; left--) {
                var id = in.readLong();
                var version = in.readShort();
                var length = in.readInt();
                if (length < 0 || length > 1 << 16) {
                    throw damaged();
                }
                blocks.add(new Block(id, version, in.readNBytes(length)));
            }
            var expected = digest.digest();
            if (!MessageDigest.isEqual(expected, in.readNBytes(expected.length)) || in.read() >= 0) {
                throw damaged();
            }
            return new PadCopy(Integer.parseInt(facts[2]), Integer.parseInt(facts[3]), List.copyOf(blocks));
        } catch (NumberFormatException e) {
            throw damaged();
        }
    }

    private static IOException damaged() {
        return new IOException("a copy of the pads is not whole");
    }

    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
