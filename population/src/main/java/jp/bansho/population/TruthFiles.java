package jp.bansho.population;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder `truth`: what must be held and what must be written once everything has been taken in. UTF-8, LF, one
/// header line.
final class TruthFiles implements Closeable {

    static final String[] PEOPLE = {
        "association", "user number", "kind", "number", "own number", "certificate", "basic pension", "payroll"
    };
    static final String[] SLIPS = {"line", "number1", "number2", "number3", "number4", "missing"};
    static final String[] FAULTS = {"file", "line", "column", "fault", "expected-outcome", "user number"};

    /// Something that knows the truth about a file and returns how many rows it told.
    interface Teller {
        long tell(RecordFile truth) throws IOException;
    }

    private final RecordFile people;
    private final RecordFile slips;
    private final RecordFile faults;
    private long told;

    TruthFiles(Path out) throws IOException {
        Files.createDirectories(out.resolve("truth"));
        people = open(out, "people.csv", PEOPLE);
        slips = open(out, "slips.csv", SLIPS);
        faults = open(out, "faults.csv", FAULTS);
    }

    /// A file in the folder `truth`, which exists, with its header line.
    static RecordFile open(Path out, String name, String[] header) throws IOException {
        RecordFile file = new RecordFile(out.resolve("truth").resolve(name), new Utf8(), "\n");
        file.write(header);
        return file;
    }

    void person(String... cells) throws IOException {
        people.write(cells);
    }

    /// The four numbers as the tax file carries them (`0` and 12 digits); missing: `1` where somebody is named without
    /// a number.
    void slip(long line, String[] numbers, boolean[] named) throws IOException {
        String[] cells = new String[SLIPS.length];
        StringBuilder missing = new StringBuilder(numbers.length);
        cells[0] = Long.toString(line);
        for (int place = 0; place < numbers.length; place++) {
            boolean empty = numbers[place].isEmpty();
            cells[place + 1] = empty ? "" : "0" + numbers[place];
            missing.append(empty && named[place] ? '1' : '0');
        }
        cells[cells.length - 1] = missing.toString();
        slips.write(cells);
    }

    void tell(Teller teller) throws IOException {
        told += teller.tell(faults);
    }

    long told() {
        return told;
    }

    @Override
    public void close() throws IOException {
        people.close();
        slips.close();
        faults.close();
    }
}
