package jp.bansho.pension.slips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import jp.bansho.machine.Progress;
import jp.bansho.pension.Invented;
import jp.bansho.pension.PensionSite;
import jp.bansho.pension.Sql;
import jp.bansho.pension.outbox.Party;
import jp.bansho.pension.staff.Clerk;
import jp.bansho.pension.staff.StaffRefused;
import org.junit.jupiter.api.Test;

/// What leaves for the tax season is what the population's slips say, field by field, under one approval in one parcel.
class SlipsTest extends InSeason {

    private static final Clerk SECOND = PensionSite.FEDERATION_CHIEF;

    @Test
    void theSlipsAreThoseOfThePopulationFieldByField() throws Exception {
        var cut = season.cut(TaxFile.SLIPS);
        var received = season.open(cut);
        assertThat(received.file()).isEqualTo("withholding-source.csv");
        assertThat(received.label().content()).isEqualTo("withholding-source");
        assertThat(received.label().purpose()).isEqualTo("withholding-slips");
        assertThat(received.label().to()).isEqualTo("numbers");
        var expected = season.expected();
        assertThat(received.rows()).extracting(row -> row[71]).containsExactlyElementsOf(expected.keySet());
        for (var row : received.rows()) {
            assertThat(List.of(row)).isEqualTo(expected.get(row[71]));
        }
        assertThat(received.text())
                .contains("髙")
                .matches(text -> text.codePoints().anyMatch(SlipsTest::external));
        assertThat(cut.associations()).isEqualTo(Season.ASSOCIATIONS);
        assertThat(cut.violations()).isZero();
        assertThat(cut.sums()).isEqualTo(Season.sums(received.rows()));
        try (var connection = season.site().superuser()) {
            assertThat(Sql.rows(connection, """
                            select count(distinct user_number), sum(due), sum(unpaid), sum(tax), sum(uncollected),
                                   sum(care_premium + health_premium + aged_premium) from payments.payment
                            """)).containsExactly(text(cut.sums()));
            assertThat(Sql.rows(connection, "select items, rows from media.content"))
                    .containsExactly(expected.size() + "|" + expected.size());
            assertThat(Sql.rows(connection, "select organisation, recipient, applicant, approver from media.parcel"))
                    .containsExactly("0|numbers|f.renmei|f.kacho");
        }
        assertThat(season.events())
                .endsWith("medium-entered", "parcel-begun", "slips-approved", "parcel-written", "slips-cut");
    }

    private static boolean external(int point) {
        return point >= 0xE000 && point < 0xF900;
    }

    private static String text(Sums sums) {
        return "%d|%d|%d|%d|%d|%d"
                .formatted(
                        sums.records(),
                        sums.payment(),
                        sums.unpaid(),
                        sums.tax(),
                        sums.uncollected(),
                        sums.insurance());
    }

    @Test
    void theReportsAreTheSlipsByAscendingMunicipality() throws Exception {
        var cut = season.cut(TaxFile.REPORTS);
        var received = season.open(cut);
        assertThat(received.file()).isEqualTo("payment-report-source.csv");
        assertThat(received.label().purpose()).isEqualTo("payment-reports");
        var expected = season.expected();
        var awards = new HashMap<String, String[]>();
        for (var association : Season.ASSOCIATIONS) {
            season.invented().rows("awards-%02d.csv".formatted(association)).forEach(row -> awards.put(row[0], row));
        }
        var before = "";
        for (var row : received.rows()) {
            var slip = expected.getOrDefault(row[77], List.of());
            var award = awards.getOrDefault(row[77], new String[0]);
            assertThat(List.of(row).subList(1, 71)).isEqualTo(slip.subList(1, 71));
            assertThat(row[73]).isEqualTo(row[51]).matches("[ｦ-ﾟ ]+");
            assertThat(row[74]).isEqualTo(award[2]);
            assertThat(row[75]).isEqualTo(award[7]).isGreaterThanOrEqualTo(before);
            before = row[75];
            assertThat(List.of(row[71], row[72], row[76])).containsOnly("");
            assertThat(List.of(row).subList(78, 81)).isEqualTo(slip.subList(72, 75));
            assertThat(row[81].isEmpty()).isEqualTo(row[66].isEmpty());
            assertThat(row[83]).isEqualTo(row[77].substring(0, 2));
        }
        assertThat(received.rows()).hasSameSizeAs(expected.keySet());
        assertThat(received.rows()).anyMatch(row -> !row[81].isEmpty());
        assertThat(cut.sums()).isEqualTo(Season.sums(received.rows()));
    }

    /// What was approved is what is cut, whatever happens to the payments meanwhile; and there is one parcel in the
    /// end.
    @Test
    void aCutThatWasKilledEndsAsWhatWasApproved() throws Exception {
        var order = season.order(TaxFile.SLIPS, null, null);
        var first = season.cut(order);
        var text = season.open(first).text();
        season.site().forgetThatItWasCut("slips.cut");
        assertThat(season.cut(order)).isEqualTo(first);
        season.site().forgetThatItWasCut("slips.cut");
        Files.move(first.folder().resolve("manifest.cms"), first.folder().resolve("manifest.new"));
        season.site().database().execute("update payments.payment set due = due + 1000, care_premium = 0");
        var third = season.cut(order);
        assertThat(third.parcel()).isEqualTo(first.parcel());
        assertThat(third.sums()).isEqualTo(first.sums());
        assertThat(season.open(third).text()).isEqualTo(text);
        assertThat(season.events()).filteredOn("slips-resumed"::equals).hasSize(2);
        assertThat(reason(() -> season.cut(season.order(TaxFile.SLIPS, null, null))))
                .isEqualTo("already-cut");
        try (var parcels = Files.list(season.outbox())) {
            assertThat(parcels).hasSize(1);
        }
        season.site().forgetThatItWasCut("slips.cut");
        var party = new Party(PensionSite.OPERATOR, SECOND, PensionSite.FEDERATION);
        var other = new SlipOrder(
                party, TaxFile.SLIPS, Season.YEAR, null, null, null, order.useBy(), "DISC-1", order.outbox());
        assertThat(reason(() -> season.cut(other))).isEqualTo("other-order");
    }

    @Test
    void whoeverMayNotIsRefusedAndOnRecord() throws Exception {
        var order = season.order(TaxFile.SLIPS, null, null);
        assertThat(staff(order, new Party(PensionSite.CLERK, SECOND, PensionSite.OPERATOR)))
                .isEqualTo("other-association");
        assertThat(staff(order, new Party(PensionSite.OPERATOR, PensionSite.CHIEF, SECOND)))
                .isEqualTo("other-association");
        assertThat(staff(order, new Party(SECOND, SECOND, PensionSite.OPERATOR)))
                .isEqualTo("same-person");
        assertThat(staff(order, new Party(SECOND, PensionSite.OPERATOR, PensionSite.FEDERATION)))
                .isEqualTo("operator-approves");
        assertThat(staff(order, new Party(SECOND, PensionSite.FEDERATION, SECOND)))
                .isEqualTo("second-person-missing");
        assertThat(season.events()).filteredOn("slips-denied"::equals).hasSize(4);
    }

    private String staff(SlipOrder order, Party party) {
        var changed = new SlipOrder(
                party, order.file(), Season.YEAR, null, null, null, order.useBy(), order.medium(), order.outbox());
        try {
            season.cut(changed);
            return "none";
        } catch (StaffRefused refused) {
            return refused.reason();
        }
    }

    @Test
    void whatMakesNoSenseIsRefusedByNameAndNothingIsKept() throws Exception {
        var slips = season.site().part(Slips.class);
        var day = PensionSite.TODAY.plusDays(14);
        var out = season.outbox();
        var nowhere = new SlipOrder(
                Season.PARTY, TaxFile.SLIPS, Season.YEAR, null, null, null, day, "D-1", folder.resolve("nowhere"));
        assertThat(reason(() -> slips.cut(nowhere, Progress.SILENT))).isEqualTo("outbox-missing");
        var early = new SlipOrder(Season.PARTY, TaxFile.SLIPS, 1999, null, null, null, day, "D-1", out);
        assertThat(reason(() -> slips.cut(early, Progress.SILENT))).isEqualTo("tax-year-wrong");
        var nobody = new SlipOrder(Season.PARTY, TaxFile.SLIPS, 2024, null, null, null, day, "D-1", out);
        assertThat(reason(() -> slips.cut(nobody, Progress.SILENT))).isEqualTo("nothing-paid");
        var bare = new SlipOrder(Season.PARTY, TaxFile.SLIPS, Season.YEAR, 1L, null, null, day, "D-1", out);
        assertThat(reason(() -> slips.cut(bare, Progress.SILENT))).isEqualTo("list-missing");
        var passed = new SlipOrder(
                Season.PARTY, TaxFile.SLIPS, Season.YEAR, null, null, null, PensionSite.TODAY.minusDays(1), "D-1", out);
        assertThat(reason(() -> slips.cut(passed, Progress.SILENT))).isEqualTo("use-by-passed");
        assertThat(reason(() -> season.list("28 2800000001"))).isEqualTo("list-wrong");
        assertThat(reason(() -> Wanted.read(folder.resolve("none")))).isEqualTo("list-wrong");
        assertThat(reason(() -> season.list(""))).isEqualTo("list-wrong");
        Files.writeString(
                season.site().home().folder().resolve("payer.properties"),
                "address=x\nname=y\ncorporate-number=12\n",
                StandardCharsets.UTF_8);
        assertThatThrownBy(() -> season.cut(TaxFile.SLIPS))
                .isInstanceOfSatisfying(
                        SlipsRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("records-wrong"))
                .hasMessageContaining("column 51");
        Files.delete(season.site().home().folder().resolve("payer.properties"));
        assertThat(reason(() -> season.cut(TaxFile.SLIPS))).isEqualTo("payer-missing");
        Files.copy(
                season.invented().file("payer.properties"),
                season.site().home().folder().resolve("payer.properties"));
        var recipients = season.site().home().folder().resolve("media/recipients.tsv");
        Files.move(recipients, folder.resolve("recipients.tsv"));
        assertThat(reason(() -> season.cut(TaxFile.SLIPS))).isEqualTo("recipient-missing");
        Files.move(folder.resolve("recipients.tsv"), recipients);
        try (var connection = season.site().superuser()) {
            assertThat(Sql.number(connection, "select count(*) from slips.cut")).isZero();
            assertThat(Sql.number(connection, "select count(*) from slips.record"))
                    .isZero();
            assertThat(Sql.number(connection, "select count(*) from media.parcel"))
                    .isZero();
        }
        try (var parcels = Files.list(out)) {
            assertThat(parcels).isEmpty();
        }
    }

    /// Who is to be asked is for the number machine to say; the others do not wait.
    @Test
    void aRecordThatBreaksARuleOfThePaperIsCutAndCounted() throws Exception {
        season.award(4, row -> Invented.with(row, 7, "兵庫県" + "ノ".repeat(250)));
        var cut = season.cut(TaxFile.SLIPS);
        assertThat(cut.violations()).isEqualTo(1);
        assertThat(season.open(cut).rows()).hasSize(season.expected().size());
        try (var connection = season.site().superuser()) {
            assertThat(Sql.rows(connection, "select violations from slips.cut")).containsExactly("1");
        }
    }

    /// Pensions for disability and for survivors are not taxed.
    @Test
    void noSlipIsMadeOfWhatIsNotTaxed() throws Exception {
        var untaxed = new HashSet<String>();
        season.site()
                .loadYear(
                        season.invented(),
                        28,
                        season.invented().changed("awards-28.csv", folder.resolve("kinds.csv"), lines -> {
                            var copy = new ArrayList<>(lines);
                            for (var kind : List.of("2", "3")) {
                                copy.set(
                                        Integer.parseInt(kind),
                                        Invented.with(copy.get(Integer.parseInt(kind)), 2, kind));
                                untaxed.add(copy.get(Integer.parseInt(kind)).split(",", -1)[0]);
                            }
                            return copy;
                        }));
        var rows = season.open(season.cut(TaxFile.SLIPS)).rows();
        assertThat(rows).hasSize(season.expected().size() - 2).noneMatch(row -> untaxed.contains(row[71]));
    }
}
