package jp.bansho.numbers.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.numbers.job.Cursor;
import jp.bansho.numbers.linkage.Marking;

/// Reads files as the intake desk does, without a database.
final class Reading {

    private Reading() {}

    static ResultRows results() {
        return new ResultRows(Invented.ASSOCIATION.userNumbers(), Marking.none());
    }

    static List<SourceRow> rows(RowReader reader, byte[] content) {
        try {
            var file = Files.createTempFile("rows", ".csv");
            try {
                Files.write(file, content);
                return batches(file, reader, Cursor.START, 1000).stream()
                        .flatMap(batch -> batch.rows().stream())
                        .toList();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<SourceRow> rows(RowReader reader, String... lines) {
        return rows(reader, Invented.file(lines).getBytes(StandardCharsets.UTF_8));
    }

    static SourceRow row(RowReader reader, String line) {
        return rows(reader, line).getFirst();
    }

    static List<SourceBatch> batches(Path file, RowReader reader, Cursor from, int size) throws IOException {
        try (var source = new SourceFile(new FileOnDisk(file), from, reader)) {
            var batches = new ArrayList<SourceBatch>();
            for (var batch = source.next(size); batch != null; batch = source.next(size)) {
                batches.add(batch);
            }
            return batches;
        }
    }
}
