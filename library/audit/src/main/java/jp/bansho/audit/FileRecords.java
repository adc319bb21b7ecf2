package jp.bansho.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads an export line by line.
final class FileRecords implements Records, AutoCloseable {

    private final BufferedReader lines;
    private final Optional<SignedHead> head;
    private @Nullable String first;

    FileRecords(Path export) throws IOException {
        lines = new BufferedReader(Files.newBufferedReader(export, StandardCharsets.UTF_8), 1 << 16);
        first = lines.readLine();
        head = head(first);
        if (head.isPresent() || AuditExport.NO_HEAD.equals(first)) {
            first = null;
        }
    }

    @Override
    public Optional<SignedHead> head() {
        return head;
    }

    @Override
    public @Nullable Found next() throws IOException {
        var line = first == null ? lines.readLine() : first;
        first = null;
        return line == null ? null : Lines.record(line);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static Optional<SignedHead> head(@Nullable String line) {
        if (line == null) {
            return Optional.empty();
        }
        try {
            var in = new LineReader(line);
            var head = Lines.head(in.key(AuditExport.HEAD));
            in.key("}}").end();
            return Optional.of(head);
        } catch (LineReader.Malformed e) {
            return Optional.empty();
        }
    }
}
