package jp.bansho.population;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Plays the pension benefit system that cuts the withholding slips: `withholding-source.csv`, all
/// associations in one file, numbers not yet appended (duty N6).
final class TaxDesk implements Closeable {

    /// Bytes missing at the end of a file that was cut short: fewer than the shortest record has.
    private static final int CUT_SHORT = 61;

    static final String FILE = "withholding-source.csv";

    private static final byte[][] VENDOR_TAKA = {{(byte) 0xFB, (byte) 0xFC}, {(byte) 0xEE, (byte) 0xE0}};

    private final Run run;
    private final Path path;
    private final PlantedFile file;
    private final int taxYear;
    private final Spelling spelling;
    private boolean lastIsGood;
    private String lastUserNumber = "";

    TaxDesk(Run run) throws IOException {
        this.run = run;
        this.path = run.out().resolve(FILE);
        this.file = new PlantedFile(path, run.shiftJis());
        this.taxYear = run.options().taxYear();
        this.spelling = new Spelling(run.options().seed());
    }

    /// Writes the slip of one family and returns its line.
    long take(Family family, Slip slip, long position) throws IOException {
        String[] cells = SlipRow.cells(family, taxYear, slip, spelling);
        String user = family.recipient().userNumber();
        TaxFault fault = run.taxFaults().due(position, kind -> kind != TaxFault.TRUNCATED_RECORD);
        lastIsGood = fault == null;
        lastUserNumber = user;
        if (fault == null) {
            return file.write(cells);
        }
        long line = plant(fault, cells, family.recipient());
        file.note(line, fault, user);
        return line;
    }

    private long plant(TaxFault fault, String[] cells, Person person) throws IOException {
        int name = SlipRow.NAME - 1;
        return switch (fault) {
            case VENDOR_CHARACTER ->
                file.writeRaw(Damage.withBytes(run.shiftJis(), SlipRow.NAME, vendorName(person), cells));
            case HALF_WIDTH_KANA -> {
                cells[name] = person.name().halfWidthKatakana();
                yield file.write(cells);
            }
            case COMMA_LOST -> {
                String[] fewer = Damage.without(SlipRow.NAME, cells);
                fewer[name - 1] = cells[name - 1] + cells[name];
                yield file.write(fewer);
            }
            case EXTRA_COLUMN -> file.write(Damage.withOneMore(cells));
            case LF_WITHOUT_CR -> file.writeRaw(Damage.lineFeedOnly(run.shiftJis(), cells));
            case NAME_TOO_LONG -> {
                cells[name] =
                        person.name().surname() + "ノ".repeat(30) + person.name().given();
                yield file.write(cells);
            }
            case QUOTED_FIELD -> {
                cells[name] = '"' + cells[name] + '"';
                yield file.write(cells);
            }
            case INVALID_DATE -> {
                cells[SlipRow.DAY - 2] = "02";
                cells[SlipRow.DAY - 1] = "30";
                yield file.write(cells);
            }
            case TRUNCATED_RECORD -> throw new IllegalStateException("only the last record is truncated, at the end");
        };
    }

    /// The name with a first character as vendors encode it; the JDK's own encoder would not write it.
    private byte[] vendorName(Person person) {
        byte[] taka = VENDOR_TAKA[(int) (person.index() % 2)];
        byte[] rest = run.shiftJis().bytes(person.name().unified().substring(1));
        byte[] name = new byte[taka.length + rest.length];
        System.arraycopy(taka, 0, name, 0, taka.length);
        System.arraycopy(rest, 0, name, taka.length, rest.length);
        return name;
    }

    long slips() {
        return file.lines();
    }

    long tell(RecordFile truth) throws IOException {
        return file.tell(truth, FILE, 0);
    }

    /// With faults, the file ends within its last record, as if a copy had been cut short.
    @Override
    public void close() throws IOException {
        file.close();
        if (run.options().faults() && lastIsGood) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() - CUT_SHORT);
            }
            file.note(file.lines(), TaxFault.TRUNCATED_RECORD, lastUserNumber);
        }
    }
}
