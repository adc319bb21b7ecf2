package jp.bansho.juki.inquiry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.identifiers.Parsed;
import jp.bansho.identifiers.ResidentRecordCode;
import jp.bansho.layout.Layouts;
import jp.bansho.layout.RecordCheck;
import jp.bansho.layout.RecordReader;
import jp.bansho.layout.Rule;
import jp.bansho.layout.Violation;

/// Reads a file of inquiries and cuts it into batches, all rows held against the layout (P4, J1, J2).
final class InquiryFile {

    static final String LAYOUT = "identity-inquiries";

    private static final int REQUEST = 1;
    private static final int CODE = 9;
    private static final int ENOUGH = 1000;

    private final int batchSize;
    private final List<Violation> violations = new ArrayList<>();
    private final ByteArrayOutputStream batch = new ByteArrayOutputStream();
    private int inBatch;
    private int batches;
    private long rows;
    private long lastRequest;

    InquiryFile(int batchSize) {
        this.batchSize = batchSize;
    }

    /// Takes a batch: rows with CR LF.
    @FunctionalInterface
    interface Batches {
        void take(int number, int lines, byte[] rows) throws SQLException;
    }

    /// Reads to the end; batches are handed out only as long as no rule is broken.
    void read(InputStream in, Batches to) throws IOException, SQLException {
        var layout = Layouts.find(LAYOUT);
        var check = new RecordCheck(layout);
        var reader = new RecordReader(in, layout);
        while (reader.next() && violations.size() < ENOUGH) {
            rows++;
            if (check.check(reader, violations::add) && plausible(reader) && violations.isEmpty()) {
                batch.write(reader.buffer(), reader.recordStart(), reader.recordEnd() - reader.recordStart());
                batch.write('\r');
                batch.write('\n');
                inBatch++;
                if (inBatch == batchSize) {
                    hand(to);
                }
            }
        }
        if (inBatch > 0 && violations.isEmpty()) {
            hand(to);
        }
        batch.reset();
        if (rows == 0) {
            violations.add(new Violation(1, 0, Rule.EMPTY_RECORD));
        }
    }

    private void hand(Batches to) throws SQLException {
        batches++;
        to.take(batches, inBatch, batch.toByteArray());
        batch.reset();
        inBatch = 0;
    }

    /// What the layout cannot say: request numbers ascend, and a code carries its check digit.
    private boolean plausible(RecordReader record) {
        var request = Long.parseLong(
                new String(record.buffer(), record.start(REQUEST), record.length(REQUEST), StandardCharsets.US_ASCII));
        if (request <= lastRequest) {
            violations.add(new Violation(record.line(), REQUEST, Rule.COMBINATION));
            return false;
        }
        lastRequest = request;
        if (record.length(CODE) > 0
                && ResidentRecordCode.parse(record.buffer(), record.start(CODE), record.end(CODE))
                        instanceof Parsed.Invalid<?>) {
            violations.add(new Violation(record.line(), CODE, Rule.VALUE));
            return false;
        }
        return true;
    }

    List<Violation> violations() {
        return violations;
    }

    long rows() {
        return rows;
    }

    int batches() {
        return batches;
    }
}
