package jp.bansho.numbers.taxfile;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import jp.bansho.media.Counts;
import jp.bansho.media.ParcelWriter;
import jp.bansho.numbers.taxfile.ReportBlock.Done;
import jp.bansho.numbers.taxfile.ReportBlock.Stretch;
import org.jspecify.annotations.Nullable;

/// Puts a pass into the files of a parcel: `377dat01.txt` and on, a new one before the medium would
/// be full, or one for each municipality in ascending order. A record is never cut in two. What
/// goes into the parcel is held against what the self-check read, byte for byte.
final class ReportFiles {

    private static final int MOST = 99;

    private final ReportPass pass;
    private final TaxReport report;
    private final long capacity;
    private final Written written;
    private final List<OutputFile> files = new ArrayList<>();
    private @Nullable Done block;
    private int stretch;
    private int at;
    private CRC32C crc = new CRC32C();
    private Figures figures = Figures.NONE;

    /// Takes what is kept of each block, before its bytes are gone.
    @FunctionalInterface
    interface Written {
        void block(Done done) throws IOException;
    }

    /// Files of that pass.
    ///
    /// @param capacity the most bytes of a file
    ReportFiles(ReportPass pass, TaxReport report, long capacity, Written written) {
        this.pass = pass;
        this.report = report;
        this.capacity = capacity;
        this.written = written;
    }

    List<OutputFile> files() {
        return files;
    }

    /// Writes all files. An order that breaks off has violations, and nothing of it is delivered.
    void write(ParcelWriter parcel) throws IOException {
        var group = "";
        var number = 0;
        for (var next = stretch(); next != null && pass.violationCount == 0; next = stretch()) {
            var begins = number == 0 || !next.group().equals(group);
            if (begins && number > 0 && next.group().compareTo(group) < 0) {
                throw TaxfileRefused.notSorted(line(next));
            }
            number = begins ? 1 : number + 1;
            if (number > MOST) {
                throw TaxfileRefused.tooManyFiles();
            }
            group = next.group();
            file(parcel, group, number);
        }
        if (pass.violationCount == 0 && !figures.equals(pass.figures)) {
            throw TaxfileRefused.selfCheck("summary");
        }
    }

    private void file(ParcelWriter parcel, String group, int number) throws IOException {
        var name = report.fileName(group, number);
        parcel.add(name, out -> {
            var bytes = 0L;
            var records = 0L;
            for (var next = stretch(); next != null && next.group().equals(group); next = stretch()) {
                var end = fitting(next.to(), capacity - bytes);
                if (end == at) {
                    if (bytes == 0) {
                        throw TaxfileRefused.tooManyFiles();
                    }
                    break;
                }
                records += put(out, next, end);
                bytes += end - at;
                at = end;
                if (end == next.to()) {
                    figures = figures.plus(next.figures());
                    stretch++;
                }
            }
            files.add(new OutputFile(name, group, number, records, bytes));
            return new Counts(records, records);
        });
    }

    private long put(OutputStream out, Stretch next, int end) throws IOException {
        var bytes = current().bytes().array();
        out.write(bytes, at, end - at);
        crc.update(bytes, at, end - at);
        if (at == next.from() && end == next.to()) {
            return next.records();
        }
        var records = 0L;
        for (var i = at; i < end; i++) {
            records += bytes[i] == '\n' ? 1 : 0;
        }
        return records;
    }

    /// The last end of a record up to there that is not beyond the room.
    private int fitting(int to, long room) {
        if (to - at <= room) {
            return to;
        }
        var bytes = current().bytes().array();
        for (var end = at + (int) room; end > at; end--) {
            if (bytes[end - 1] == '\n') {
                return end;
            }
        }
        return at;
    }

    /// The stretch to be written, of the next block if need be; null at the end.
    private @Nullable Stretch stretch() throws IOException {
        while (block == null || stretch == block.stretches().size()) {
            finish();
            block = pass.next();
            if (block == null) {
                return null;
            }
            stretch = 0;
            at = 0;
        }
        return block.stretches().get(stretch);
    }

    private void finish() throws IOException {
        if (block == null) {
            return;
        }
        if (crc.getValue() != block.crc()) {
            throw TaxfileRefused.selfCheck("bytes");
        }
        crc = new CRC32C();
        written.block(block);
        block.bytes().wipe();
        block = null;
    }

    private Done current() {
        if (block == null) {
            throw new IllegalStateException("there is no block");
        }
        return block;
    }

    private long line(Stretch next) {
        return pass.before(current()) + next.line();
    }
}
