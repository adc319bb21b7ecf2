package jp.bansho.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// How a restored database stands to the heads that were exported: how many records are gone, and whether what is there
/// is the same chain.
///
/// @param database  the last record in the database
/// @param exported  the last record whose genuine head was exported
/// @param sameChain whether the newest exported head that the database reaches fits its record
public record HeadGap(long database, long exported, boolean sameChain) {

    /// So many records were there once and are not there now, at least.
    public long lost() {
        return Math.max(0, exported - database);
    }

    /// Compares; changes nothing.
    ///
    /// @param headFile need not be there
    public static HeadGap between(Connection connection, Path headFile, HeadKeys trusted)
            throws SQLException, IOException {
        var database = AuditTrail.head(connection).map(SignedHead::seq).orElse(0L);
        @Nullable SignedHead reached = null;
        var exported = 0L;
        if (Files.exists(headFile)) {
            try (var lines = Files.newBufferedReader(headFile, StandardCharsets.ISO_8859_1)) {
                for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                    var line = HeadLine.read(text);
                    if (line.isPresent() && line.get().head().seq() > exported) {
                        var head = line.get().head();
                        exported = head.seq();
                        reached = head.seq() <= database ? head : reached;
                    }
                }
            }
        }
        var same = reached == null || (trusted.verifies(reached) && AuditTrail.holds(connection, reached));
        return new HeadGap(database, exported, same);
    }

    /// Goes on with the heads the database still reaches; the file as it was is kept as evidence.
    ///
    /// @param aside where the whole file is kept; must not be there
    public static void setAside(Path headFile, Path aside, long last) throws IOException {
        var next = headFile.resolveSibling(headFile.getFileName() + ".next");
        Files.deleteIfExists(next);
        try (var lines = Files.newBufferedReader(headFile, StandardCharsets.ISO_8859_1);
                var out = FileChannel.open(next, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                var line = HeadLine.read(text);
                if (line.isEmpty() || line.get().head().seq() > last) {
                    break;
                }
                var bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.ISO_8859_1));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        Files.copy(headFile, aside);
        Files.move(next, headFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
