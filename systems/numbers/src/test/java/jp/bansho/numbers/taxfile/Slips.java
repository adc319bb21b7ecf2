package jp.bansho.numbers.taxfile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import jp.bansho.numbers.intake.Invented;
import jp.bansho.numbers.intake.Town;

/// Slips for tests, as Latin 1 text so that every byte is one character.
public final class Slips {

    public static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private Slips() {}

    /// A slip of somebody without a family, without its line end.
    public static String alone(Path emptyFolder, String userNumber) throws IOException {
        var slips = Files.readString(Town.make(emptyFolder, 300, 1, false).slips(), BYTES);
        return Arrays.stream(slips.split("\r\n", 0))
                .filter(line -> line.endsWith(",,,") && line.split(",", -1)[54].isEmpty())
                .findFirst()
                .map(line -> Invented.with(line, 72, userNumber))
                .orElseThrow();
    }

    /// The slip with a spouse of that user number.
    public static String withSpouse(String slip, String userNumber) {
        var line = Invented.with(Invented.with(slip, 54, shiftJis("カクウ　ハナコ")), 55, shiftJis("架空　花子"));
        return Invented.with(Invented.with(Invented.with(line, 38, "1"), 56, "00"), 73, userNumber);
    }

    /// Writes a file of these slips.
    public static Path write(Path file, String... slips) throws IOException {
        return Files.writeString(file, Invented.file(slips), BYTES);
    }

    private static String shiftJis(String text) {
        return new String(text.getBytes(Charset.forName("Shift_JIS")), BYTES);
    }
}
