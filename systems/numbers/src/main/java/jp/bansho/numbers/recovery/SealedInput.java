package jp.bansho.numbers.recovery;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SortedMap;
import javax.crypto.Cipher;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyRing;
import org.jspecify.annotations.Nullable;

/// Reads a sealed file in constant memory. Nothing is handed out that was not proved to be what was written, and the
/// end is an end only if the writer ended there.
final class SealedInput extends InputStream {

    private final DataInputStream file;
    private final String name;
    private final SortedMap<String, String> facts;
    private final Sealing sealing;
    private final boolean whole;
    private final byte[] sealed = new byte[Sealing.SEGMENT + Sealing.TAG];
    private final byte[] clear = new byte[Sealing.SEGMENT + Sealing.TAG];
    private int at;
    private int length;
    private boolean ended;
    private long segment;
    private long consumed;

    private SealedInput(
            DataInputStream file, String name, SortedMap<String, String> facts, Sealing sealing, boolean whole) {
        this.file = file;
        this.name = name;
        this.facts = facts;
        this.sealing = sealing;
        this.whole = whole;
    }

    /// Opens a file that must be whole.
    static SealedInput open(Path file, KeyRing keys) throws IOException {
        return open(file, keys, true);
    }

    /// Opens a file whose writer may have been stopped: it ends with the last segment that is there entirely.
    static SealedInput openUnfinished(Path file, KeyRing keys) throws IOException {
        return open(file, keys, false);
    }

    private static SealedInput open(Path file, KeyRing keys, boolean whole) throws IOException {
        var name = String.valueOf(file.getFileName());
        var stream = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), Sealing.SEGMENT));
        try {
            if (!Arrays.equals(stream.readNBytes(Sealing.MAGIC.length), Sealing.MAGIC)) {
                throw new RecoveryRefused(Reason.NOT_SEALED, name);
            }
            var size = stream.readInt();
            if (size < 0 || size > Sealing.HEADER_MOST) {
                throw new RecoveryRefused(Reason.DAMAGED, name + ": header");
            }
            var header = new byte[size];
            stream.readFully(header);
            var facts = Sealing.facts(header);
            var key = keys.names().stream()
                    .filter(candidate -> candidate.written().equals(facts.get("key")))
                    .filter(candidate -> fits(keys, candidate, facts.get("key-check")))
                    .findFirst()
                    .orElseThrow(() -> new RecoveryRefused(Reason.OTHER_KEY, name));
            var salt = facts.getOrDefault("salt", "");
            if (!salt.matches("[0-9a-f]{64}")) {
                throw new RecoveryRefused(Reason.DAMAGED, name + ": header");
            }
            var sealing = new Sealing(Cipher.DECRYPT_MODE, keys.secretKey(key), header, salt);
            return new SealedInput(stream, name, facts, sealing, whole);
        } catch (EOFException e) {
            stream.close();
            throw new RecoveryRefused(Reason.CUT, name + ": header");
        } catch (IOException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    private static boolean fits(KeyRing keys, KeyName candidate, @Nullable String check) {
        return HexFormat.of().formatHex(keys.checkValue(candidate)).equals(check);
    }

    /// What the header says; proved by the first segment.
    SortedMap<String, String> facts() {
        return facts;
    }

    /// How many bytes of the file were read so far.
    long consumed() {
        return consumed;
    }

    @Override
    public int read() throws IOException {
        return filled() ? clear[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (!filled()) {
            return -1;
        }
        var step = Math.min(most, length - at);
        System.arraycopy(clear, at, into, offset, step);
        at += step;
        return step;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private boolean filled() throws IOException {
        while (at == length && !ended) {
            next();
        }
        return at < length;
    }

    private void next() throws IOException {
        var place = name + ": " + segment;
        try {
            var word = file.readInt();
            var size = word & ~Sealing.LAST;
            if (size < Sealing.TAG || size > sealed.length) {
                throw new RecoveryRefused(Reason.DAMAGED, place);
            }
            file.readFully(sealed, 0, size);
            ended = (word & Sealing.LAST) != 0;
            length = sealing.next(sealed, size, clear, ended);
            at = 0;
            segment++;
            consumed += 4L + size;
            if (ended && file.read() >= 0) {
                throw new RecoveryRefused(Reason.DAMAGED, name + ": end");
            }
        } catch (EOFException e) {
            if (whole) {
                throw new RecoveryRefused(Reason.CUT, place);
            }
            ended = true;
        } catch (GeneralSecurityException e) {
            if (whole) {
                throw new RecoveryRefused(Reason.DAMAGED, place);
            }
            ended = true; // what a power cut left of a segment that was never acknowledged
            length = 0;
            at = 0;
        }
    }
}
