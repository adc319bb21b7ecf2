package jp.bansho.numbers.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.bansho.numbers.staff.PurposeDecision.Allowed;
import jp.bansho.numbers.staff.PurposeDecision.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The table of purposes (利用目的): office work × legal article × department × kind of person × act, as data in
/// `access/purposes.tsv`. It decides while the machine runs, and what no row allows is refused (L1, C5).
@Component
public class PurposeTable {

    private static final String RESOURCE = "/access/purposes.tsv";
    private static final int ANY = 0;
    private static final int DEPENDANT = 3;

    private final List<PurposeRow> rows;

    PurposeTable() {
        this(resource());
    }

    /// @throws IllegalArgumentException if a line is not readable, or would show a dependant's number without a fresh
    ///     passkey; the machine must not start then
    PurposeTable(String text) {
        rows = PurposeLines.read(text);
        for (var row : rows) {
            if (row.acts().contains(NumberAct.REVEAL) && row.kinds().contains(DEPENDANT) && !row.sensitive()) {
                throw new IllegalArgumentException(
                        "a dependant's number is shown to a fresh passkey only, whatever the row: " + row.id());
            }
        }
    }

    /// The table of this release, for whoever reads a record without the machine.
    public static PurposeTable ofRelease() {
        return new PurposeTable();
    }

    /// All rows, in their order.
    public List<PurposeRow> rows() {
        return rows;
    }

    /// The rows with which a department may do that to somebody, for the list a person chooses from.
    public List<PurposeRow> choices(String department, NumberAct act) {
        return rows.stream().filter(row -> row.allows(department, act)).toList();
    }

    /// Whether a person of that department may do that for that purpose.
    ///
    /// @param asked a row such as `P-03`, or the word of a purpose, which means whichever of its rows fits
    /// @param kind  code of the person's kind, 1 to 3
    public PurposeDecision decide(String department, String asked, int kind, NumberAct act) {
        PurposeRow nearest = null;
        for (var row : rows) {
            if (row.answersTo(asked)) {
                if (row.allows(department, act) && row.kinds().contains(kind)) {
                    return new Allowed(row);
                }
                nearest = nearer(nearest, row, department, kind);
            }
        }
        return nearest == null ? unknown() : refused(nearest, department, kind, act);
    }

    /// As [#decide(String, String, int, NumberAct)], while nobody knows yet whom it will concern; whoever
    /// goes on must ask again when the person is known.
    public PurposeDecision decide(String department, String asked, NumberAct act) {
        PurposeRow nearest = null;
        for (var row : rows) {
            if (row.answersTo(asked)) {
                if (row.allows(department, act)) {
                    return new Allowed(row);
                }
                nearest = nearer(nearest, row, department, ANY);
            }
        }
        return nearest == null ? unknown() : refused(nearest, department, ANY, act);
    }

    /// Which of two rows that refuse is named: the one that fits the person, then the one that fits the
    /// department.
    private static PurposeRow nearer(@Nullable PurposeRow before, PurposeRow row, String department, int kind) {
        return before == null || fit(row, department, kind) > fit(before, department, kind) ? row : before;
    }

    private static int fit(PurposeRow row, String department, int kind) {
        return (row.kinds().contains(kind) ? 2 : 0) + (row.departments().contains(department) ? 1 : 0);
    }

    private static Refused unknown() {
        return new Refused(
                PurposeDecision.NO_ROW,
                PurposeDecision.NO_ROW,
                "The table of purposes has no such row; nothing was done.",
                "利用目的の表に該当する事務がありません。処理は行われていません。");
    }

    private static Refused refused(PurposeRow row, String department, int kind, NumberAct act) {
        var what = "「" + row.work() + "」（" + row.id() + "）";
        if (!row.departments().contains(department)) {
            return new Refused(
                    row.id(),
                    row.stamp(),
                    "Row " + row.id() + " is not the work of your department.",
                    what + "は、あなたの所属の事務ではありません。");
        }
        if (kind != ANY && !row.kinds().contains(kind)) {
            return new Refused(
                    row.id(),
                    row.stamp(),
                    "Row " + row.id() + " does not concern people of this kind.",
                    what + "は、この種別の人を対象としていません。");
        }
        return new Refused(
                row.id(),
                row.stamp(),
                "Row " + row.id() + " does not allow " + act.english() + ".",
                what + "では、" + act.japanese() + "はできません。");
    }

    private static String resource() {
        try (var stream = PurposeTable.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalArgumentException("the table of purposes is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
