package jp.bansho.juki.inquiry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import jp.bansho.layout.CodeMatch;
import jp.bansho.layout.CodeTable;
import jp.bansho.layout.Layouts;
import jp.bansho.layout.RecordCheck;
import jp.bansho.layout.RecordReader;

/// Holds an answer of J-LIS against what was asked: each inquiry is answered, in order, its
/// seventeen columns given back byte for byte, with as many rows as the answer says.
final class AnswerCheck {

    private static final String RESULTS = "identity-results";
    private static final int ASKED = 17;
    private static final int RESULT = 18;

    private final RecordCheck check = new RecordCheck(Layouts.find(RESULTS));
    private final CodeMatch found = CodeTable.of(RESULTS).match(RESULT, "found");
    private final CodeMatch several = CodeTable.of(RESULTS).match(RESULT, "several-hits");

    /// What an answer holds.
    ///
    /// @param hits inquiries with exactly one hit
    record Tally(int rows, int hits) {}

    /// Counts what an answer holds.
    ///
    /// @throws LineFailed if it is not an answer to these inquiries
    Tally tally(byte[] inquiries, byte[] answer) {
        var asked = new RecordReader(new ByteArrayInputStream(inquiries), Layouts.find(InquiryFile.LAYOUT));
        var answered = new RecordReader(new ByteArrayInputStream(answer), Layouts.find(RESULTS));
        var rows = 0;
        var hits = 0;
        try {
            while (asked.next()) {
                var left = 1L;
                for (var sequence = 1L; left > 0; sequence++, left--) {
                    if (!answered.next() || !check.check(answered, _ -> {})) {
                        throw LineFailed.strange("row " + (rows + 1));
                    }
                    rows++;
                    if (!givesBack(asked, answered)) {
                        throw LineFailed.strange("row " + rows + ", columns 1-17");
                    }
                    if (several.test(answered)) {
                        left = sequence == 1 ? number(answered, 19) : left;
                        if (number(answered, 20) != sequence) {
                            throw LineFailed.strange("row " + rows + ", column 20");
                        }
                    } else if (sequence > 1) {
                        throw LineFailed.strange("row " + rows + ", column 18");
                    }
                    if (found.test(answered)) {
                        hits++;
                    }
                }
            }
            if (answered.next()) {
                throw LineFailed.strange("row " + (rows + 1));
            }
            return new Tally(rows, hits);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory are readable", e);
        }
    }

    private static boolean givesBack(RecordReader asked, RecordReader answered) {
        return Arrays.equals(
                asked.buffer(),
                asked.recordStart(),
                asked.recordEnd(),
                answered.buffer(),
                answered.recordStart(),
                answered.end(ASKED));
    }

    private static long number(RecordReader record, int column) {
        var value = 0L;
        for (var at = record.start(column); at < record.end(column); at++) {
            value = value * 10 + (record.buffer()[at] - '0');
        }
        return value;
    }
}
