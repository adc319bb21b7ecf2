package jp.bansho.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The head file as read: the genuine heads, and the lines that are not genuine or do not follow the line
/// before.
///
/// @param badLines counted from 1
record HeadLines(List<SignedHead> genuine, List<Long> badLines) {

    static HeadLines read(Path file, HeadKeys trusted) throws IOException {
        var genuine = new ArrayList<SignedHead>();
        var bad = new ArrayList<Long>();
        var previous = HeadLine.NONE;
        long seq = 0;
        long number = 0;
        try (var lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                var line = HeadLine.read(text);
                boolean signed = line.isPresent() && trusted.verifies(line.get().head());
                if (!signed
                        || !line.get().previous().equals(previous)
                        || line.get().head().seq() <= seq) {
                    bad.add(number);
                }
                if (signed) {
                    genuine.add(line.get().head());
                    seq = line.get().head().seq();
                }
                previous = HeadLine.hash(text);
            }
        }
        return new HeadLines(genuine, bad);
    }

    /// The last record that a genuine line covers, 0 if there is none.
    long last() {
        return genuine.stream().mapToLong(SignedHead::seq).max().orElse(0);
    }

    /// The `seq` of a record that says "this head was exported"; 0 for any other record.
    static long exportedBy(Found.Recorded record) {
        if (!record.envelope.event().equals(HeadExported.EVENT) || record.details == null) {
            return 0;
        }
        try {
            var in = new LineReader(record.details);
            long seq = in.key("{\"seq\":").number();
            in.key("}").end();
            return seq;
        } catch (LineReader.Malformed e) {
            return 0;
        }
    }
}
