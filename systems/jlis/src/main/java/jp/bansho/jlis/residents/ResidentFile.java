package jp.bansho.jlis.residents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import jp.bansho.layout.Layouts;
import jp.bansho.layout.RecordCheck;
import jp.bansho.layout.RecordReader;
import jp.bansho.machine.Progress;

/// Reads a file of this desk record by record, checks each against its layout, and tells how far it got.
final class ResidentFile {

    private static final int STEP = 5000;

    private final Path path;
    private final String layout;
    private final Progress progress;

    ResidentFile(Path path, String layout, Progress progress) {
        this.path = path;
        this.layout = layout;
        this.progress = progress;
    }

    /// What is done with a record that breaks no rule of the layout.
    @FunctionalInterface
    interface Row {
        void take(RecordReader record) throws SQLException;
    }

    /// Reads all records; those that break a rule go to the findings and not to `row`.
    ///
    /// @return how many records there are
    long each(RowFindings findings, Row row) throws SQLException {
        var form = Layouts.find(layout);
        var check = new RecordCheck(form);
        try (var reader = new RecordReader(Files.newInputStream(path), form)) {
            var size = Files.size(path);
            var records = 0L;
            while (reader.next()) {
                records++;
                if (check.check(reader, findings::add)) {
                    row.take(reader);
                }
                if (records % STEP == 0) {
                    progress.at(records, reader.nextOffset(), size);
                }
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException("not readable: " + path.getFileName(), e);
        }
    }

    static int number(RecordReader record, int column) {
        var value = 0;
        for (var i = record.start(column); i < record.end(column); i++) {
            value = value * 10 + record.buffer()[i] - '0';
        }
        return value;
    }
}
