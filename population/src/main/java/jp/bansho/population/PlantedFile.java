package jp.bansho.population;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A file of records that remembers which of its lines are not plainly good.
final class PlantedFile implements Closeable {

    private record Note(long line, int column, String fault, String outcome, String userNumber) {}

    private final RecordFile records;
    private final List<Note> notes = new ArrayList<>();

    PlantedFile(Path path, TextEncoding encoding) throws IOException {
        this.records = new RecordFile(path, encoding);
    }

    long write(String... cells) throws IOException {
        return records.write(cells);
    }

    long writeRaw(byte[] record) throws IOException {
        return records.writeRaw(record);
    }

    long lines() {
        return records.lines();
    }

    /// Remembers what should come of this line.
    void note(long line, Fault fault, String userNumber) {
        note(line, fault.column(), fault.word(), fault.outcome(), userNumber);
    }

    void note(long line, int column, String fault, String outcome, String userNumber) {
        notes.add(new Note(line, column, fault, outcome, userNumber));
    }

    /// Writes the notes to the truth, by line; `shift` is how many lines stand before this file's first.
    long tell(RecordFile truth, String fileName, long shift) throws IOException {
        notes.sort(Comparator.comparingLong(Note::line));
        for (Note note : notes) {
            truth.write(
                    fileName,
                    Long.toString(note.line() + shift),
                    Integer.toString(note.column()),
                    note.fault(),
                    note.outcome(),
                    note.userNumber());
        }
        return notes.size();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
