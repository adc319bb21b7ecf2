package jp.bansho.pension.slips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import jp.bansho.machine.Progress;
import jp.bansho.pension.Invented;
import jp.bansho.pension.PensionSite;
import jp.bansho.pension.cutting.Received;
import jp.bansho.pension.outbox.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The numbers by which municipalities know the payer stand on their reports; a wrong table
/// stops the cut by name.
class DesignatedNumbersTest {

    @TempDir
    Path folder;

    private void refused(String table, int line) throws Exception {
        Files.writeString(folder.resolve(DesignatedNumbers.FILE), table, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> DesignatedNumbers.read(folder))
                .as(table)
                .isInstanceOfSatisfying(SlipsRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo("designated-numbers-wrong");
                    assertThat(refused.english()).contains("line " + line + ":");
                    assertThat(refused.japanese()).contains(line + "行目");
                })
                .hasMessageNotContainingAny("123456789018");
    }

    @Test
    void aWrongLineIsNamed() throws Exception {
        refused("27128 12345", 1);
        refused("# none\n\n2712\t12345", 3);
        refused("271284\t12345", 1);
        refused("48128\t12345", 1);
        refused("27128\t", 1);
        refused("27128\t１２３", 1);
        refused("27128\tA,B", 1);
        refused("27128\t1234567890123", 1);
        refused("27128\t123456789018", 1);
        refused("27128\t1\n13101\t1\n27128\t2", 3);
        Files.write(folder.resolve(DesignatedNumbers.FILE), new byte[] {(byte) 0x82, (byte) 0xA0});
        assertThatThrownBy(() -> DesignatedNumbers.read(folder)).isInstanceOf(SlipsRefused.class);
    }

    @Test
    void eachMunicipalityHasItsOwn() throws Exception {
        assertThat(DesignatedNumbers.read(folder).of("27128")).isEmpty();
        Files.writeString(folder.resolve(DesignatedNumbers.FILE), "# 指定番号\n27128\t00123-45\n13101\tA1\n");
        var numbers = DesignatedNumbers.read(folder);
        assertThat(numbers.of("27128")).isEqualTo("00123-45");
        assertThat(numbers.of("13101")).isEqualTo("A1");
        assertThat(numbers.of("28110")).isEmpty();
    }

    @Test
    void theyStandOnTheReportsAndTheSlipsDoNotAsk() throws Exception {
        var invented = Invented.people(folder.resolve("people"), 200);
        try (var site = PensionSite.start()) {
            site.loadYear(invented, PensionSite.HYOGO);
            var table = site.home().folder().resolve(DesignatedNumbers.FILE);
            var known = invented.rows("awards-28.csv").getFirst()[7];
            Files.writeString(table, known + "\t123456789012\n");
            cut(site, TaxFile.SLIPS);
            assertThatThrownBy(() -> cut(site, TaxFile.REPORTS)).isInstanceOf(SlipsRefused.class);
            assertThat(site.events()).endsWith("slips-denied");
            Files.writeString(table, known + "\t987-65\n");
            var cut = cut(site, TaxFile.REPORTS);
            var rows = Received.open(site, cut.folder(), site.numbers(), "numbers", Set.of("payment-reports"))
                    .rows();
            assertThat(rows)
                    .anyMatch(row -> row[75].equals(known))
                    .allSatisfy(row -> assertThat(row[76]).isEqualTo(row[75].equals(known) ? "987-65" : ""));
        }
    }

    private static SlipCut cut(PensionSite site, TaxFile file) {
        var party = new Party(PensionSite.FEDERATION, PensionSite.FEDERATION_CHIEF, PensionSite.OPERATOR);
        var day = PensionSite.TODAY.plusDays(14);
        var medium = file.word().toUpperCase(Locale.ROOT) + "-1";
        var order = new SlipOrder(party, file, PensionSite.TAX_YEAR, null, null, null, day, medium, site.outbox());
        return site.part(Slips.class).cut(order, Progress.SILENT);
    }
}
