package jp.bansho.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/// One person's share of a backup key: text to be printed or kept on a medium. Fewer shares than the threshold say
/// nothing about the key.
///
/// Lines: `bansho-key-share 1`, `set <16 hex digits>`, `share <i> of <n>`, `needed <m>`, `value <64 hex digits>`,
/// `check <16 hex digits>`: the first half of a SHA-256 over the lines above it, against mistyping.
///
/// @param set    which backup it belongs to
/// @param number 1..n
/// @param of     how many shares there are
/// @param needed how many open the backup
/// @param value  32 bytes; secret
@SuppressWarnings("ArrayRecordComponent")
record KeyShare(String set, int number, int of, int needed, byte[] value) {

    private static final String HEADER = "bansho-key-share 1";

    void write(Path file) throws IOException {
        var text = body();
        OwnerFiles.create(file, text + "check " + check(text) + "\n");
    }

    private String body() {
        return "%s\nset %s\nshare %d of %d\nneeded %d\nvalue %s\n"
                .formatted(HEADER, set, number, of, needed, HexFormat.of().formatHex(value));
    }

    /// @throws KeysRefused if it is missing, or not as it was written
    static KeyShare read(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            var lines = Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (lines.size() != 6 || !lines.getFirst().equals(HEADER)) {
                throw damaged(name);
            }
            var share = lines.get(2).split(" ", -1);
            var read = new KeyShare(
                    word(lines.get(1), "set "),
                    Integer.parseInt(share[1]),
                    Integer.parseInt(share[3]),
                    Integer.parseInt(word(lines.get(3), "needed ")),
                    HexFormat.of().parseHex(word(lines.get(4), "value ")));
            var written = read.body() + "check " + check(read.body()) + "\n";
            if (read.value.length != 32
                    || read.number < 1
                    || read.number > read.of
                    || !written.equals(String.join("\n", lines) + "\n")) {
                throw damaged(name);
            }
            return read;
        } catch (NoSuchFileException e) {
            throw KeysRefused.because(KeysRefused.Reason.MISSING, name);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw damaged(name);
        } catch (IOException e) {
            throw new UncheckedIOException("a share could not be read", e);
        }
    }

    private static String word(String line, String beginning) {
        if (!line.startsWith(beginning)) {
            throw new IllegalArgumentException("not the line that was expected");
        }
        return line.substring(beginning.length());
    }

    private static KeysRefused damaged(String name) {
        return KeysRefused.because(KeysRefused.Reason.SHARE_DAMAGED, name);
    }

    private static String check(String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "KeyShare[" + set + ", " + number + " of " + of + "]";
    }
}
