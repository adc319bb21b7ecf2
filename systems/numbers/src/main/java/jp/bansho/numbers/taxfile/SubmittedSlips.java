package jp.bansho.numbers.taxfile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Holds corrections against what was submitted, by keyed marks: only a slip that was submitted
/// can be voided, with exactly the content that was submitted, and replaced.
///
/// Of reports to municipalities a new one may be added (追加) where none stands. A recipient's
/// report stands at one municipality: added at another, it has to be cancelled (取消) at the
/// first in the same file or before, wherever in the order of municipalities that is.
final class SubmittedSlips {

    /// What stands for a slip that was taken back.
    private static final UUID TAKEN_BACK = new UUID(0, 0);

    private final TaxReport report;
    private final List<byte[]> parts = new ArrayList<>();

    SubmittedSlips(TaxReport report) {
        this.report = report;
    }

    /// Takes the marks of a block of the file that is being made.
    void add(SlipBytes marks) {
        parts.add(java.util.Arrays.copyOf(marks.array(), marks.length()));
    }

    /// Holds them against everything submitted for that year.
    ///
    /// @throws TaxfileRefused at the first record that does not fit
    void verify(Connection connection, int taxYear) throws SQLException {
        var wanted = new HashSet<Long>();
        each((_, whose, _, _) -> wanted.add(SlipMarks.recipient(whose)));
        var standing = new HashMap<UUID, UUID>();
        var sql = """
                select m.marks
                  from taxfile.output_marks m
                  join taxfile.output o on o.id = m.output
                  join taxfile.preview p on p.id = o.preview
                  join taxfile.custody c on c.output = o.id and c.act = 'submitted'
                 where p.report = ? and p.tax_year = ?
                 order by c.id, m.part
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, report.word());
            statement.setInt(2, taxYear);
            statement.setFetchSize(8);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    each(row.getBytes(1), 0, (_, whose, what, mark) -> {
                        if (wanted.contains(SlipMarks.recipient(whose))) {
                            standing.put(whose, report.voids(mark) ? TAKEN_BACK : what);
                        }
                    });
                }
            }
        }
        var here = new HashSet<UUID>();
        each((line, whose, what, mark) -> verify(line, whose, what, mark, standing, here));
        oneEach(standing);
    }

    /// Nobody who was added stands at two municipalities in the end.
    private void oneEach(Map<UUID, UUID> standing) {
        var places = new HashMap<Long, Integer>();
        standing.forEach((whose, what) -> {
            if (!what.equals(TAKEN_BACK)) {
                places.merge(SlipMarks.recipient(whose), 1, Integer::sum);
            }
        });
        each((line, whose, _, mark) -> {
            if (report.adds(mark) && places.getOrDefault(SlipMarks.recipient(whose), 0) > 1) {
                throw TaxfileRefused.standsElsewhere(line);
            }
        });
    }

    private void verify(
            long line, UUID whose, UUID what, int mark, Map<UUID, UUID> standing, java.util.Set<UUID> here) {
        var before = standing.get(whose);
        if (report.voids(mark)) {
            if (before == null || before.equals(TAKEN_BACK)) {
                throw TaxfileRefused.neverSubmitted(line);
            }
            if (!before.equals(what)) {
                throw TaxfileRefused.otherThanSubmitted(line);
            }
            standing.put(whose, TAKEN_BACK);
            here.add(whose);
            return;
        }
        if (report.adds(mark)) {
            if (before != null && !before.equals(TAKEN_BACK)) {
                throw TaxfileRefused.stands(line);
            }
        } else if (report.isNew(mark)) {
            if (before == null) {
                throw TaxfileRefused.neverSubmitted(line);
            }
            if (!here.contains(whose) || !before.equals(TAKEN_BACK)) {
                throw TaxfileRefused.mark(line);
            }
        } else if (before == null || (before.equals(TAKEN_BACK) && !here.contains(whose))) {
            throw TaxfileRefused.neverSubmitted(line);
        }
        standing.put(whose, what);
    }

    @FunctionalInterface
    private interface Taking {
        void slip(long line, UUID whose, UUID what, int mark);
    }

    private void each(Taking taking) {
        var line = 0L;
        for (var part : parts) {
            each(part, line, taking);
            line += part.length / SlipMarks.LENGTH;
        }
    }

    private static void each(byte[] part, long before, Taking taking) {
        for (var at = 0; at < part.length; at += SlipMarks.LENGTH) {
            taking.slip(
                    before + at / SlipMarks.LENGTH + 1,
                    SlipMarks.half(part, at),
                    SlipMarks.half(part, at + 16),
                    part[at + 32]);
        }
    }
}
