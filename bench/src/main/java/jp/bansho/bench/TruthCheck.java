package jp.bansho.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Holds a finished tax file against the source and the truth, byte by byte, with a reader of its
/// own that shares no code with the one that wrote the file.
final class TruthCheck {

    private static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");
    private static final int[] NUMBER_FIELDS = {53, 57, 61, 65};

    /// Old forms that invented surnames have, though JIS level 1 and 2 hold them, and the forms the tax office wants
    /// instead; written out here, so that the table of the product is held against something.
    private static final String[][] UNIFIED = {{"邊", "辺"}, {"齋", "斎"}, {"廣", "広"}, {"澤", "沢"}};

    private final Path source;
    private final Path target;
    private final Path truth;

    long slips;
    long numbers;
    long empty;
    long differences;

    TruthCheck(Path source, Path target, Path truth) {
        this.source = source;
        this.target = target;
        this.truth = truth;
    }

    void run() throws IOException {
        try (var before = open(source);
                var after = open(target);
                var slipsOfTruth = Files.newBufferedReader(truth.resolve("slips.csv"), StandardCharsets.US_ASCII)) {
            slipsOfTruth.readLine();
            for (var line = line(before); line != null; line = line(before)) {
                var filled = line(after);
                var expected = slipsOfTruth.readLine();
                if (filled == null || expected == null) {
                    differences++;
                    return;
                }
                slips++;
                compare(line.split(",", -1), filled.split(",", -1), expected.split(",", -1));
            }
            if (line(after) != null) {
                differences++;
            }
        }
    }

    private void compare(String[] before, String[] after, String[] expected) {
        if (after.length != 71) {
            differences++;
            return;
        }
        for (var i = 0; i < NUMBER_FIELDS.length; i++) {
            var field = NUMBER_FIELDS[i] - 1;
            before[field] = expected[i + 1];
            if (expected[i + 1].isEmpty()) {
                empty += after[field].isEmpty() ? 1 : 0;
            } else {
                numbers++;
            }
        }
        for (var field = 0; field < 71; field++) {
            differences += after[field].equals(unified(before[field])) ? 0 : 1;
        }
    }

    /// Each byte of the text is one character of the string.
    private static String unified(String field) {
        var text = new String(field.getBytes(StandardCharsets.ISO_8859_1), SHIFT_JIS);
        for (var pair : UNIFIED) {
            text = text.replace(pair[0], pair[1]);
        }
        return new String(text.getBytes(SHIFT_JIS), StandardCharsets.ISO_8859_1);
    }

    private static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), 1 << 20);
    }

    /// The next line without its CR LF, each byte as one character.
    private static @Nullable String line(InputStream in) throws IOException {
        var text = new StringBuilder(512);
        for (var b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n' && !text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
                text.setLength(text.length() - 1);
                return text.toString();
            }
            text.append((char) b);
        }
        return text.isEmpty() ? null : text.toString();
    }
}
