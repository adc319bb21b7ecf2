package jp.bansho.jlis.residents;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import jp.bansho.identifiers.Parsed;
import jp.bansho.identifiers.ResidentRecordCode;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.jlis.residents.Happening.New;
import jp.bansho.layout.CodeTable;
import jp.bansho.layout.RecordReader;
import org.jspecify.annotations.Nullable;

/// Turns records of the layout `resident-events` into events.
final class EventRows {

    private static final int LEAST_MUNICIPALITY = 1000;

    private final CodeTable codes = CodeTable.of("resident-events");
    private final RowFindings findings;

    EventRows(RowFindings findings) {
        this.findings = findings;
    }

    /// The event of a record, or null if there is a finding.
    @Nullable
    Happening read(RecordReader record) {
        var code = ResidentRecordCode.parse(record.buffer(), record.start(1), record.end(1));
        if (!(code instanceof Parsed.Valid<ResidentRecordCode>(var key))) {
            findings.add(record.line(), 1, Fault.CHECK_DIGIT);
            return null;
        }
        IndividualNumber wished = null;
        if (record.length(11) > 0) {
            var number = IndividualNumber.parse(record.buffer(), record.start(11), record.end(11));
            if (!(number instanceof Parsed.Valid<IndividualNumber>(var good))) {
                findings.add(record.line(), 11, Fault.CHECK_DIGIT);
                return null;
            }
            wished = good;
        }
        var municipality = ResidentFile.number(record, 8);
        if (record.length(8) > 0 && municipality < LEAST_MUNICIPALITY) {
            findings.add(record.line(), 8, Fault.MUNICIPALITY);
            return null;
        }
        return new Happening(
                key,
                EventKind.of(codes, record.text(2)),
                LocalDate.parse(record.text(3), DateTimeFormatter.BASIC_ISO_DATE),
                ResidentFile.number(record, 4),
                new New(
                        record.text(5),
                        record.text(6),
                        record.text(7),
                        municipality,
                        ResidentFile.number(record, 9),
                        ResidentFile.number(record, 10)),
                wished);
    }
}
