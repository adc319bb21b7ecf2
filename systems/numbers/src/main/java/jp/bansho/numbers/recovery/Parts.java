package jp.bansho.numbers.recovery;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;

/// What is inside a backup: the home folder's files, PostgreSQL's archive, its manifest, and a last word.
///
/// One part after the other as pieces `kind (1 byte) ‖ length (4 bytes) ‖ bytes`: `f` a file of the home by name, `b`
/// its bytes; `d` bytes of PostgreSQL's archive (tar); `m` bytes of its manifest; `s` the last word, lines
/// `name=value`.
final class Parts {

    private static final int MOST = 1 << 20;

    private Parts() {}

    /// Takes what is read, in order.
    interface Reader {
        void homeFile(String name) throws IOException;

        void homeBytes(byte[] bytes, int length) throws IOException;

        void database(byte[] bytes, int length) throws IOException;

        void manifest(byte[] bytes, int length) throws IOException;
    }

    static void write(SealedWriter to, char kind, byte[] bytes, int offset, int length) throws IOException {
        to.write(ByteBuffer.allocate(5).put((byte) kind).putInt(length).array(), 0, 5);
        to.write(bytes, offset, length);
    }

    static void write(SealedWriter to, Map<String, String> lastWord) throws IOException {
        var bytes = Sealing.header(lastWord);
        write(to, 's', bytes, 0, bytes.length);
    }

    /// Reads all.
    ///
    /// @return the last word
    static SortedMap<String, String> read(InputStream from, String name, Reader reader) throws IOException {
        var in = new DataInputStream(from);
        var buffer = new byte[1 << 16];
        while (true) {
            var kind = in.read();
            var length = kind < 0 ? -1 : in.readInt();
            if (length < 0 || length > MOST) {
                throw new RecoveryRefused(Reason.DAMAGED, name + ": parts");
            }
            if (length > buffer.length) {
                buffer = new byte[length];
            }
            in.readFully(buffer, 0, length);
            switch (kind) {
                case 'f' -> reader.homeFile(new String(buffer, 0, length, StandardCharsets.UTF_8));
                case 'b' -> reader.homeBytes(buffer, length);
                case 'd' -> reader.database(buffer, length);
                case 'm' -> reader.manifest(buffer, length);
                case 's' -> {
                    if (in.read() >= 0) {
                        throw new RecoveryRefused(Reason.DAMAGED, name + ": parts");
                    }
                    var last = new byte[length];
                    System.arraycopy(buffer, 0, last, 0, length);
                    return Sealing.facts(last);
                }
                default -> throw new RecoveryRefused(Reason.DAMAGED, name + ": parts");
            }
        }
    }
}
