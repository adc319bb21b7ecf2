package jp.bansho.jlis.inquiry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import jp.bansho.identifiers.Parsed;
import jp.bansho.identifiers.ResidentRecordCode;
import jp.bansho.jlis.inquiry.Asked.ByCode;
import jp.bansho.jlis.inquiry.Asked.ByItems;
import jp.bansho.jlis.inquiry.Asked.InError;
import jp.bansho.jlis.residents.Place;
import jp.bansho.layout.CodeMatch;
import jp.bansho.layout.CodeTable;
import jp.bansho.layout.Layout;
import jp.bansho.layout.Layouts;
import jp.bansho.layout.RecordCheck;
import jp.bansho.layout.RecordReader;
import jp.bansho.layout.Rule;
import jp.bansho.layout.Violation;
import org.jspecify.annotations.Nullable;

/// Reads a batch: every row must be a record with a number of its own, ascending, and the key of
/// the asker. What else is wrong makes that one row a request in error (要求誤り).
final class BatchReader {

    /// Rows of a batch, at most.
    static final int MOST = 5000;

    private static final int LAST_ECHOED_ALWAYS = 4;
    private static final int SHOWN = 20;

    private final Layout layout = Layouts.find("identity-inquiries");
    private final RecordCheck check = new RecordCheck(layout);
    private final CodeTable codes = CodeTable.of("identity-inquiries");
    private final CodeMatch withRemoved = codes.match(8, "with-removed");
    private final CodeMatch male = codes.match(13, "male");

    ReadBatch read(byte[] body) {
        var inquiries = new ArrayList<Inquiry>();
        var affairs = new HashSet<String>();
        var wrong = new ArrayList<Violation>();
        var last = -1L;
        try (var reader = reader(body)) {
            while (reader.next()) {
                if (reader.line() > MOST) {
                    return new ReadBatch.TooMany();
                }
                var found = new ArrayList<Violation>();
                check.check(reader, found::add);
                var fatal = found.stream()
                        .filter(each -> each.column() <= LAST_ECHOED_ALWAYS)
                        .toList();
                wrong.addAll(fatal);
                if (!fatal.isEmpty()) {
                    continue;
                }
                var number = number(reader, 1);
                if (number <= last) {
                    wrong.add(new Violation(reader.line(), 1, Rule.COMBINATION));
                }
                last = number;
                affairs.add(reader.text(2));
                inquiries.add(inquiry(reader, found));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!wrong.isEmpty() || inquiries.isEmpty()) {
            return new NotUnderstood(List.copyOf(wrong.subList(0, Math.min(wrong.size(), SHOWN))));
        }
        return new ReadBatch.Understood(inquiries, affairs);
    }

    RecordReader reader(byte[] body) {
        return new RecordReader(new ByteArrayInputStream(body), layout);
    }

    private Inquiry inquiry(RecordReader record, List<Violation> found) {
        if (!found.isEmpty()) {
            return new Inquiry(new InError(), Period.NONE, false);
        }
        var period = new Period(day(record, 5), day(record, 6));
        return new Inquiry(asked(record), period, withRemoved.test(record));
    }

    private Asked asked(RecordReader record) {
        if (record.length(9) > 0) {
            return switch (ResidentRecordCode.parse(record.buffer(), record.start(9), record.end(9))) {
                case Parsed.Valid<ResidentRecordCode>(var code) -> new ByCode(code);
                case Parsed.Invalid<ResidentRecordCode> _ -> new InError();
            };
        }
        var birth = day(record, 12);
        if (birth == null) {
            return new InError();
        }
        var place = new Place(birth, male.test(record) ? 1 : 2, (int) number(record, 15));
        return new ByItems(record.text(10), record.text(11), place, record.text(14));
    }

    private static @Nullable LocalDate day(RecordReader record, int column) {
        if (record.length(column) == 0) {
            return null;
        }
        var day = (int) number(record, column);
        return LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
    }

    private static long number(RecordReader record, int column) {
        var value = 0L;
        for (var i = record.start(column); i < record.end(column); i++) {
            value = value * 10 + record.buffer()[i] - '0';
        }
        return value;
    }
}
