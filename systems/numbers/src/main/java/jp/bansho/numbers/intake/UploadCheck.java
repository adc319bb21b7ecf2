package jp.bansho.numbers.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import jp.bansho.layout.Layouts;
import jp.bansho.layout.RecordCheck;
import jp.bansho.layout.RecordReader;
import jp.bansho.layout.Rule;
import jp.bansho.layout.Violation;
import jp.bansho.numbers.intake.Taken.Refused;

/// Looks through an uploaded file before a job begins: is it a dependants file at all. A wrong value in a row is the
/// job's matter and becomes a finding; a file of another shape or another character code is sent back as a whole.
final class UploadCheck {

    private static final Set<Rule> SHAPE = Set.of(
            Rule.COLUMN_COUNT,
            Rule.SEPARATOR,
            Rule.LINE_END,
            Rule.BYTE_ORDER_MARK,
            Rule.RECORD_LENGTH,
            Rule.EMPTY_RECORD,
            Rule.QUOTE);

    private UploadCheck() {}

    /// The first thing that is wrong with the file's shape.
    static Optional<Refused> look(Path file) throws IOException {
        var layout = Layouts.find(DependantRows.LAYOUT);
        var check = new RecordCheck(layout);
        var broken = new ArrayList<Violation>();
        try (var reader = new RecordReader(Files.newInputStream(file), layout)) {
            while (reader.next()) {
                if (foreign(reader)) {
                    return Optional.of(new Refused(UploadRefusal.CHARSET, reader.line(), Rule.CHARSET));
                }
                if (!check.check(reader, broken::add)) {
                    for (var violation : broken) {
                        if (SHAPE.contains(violation.rule())) {
                            return Optional.of(new Refused(UploadRefusal.LAYOUT, violation.line(), violation.rule()));
                        }
                    }
                    broken.clear();
                }
            }
        }
        return Optional.empty();
    }

    /// True if a byte is none of US-ASCII.
    private static boolean foreign(RecordReader record) {
        for (var i = record.recordStart(); i < record.recordEnd(); i++) {
            if (record.buffer()[i] <= 0) {
                return true;
            }
        }
        return false;
    }
}
