package jp.bansho.pension.slips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.bansho.machine.Progress;
import jp.bansho.pension.Invented;
import jp.bansho.pension.PensionSite;
import jp.bansho.pension.cutting.Received;
import jp.bansho.pension.outbox.Party;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who lives abroad gets a slip and no report, for no municipality asks; who moves there is cancelled
/// where the report went.
class AbroadTest {

    private static final int USER_NUMBER = 78;

    @TempDir
    Path folder;

    private int media;

    @Test
    void aSlipAndNoReportForWhoLivesAbroad() throws Exception {
        var invented = Invented.people(folder.resolve("people"), 200);
        try (var site = PensionSite.start()) {
            site.loadYear(invented, PensionSite.HYOGO);
            site.database().execute("update payments.award set abroad = false");
            var all = cut(site, TaxFile.SLIPS, null, null);
            var reported = cut(site, TaxFile.REPORTS, null, null);
            assertThat(reported.sums()).isEqualTo(all.sums());
            var gone = users(site, reported).getFirst();
            site.database().execute("update payments.award set abroad = true where user_number = '%s'".formatted(gone));

            var list = Files.writeString(folder.resolve("list.txt"), PensionSite.HYOGO + "," + gone + "\n");
            var wanted = Wanted.read(list);
            var cancelled = cut(site, TaxFile.REPORTS, wanted, number(reported));
            assertThat(rows(site, cancelled, TaxFile.REPORTS))
                    .singleElement()
                    .satisfies(row -> assertThat(row[9]).isEqualTo("3"));
            var corrected = cut(site, TaxFile.SLIPS, wanted, number(all));
            assertThat(rows(site, corrected, TaxFile.SLIPS))
                    .extracting(row -> row[9] + row[12])
                    .containsExactly("10", "01");
            assertThatThrownBy(() -> cut(site, TaxFile.REPORTS, wanted, null))
                    .isInstanceOf(SlipsRefused.class)
                    .hasMessageContaining("1 on the list")
                    .hasMessageNotContaining(gone);
        }
    }

    private static long number(SlipCut cut) {
        return Long.parseLong(cut.approval().substring(2));
    }

    private static List<String> users(PensionSite site, SlipCut cut) throws Exception {
        return rows(site, cut, TaxFile.REPORTS).stream()
                .map(row -> row[USER_NUMBER - 1])
                .toList();
    }

    private static List<String[]> rows(PensionSite site, SlipCut cut, TaxFile file) throws Exception {
        return Received.open(site, cut.folder(), site.numbers(), "numbers", Set.of(file.purpose()))
                .rows();
    }

    private SlipCut cut(PensionSite site, TaxFile file, @Nullable Wanted wanted, @Nullable Long corrects) {
        var party = new Party(PensionSite.FEDERATION, PensionSite.FEDERATION_CHIEF, PensionSite.OPERATOR);
        var day = PensionSite.TODAY.plusDays(14);
        var medium = file.word().toUpperCase(Locale.ROOT) + "-" + ++media;
        var order =
                new SlipOrder(party, file, PensionSite.TAX_YEAR, corrects, null, wanted, day, medium, site.outbox());
        return site.part(Slips.class).cut(order, Progress.SILENT);
    }
}
