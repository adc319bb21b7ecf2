package jp.bansho.numbers.recovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;

/// Takes PostgreSQL's tar archive in pieces of any size and hands out its entries. Knows what PostgreSQL writes:
/// files and folders with names up to 99 bytes; a link would be a tablespace and is refused.
final class TarPieces {

    private static final int BLOCK = 512;

    private final Entries entries;
    private final byte[] header = new byte[BLOCK];
    private int inHeader;
    private long left;
    private int padding;
    private boolean inFile;
    private boolean ended;

    TarPieces(Entries entries) {
        this.entries = entries;
    }

    /// Takes the entries; a name is relative, without dots.
    interface Entries {
        void folder(String name) throws IOException;

        void file(String name, long size) throws IOException;

        void bytes(byte[] from, int offset, int length) throws IOException;

        void end() throws IOException;
    }

    void take(byte[] from, int offset, int length) throws IOException {
        var at = offset;
        var until = offset + length;
        while (at < until) {
            if (left > 0) {
                var step = (int) Math.min(left, until - at);
                entries.bytes(from, at, step);
                left -= step;
                at += step;
            } else if (inFile && padding > 0) {
                var step = Math.min(padding, until - at);
                padding -= step;
                at += step;
            } else {
                var step = Math.min(BLOCK - inHeader, until - at);
                System.arraycopy(from, at, header, inHeader, step);
                inHeader += step;
                at += step;
                if (inHeader == BLOCK) {
                    inHeader = 0;
                    begin();
                }
            }
            if (inFile && left == 0 && padding == 0) {
                inFile = false;
                entries.end();
            }
        }
    }

    /// Refuses an archive that ends in the middle of an entry.
    void finish() {
        if (inFile || inHeader > 0) {
            throw damaged("end");
        }
    }

    private void begin() throws IOException {
        if (header[0] == 0) {
            ended = true;
            return;
        }
        var name = text(0, 100);
        if (ended || name.startsWith("/") || ("/" + name + "/").contains("/../") || header[345] != 0) {
            throw damaged("name");
        }
        switch (header[156]) {
            case '5' -> entries.folder(name);
            case '0', 0 -> {
                left = number(124, 12);
                padding = (int) ((BLOCK - left % BLOCK) % BLOCK);
                inFile = true;
                entries.file(name, left);
            }
            case '2' -> throw new RecoveryRefused(Reason.TABLESPACE, "");
            default -> throw damaged("kind");
        }
    }

    private String text(int at, int most) {
        var end = at;
        while (end < at + most && header[end] != 0) {
            end++;
        }
        return new String(header, at, end - at, StandardCharsets.UTF_8);
    }

    /// Octal digits, or eight binary bytes for what is too large for them.
    private long number(int at, int most) {
        var value = 0L;
        if ((header[at] & 0x80) != 0) {
            for (var i = at + most - 8; i < at + most; i++) {
                value = value << 8 | (header[i] & 0xff);
            }
        } else {
            for (var i = at; i < at + most && header[i] >= '0' && header[i] <= '7'; i++) {
                value = value << 3 | (header[i] - '0');
            }
        }
        if (value < 0) {
            throw damaged("size");
        }
        return value;
    }

    private static RecoveryRefused damaged(String where) {
        return new RecoveryRefused(Reason.DAMAGED, "tar: " + where);
    }
}
