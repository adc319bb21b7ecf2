package jp.bansho.jlis.residents;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import jp.bansho.identifiers.Parsed;
import jp.bansho.identifiers.ResidentRecordCode;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.layout.CodeMatch;
import jp.bansho.layout.CodeTable;
import jp.bansho.layout.RecordReader;
import jp.bansho.machine.CopyRows;

/// The first filling of the register: one COPY of the residents, in the order of the file, their numbers kept aside for
/// the desk that seals them. After the first finding nothing more is sent, the rest of the file is only looked at.
final class RegisterLoad {

    private static final long EPOCH_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final int LEAST_MUNICIPALITY = 1000;

    private final CodeTable codes = CodeTable.of("residents");
    private final CodeMatch dead = codes.match(9, "dead");
    private final CodeMatch left = codes.match(9, "left");
    private final Reasons reasons = new Reasons();
    private final RowFindings findings;
    private long[] numbers = new long[1 << 16];
    private int count;
    private long deaths;
    private long leavings;

    RegisterLoad(RowFindings findings) {
        this.findings = findings;
    }

    void from(ResidentFile file, Connection connection) throws SQLException {
        try (var rows = CopyRows.into(connection, ResidentTable.COPY)) {
            file.each(findings, record -> take(record, rows));
            if (findings.count() == 0) {
                rows.end();
            }
        }
    }

    private void take(RecordReader record, CopyRows rows) throws SQLException {
        var number = IndividualNumber.parse(record.buffer(), record.start(1), record.end(1));
        var code = ResidentRecordCode.parse(record.buffer(), record.start(2), record.end(2));
        var municipality = ResidentFile.number(record, 8);
        if (!(number instanceof Parsed.Valid<IndividualNumber>(var bare))) {
            findings.add(record.line(), 1, Fault.CHECK_DIGIT);
        } else if (!(code instanceof Parsed.Valid<ResidentRecordCode>(var key))) {
            findings.add(record.line(), 2, Fault.CHECK_DIGIT);
        } else if (municipality < LEAST_MUNICIPALITY) {
            findings.add(record.line(), 8, Fault.MUNICIPALITY);
        } else if (findings.count() == 0) {
            keep(bare.inTheClear());
            put(record, rows, key.inTheClear(), municipality);
        }
    }

    private void put(RecordReader record, CopyRows rows, long code, int municipality) throws SQLException {
        var gone = dead.test(record) ? Standing.DEAD : left.test(record) ? Standing.LEFT : Standing.RESIDENT;
        deaths += gone == Standing.DEAD ? 1 : 0;
        leavings += gone == Standing.LEFT ? 1 : 0;
        var reason = ResidentFile.number(record, 10);
        rows.row(14).put((long) count).put(code).putInt(day(record, 5)).putInt(municipality);
        if (reason == 0) {
            rows.put((String) null);
        } else {
            rows.putInt(day(record, 11));
        }
        rows.putShort(ResidentFile.number(record, 6))
                .putShort(gone.stored())
                .putShort(reason)
                .putShort(reasons.effect(reason).stored())
                .putShort(ResidentFile.number(record, 12))
                .putShort(ResidentFile.number(record, 13))
                .put(bytes(record, 3))
                .put(bytes(record, 4))
                .put(bytes(record, 7));
    }

    private void keep(long number) {
        if (count == numbers.length) {
            var larger = Arrays.copyOf(numbers, count * 2);
            Arrays.fill(numbers, 0);
            numbers = larger;
        }
        numbers[count++] = number;
    }

    private static int day(RecordReader record, int column) {
        var day = ResidentFile.number(record, column);
        return (int) (LocalDate.of(day / 10_000, day / 100 % 100, day % 100).toEpochDay() - EPOCH_2000);
    }

    private static byte[] bytes(RecordReader record, int column) {
        return Arrays.copyOfRange(record.buffer(), record.start(column), record.end(column));
    }

    int count() {
        return count;
    }

    long[] numbers() {
        return numbers;
    }

    void forget() {
        Arrays.fill(numbers, 0);
    }

    Loaded loaded() {
        return new Loaded(count, deaths, leavings);
    }
}
