package jp.bansho.pension.slips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.bansho.pension.Invented;
import jp.bansho.pension.PensionSite;
import org.junit.jupiter.api.Test;

/// What was wrong is voided and replaced, what was late follows, and what never left is cut again in its place.
class CorrectionsTest extends InSeason {

    @Test
    void aCorrectionVoidsTheWrongSlipAndBringsTheRightOne() throws Exception {
        var first = season.cut(TaxFile.SLIPS);
        var before = season.open(first).rows().stream().collect(Collectors.toMap(row -> row[71], row -> row));
        var awards = season.invented().rows("awards-28.csv");
        var wrong = awards.get(3)[0];
        var gone = awards.get(4)[0];
        season.award(4, row -> Invented.with(row, 7, "東京都新島村１"));
        season.site().database().execute("delete from payments.payment where user_number = '%s'".formatted(gone));
        var list = season.list("28," + wrong, "28," + gone);
        var correction = season.cut(season.order(TaxFile.SLIPS, Season.number(first), list));
        var rows = season.open(correction).rows();
        assertThat(rows).extracting(row -> row[71] + row[9]).containsExactly(wrong + "1", wrong + "0", gone + "1");
        var voided = rows.getFirst().clone();
        voided[9] = "0";
        assertThat(voided).isEqualTo(before.get(wrong));
        assertThat(rows.get(1)[11]).isEqualTo("東京都新島村１");
        assertThat(correction.sums()).isEqualTo(Season.sums(rows));
        assertThat(reason(() -> season.cut(season.order(TaxFile.SLIPS, Season.number(first), list))))
                .isEqualTo("already-cut");
        assertThat(reason(() ->
                        season.cut(season.order(TaxFile.SLIPS, Season.number(first), season.list("28," + wrong)))))
                .isEqualTo("corrected-before");
        var again = season.open(
                        season.cut(season.order(TaxFile.SLIPS, Season.number(correction), season.list("28," + wrong))))
                .rows();
        assertThat(again).extracting(row -> row[9] + row[11]).containsExactly("1東京都新島村１", "0東京都新島村１");
        assertThat(reason(() -> season.cut(
                        season.order(TaxFile.SLIPS, Season.number(correction), season.list("28," + awards.get(9)[0])))))
                .isEqualTo("not-in-that-cut");
        assertThat(reason(() -> season.cut(season.order(TaxFile.REPORTS, Season.number(first), list))))
                .isEqualTo("no-such-cut");
    }

    @Test
    void aReportIsCorrectedWhereItWentOrCancelledThereAndAddedElsewhere() throws Exception {
        var first = season.cut(TaxFile.REPORTS);
        var awards = season.invented().rows("awards-28.csv");
        season.site()
                .loadYear(
                        season.invented(),
                        28,
                        season.invented().changed("awards-28.csv", folder.resolve("moved.csv"), lines -> {
                            var copy = new ArrayList<>(lines);
                            copy.set(3, Invented.with(copy.get(3), 7, "兵庫県のどこか"));
                            copy.set(4, Invented.with(copy.get(4), 8, "13363"));
                            return copy;
                        }));
        var list = season.list("28," + awards.get(3)[0], "28," + awards.get(4)[0]);
        var rows = season.open(season.cut(season.order(TaxFile.REPORTS, Season.number(first), list)))
                .rows();
        assertThat(rows)
                .extracting(row -> row[77] + " " + row[75] + " " + row[9])
                .containsExactlyInAnyOrder(
                        awards.get(3)[0] + " " + awards.get(3)[7] + " 2",
                        awards.get(4)[0] + " " + awards.get(4)[7] + " 3",
                        awards.get(4)[0] + " 13363 1");
        assertThat(rows).extracting(row -> row[75]).isSorted();
    }

    @Test
    void aSupplementHoldsOnlyTheListed() throws Exception {
        var awards = season.invented().rows("awards-28.csv");
        var late = awards.get(5)[0];
        season.site().database().execute("delete from payments.payment where user_number = '%s'".formatted(late));
        assertThat(reason(() -> season.cut(season.order(TaxFile.SLIPS, null, season.list("28," + late)))))
                .isEqualTo("year-first");
        var first = season.cut(TaxFile.SLIPS);
        season.cut(TaxFile.REPORTS);
        assertThat(first.sums().records()).isEqualTo(season.expected().size() - 1L);
        season.site().loadYear(season.invented(), 28, season.invented().file("awards-28.csv"));
        assertThat(reason(() ->
                        season.cut(season.order(TaxFile.SLIPS, null, season.list("28," + late, "28,2899999999")))))
                .isEqualTo("not-paid");
        var supplement = season.open(season.cut(season.order(TaxFile.SLIPS, null, season.list("28," + late))));
        assertThat(supplement.rows()).singleElement().satisfies(row -> {
            assertThat(List.of(row)).isEqualTo(season.expected().get(late));
        });
        assertThat(reason(
                        () -> season.cut(season.order(TaxFile.SLIPS, null, season.list("28," + awards.getFirst()[0])))))
                .isEqualTo("cut-before");
        assertThat(season.open(season.cut(season.order(TaxFile.REPORTS, null, season.list("28," + late))))
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row[9]).isEqualTo("1"));
    }

    @Test
    void aFileThatWasNeverSubmittedIsCutAgainInItsPlaceOnce() throws Exception {
        var first = season.cut(TaxFile.SLIPS);
        var who = season.invented().rows("awards-28.csv").get(3)[0];
        season.award(4, row -> Invented.with(row, 7, "兵庫県姫路市１"));
        assertThat(reason(() -> season.cut(season.order(TaxFile.SLIPS, null, null))))
                .isEqualTo("already-cut");
        var second = season.cut(season.instead(Season.number(first), null));
        assertThat(second.parcel()).isNotEqualTo(first.parcel());
        assertThat(season.open(second).rows())
                .hasSize(season.expected().size())
                .anyMatch(row -> row[11].equals("兵庫県姫路市１"));
        assertThat(reason(() -> season.cut(season.instead(Season.number(first), null))))
                .isEqualTo("already-cut");
        assertThat(reason(() -> season.cut(season.instead(999L, null)))).isEqualTo("not-replaceable");
        assertThat(reason(
                        () -> season.cut(season.order(TaxFile.SLIPS, Season.number(first), season.list("28," + who)))))
                .isEqualTo("no-such-cut");
        var correction = season.cut(season.order(TaxFile.SLIPS, Season.number(second), season.list("28," + who)));
        assertThat(season.open(correction).rows()).hasSize(2);
        var mended = new SlipOrder(
                Season.PARTY,
                TaxFile.SLIPS,
                Season.YEAR,
                Season.number(second),
                Season.number(correction),
                season.list("28," + who),
                PensionSite.TODAY.plusDays(14),
                "DISC-9",
                season.outbox());
        assertThat(season.open(season.cut(mended)).rows()).hasSize(2);
    }
}
