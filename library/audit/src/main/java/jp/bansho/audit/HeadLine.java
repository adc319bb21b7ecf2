package jp.bansho.audit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// One line of the head file: a signed head and the SHA-256 of the line before, which makes the file a chain as
/// well.
record HeadLine(SignedHead head, String previous) {

    /// What the first line takes for the hash of the line before.
    static final String NONE = "0".repeat(2 * Encoding.HASH);

    static Optional<HeadLine> read(String line) {
        try {
            var in = new LineReader(line);
            var head = Lines.head(in);
            var previous = HexFormat.of().formatHex(in.key(",\"previous\":").hex());
            in.key("}").end();
            return Optional.of(new HeadLine(head, previous));
        } catch (LineReader.Malformed e) {
            return Optional.empty();
        }
    }

    /// The line without its line feed.
    String write() {
        var line = new StringBuilder(400);
        Lines.write(line, head);
        return line.append(",\"previous\":\"").append(previous).append("\"}").toString();
    }

    static String hash(String line) {
        return HexFormat.of().formatHex(Encoding.sha256().digest(line.getBytes(StandardCharsets.UTF_8)));
    }
}
