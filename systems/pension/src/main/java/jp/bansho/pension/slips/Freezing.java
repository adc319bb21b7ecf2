package jp.bansho.pension.slips;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.bansho.layout.Layout;
import jp.bansho.layout.RecordCheck;
import jp.bansho.layout.RecordReader;
import jp.bansho.layout.Violation;
import jp.bansho.pension.slips.RecordTable.Counted;
import jp.bansho.pension.slips.RecordTable.Kept;

/// Makes the records of an approval and keeps them, in the transaction of the approval: what is
/// approved is exactly this, and a load of payments afterwards changes nothing in it.
///
/// A correction of a slip is two records, the wrong one again with the mark that voids it, and the
/// right one. A report is corrected in one record; one that now goes to another municipality is
/// cancelled at the first and added at the other.
final class Freezing {

    private static final int BATCH = 5_000;
    private static final int SHOWN = 10;

    /// Columns that say the same on all records: what is wrong there is wrong everywhere.
    private static final int LAST_OF_PAYER = 11;

    private static final int CORPORATE_NUMBER = 51;

    private final Connection connection;
    private final SlipOrder order;
    private final Layout layout;
    private final SlipFields fields;
    private final Counted counted;
    private final RecordCheck check;
    private final Map<RecipientKey, Kept> wrong = new HashMap<>();
    private final List<Kept> batch = new ArrayList<>(BATCH);
    private final Map<String, Long> places = new TreeMap<>();
    private long violations;
    private long blocking;
    private long cut;
    private Sums fresh = Sums.NONE;
    private Sums all = Sums.NONE;

    Freezing(Connection connection, SlipOrder order, Layout layout, Payer payer, Counted counted) {
        this.connection = connection;
        this.order = order;
        this.layout = layout;
        this.fields = new SlipFields(layout, payer);
        this.counted = counted;
        this.check = new RecordCheck(layout);
    }

    /// Keeps all records of the order under that number.
    ///
    /// @return what they come to
    /// @throws SlipsRefused if there is nothing, if the list does not fit, or if what all records share is wrong
    Sums freeze(long number) throws SQLException, IOException {
        cut = number;
        var wanted = order.wanted();
        var corrects = order.corrects();
        var replaces = order.replaces();
        if (replaces != null && !SlipTable.replaceable(connection, order, replaces)) {
            throw SlipsRefused.notReplaceable();
        }
        if (wanted != null && corrects != null) {
            takeBack(corrects, wanted);
        } else if (wanted != null) {
            if (!SlipTable.yearIsCut(connection, order)) {
                throw SlipsRefused.yearFirst();
            }
            refuseIf(RecordTable.cutBefore(connection, order, wanted), SlipsRefused::cutBefore);
        }
        YearTable.each(connection, order, this::take);
        if (corrects == null && wanted != null) {
            refuseIf(wanted.keys().size() - fresh.records(), SlipsRefused::notPaid);
        }
        for (var gone : wrong.values()) {
            takeBack(gone);
        }
        keep();
        if (all.records() == 0) {
            throw SlipsRefused.nothing();
        }
        refuseIf(blocking, many -> SlipsRefused.records(many, places()));
        if (!YearTable.sums(connection, order).equals(fresh)) {
            throw SlipsRefused.changedMeanwhile();
        }
        return all;
    }

    private void takeBack(long corrects, Wanted wanted) throws SQLException {
        if (!SlipTable.made(connection, order, corrects)) {
            throw SlipsRefused.noSuchCut();
        }
        refuseIf(RecordTable.corrected(connection, corrects, order, wanted), SlipsRefused::corrected);
        wrong.putAll(RecordTable.of(connection, corrects, order.file(), wanted));
        refuseIf(wanted.keys().size() - (long) wrong.size(), SlipsRefused::notInThatCut);
    }

    private interface Refusal {
        SlipsRefused of(long count);
    }

    private static void refuseIf(long count, Refusal refusal) {
        if (count > 0) {
            throw refusal.of(count);
        }
    }

    private void take(Recipient recipient) throws SQLException, IOException {
        var key = new RecipientKey(recipient.association(), recipient.userNumber());
        var before = wrong.remove(key);
        var added = order.wanted() == null ? order.file().fresh() : order.file().added();
        switch (order.file()) {
            case SLIPS -> {
                if (before != null) {
                    takeBack(before);
                }
                put("", key, fields.slip(recipient, added));
            }
            case REPORTS -> {
                var mark = added;
                if (before != null && before.municipality().equals(recipient.municipality())) {
                    mark = TaxFile.CORRECTED;
                } else if (before != null) {
                    takeBack(before);
                }
                put(recipient.municipality(), key, fields.report(recipient, mark));
            }
        }
    }

    private void put(String municipality, RecipientKey key, String[] record) throws SQLException, IOException {
        fresh = fresh.and(record);
        add(municipality, key, record);
    }

    /// The record as it was, with the mark that voids it.
    private void takeBack(Kept before) throws SQLException, IOException {
        var record = before.fields();
        record[SlipFields.MARK - 1] = order.file().voided();
        add(before.municipality(), before.of(), record);
    }

    private void add(String municipality, RecipientKey key, String[] record) throws SQLException, IOException {
        all = all.and(record);
        batch.add(new Kept(municipality, key, all.records(), String.join(",", record)));
        if (batch.size() == BATCH) {
            keep();
        }
    }

    private void keep() throws SQLException, IOException {
        if (batch.isEmpty()) {
            return;
        }
        var text = batch.stream().map(record -> record.text() + "\r\n").collect(Collectors.joining());
        try (var reader = new RecordReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), layout)) {
            while (reader.next()) {
                check.check(reader, this::note);
            }
        }
        RecordTable.add(connection, cut, batch);
        batch.clear();
        counted.at(all.records());
    }

    private void note(Violation violation) {
        violations++;
        var column = violation.column();
        if (column <= LAST_OF_PAYER || column == CORPORATE_NUMBER || column > SlipFields.RECORDED) {
            blocking++;
            places.merge("%d %s".formatted(column, violation.rule()), 1L, Long::sum);
        }
    }

    /// Rules that records of recipients break; such records are cut all the same.
    long violations() {
        return violations;
    }

    private String places() {
        return places.entrySet().stream()
                .limit(SHOWN)
                .map(place -> "項目 column " + place.getKey() + " × " + place.getValue())
                .collect(Collectors.joining("; "));
    }
}
