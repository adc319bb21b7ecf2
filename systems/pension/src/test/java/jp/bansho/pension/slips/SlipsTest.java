package jp.bansho.pension.slips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Refused;
import jp.bansho.pension.Invented;
import jp.bansho.pension.PensionSite;
import jp.bansho.pension.Sql;
import jp.bansho.pension.cutting.Received;
import jp.bansho.pension.outbox.Party;
import jp.bansho.pension.staff.Clerk;
import jp.bansho.pension.staff.StaffRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What leaves for the tax season is what the population's slips say, field by field, under one approval in one parcel.
class SlipsTest {

    private static final int YEAR = PensionSite.TAX_YEAR;
    private static final List<Integer> ASSOCIATIONS = List.of(11, 28, 40);
    private static final Clerk SECOND = PensionSite.FEDERATION_CHIEF;
    private static final Party PARTY = new Party(PensionSite.FEDERATION, SECOND, PensionSite.OPERATOR);

    @TempDir
    static Path folder;

    private static Invented invented = new Invented(Path.of(""));

    private static PensionSite site = PensionSite.start();

    private Path outbox = Path.of("");
    private int eventsBefore;
    private int media;

    @BeforeAll
    static void make() {
        invented = Invented.people(folder.resolve("people"), 2_000, 3);
    }

    /// One machine serves all tests; each finds a loaded year and nothing cut.
    @BeforeEach
    void load() throws Exception {
        site.database().execute("""
                set session_replication_role = replica;
                truncate slips.cut, slips.record, payments.award, payments.payment, payments.declared,
                    media.content, media.step, media.parcel, media.medium cascade;
                set session_replication_role = origin
                """);
        for (var association : ASSOCIATIONS) {
            site.loadYear(invented, association);
        }
        outbox = Files.createTempDirectory(folder, "outbox");
        eventsBefore = site.events().size();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private List<String> events() throws SQLException {
        var all = site.events();
        return all.subList(eventsBefore, all.size());
    }

    private SlipOrder order(TaxFile file, @Nullable Long corrects, @Nullable Wanted wanted) {
        media++;
        return new SlipOrder(
                PARTY, file, YEAR, corrects, null, wanted, PensionSite.TODAY.plusDays(14), "DISC-" + media, outbox);
    }

    private SlipCut cut(TaxFile file) {
        return cut(order(file, null, null));
    }

    private SlipCut cut(SlipOrder order) {
        return site.part(Slips.class).cut(order, Progress.SILENT);
    }

    private Received open(SlipCut cut) {
        var purposes = Set.of("withholding-slips", "payment-reports");
        return Received.open(site, cut.folder(), site.numbers(), "numbers", purposes);
    }

    private static long number(SlipCut cut) {
        return Long.parseLong(cut.approval().substring(2));
    }

    /// The slips of the population, by user number, with the names as people write them.
    private static Map<String, List<String>> expected() throws IOException {
        var names = new HashMap<String, String>();
        for (var association : ASSOCIATIONS) {
            invented.rows("awards-%02d.csv".formatted(association)).forEach(row -> names.put(row[0], row[3]));
            for (var row : invented.rows("declarations-%02d.csv".formatted(association))) {
                names.put(row[4], row[5]);
                names.put(row[1] + "/" + row[2] + row[3], row[5]);
            }
        }
        var slips = new TreeMap<String, List<String>>();
        var text = Files.readString(invented.file("withholding-source.csv"), Charset.forName("Shift_JIS"));
        for (var line : text.replace('\u2212', '\uFF0D').lines().toList()) {
            var slip = new ArrayList<>(List.of(line.split(",", -1)));
            var user = slip.get(71);
            slip.set(13, names.getOrDefault(user, ""));
            slip.set(54, names.getOrDefault(user + "/21", ""));
            slip.set(58, names.getOrDefault(user + "/31", ""));
            slip.set(62, names.getOrDefault(user + "/32", ""));
            slip.set(66, names.getOrDefault(user + "/41", ""));
            slip.set(69, names.getOrDefault(user + "/42", ""));
            for (var third : List.of("/33", "/43")) {
                var written = names.get(user + third);
                if (written != null) {
                    slip.set(44, (third.equals("/33") ? "扶養親族３　" : "１６歳未満３　") + written);
                }
            }
            slip.add(user.substring(0, 2));
            slips.put(user, List.copyOf(slip));
        }
        return slips;
    }

    @Test
    void theSlipsAreThoseOfThePopulationFieldByField() throws Exception {
        var cut = cut(TaxFile.SLIPS);
        var received = open(cut);
        assertThat(received.file()).isEqualTo("withholding-source.csv");
        assertThat(received.label().content()).isEqualTo("withholding-source");
        assertThat(received.label().purpose()).isEqualTo("withholding-slips");
        assertThat(received.label().to()).isEqualTo("numbers");
        var expected = expected();
        assertThat(received.rows()).extracting(row -> row[71]).containsExactlyElementsOf(expected.keySet());
        for (var row : received.rows()) {
            assertThat(List.of(row)).isEqualTo(expected.get(row[71]));
        }
        assertThat(received.text())
                .contains("髙")
                .matches(text -> text.codePoints().anyMatch(SlipsTest::external));
        assertThat(cut.associations()).isEqualTo(ASSOCIATIONS);
        assertThat(cut.violations()).isZero();
        assertThat(cut.sums()).isEqualTo(sums(received.rows()));
        try (var connection = site.superuser()) {
            assertThat(Sql.rows(connection, """
                            select count(distinct user_number), sum(due), sum(unpaid), sum(tax), sum(uncollected),
                                   sum(care_premium + health_premium + aged_premium) from payments.payment
                            """)).containsExactly(text(cut.sums()));
            assertThat(Sql.rows(connection, "select items, rows from media.content"))
                    .containsExactly(expected.size() + "|" + expected.size());
            assertThat(Sql.rows(connection, "select organisation, recipient, applicant, approver from media.parcel"))
                    .containsExactly("0|numbers|f.renmei|f.kacho");
        }
        assertThat(events())
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

    private static Sums sums(List<String[]> rows) {
        var amounts = new long[4];
        var insurance = 0L;
        for (var row : rows) {
            for (var column = 18; column < 34; column++) {
                amounts[(column - 18) % 4] += Long.parseLong(row[column]);
            }
            insurance += Long.parseLong(row[42]);
        }
        return new Sums(rows.size(), amounts[0], amounts[1], amounts[2], amounts[3], insurance);
    }

    @Test
    void theReportsAreTheSlipsByAscendingMunicipality() throws Exception {
        var cut = cut(TaxFile.REPORTS);
        var received = open(cut);
        assertThat(received.file()).isEqualTo("payment-report-source.csv");
        assertThat(received.label().purpose()).isEqualTo("payment-reports");
        var expected = expected();
        var awards = new HashMap<String, String[]>();
        for (var association : ASSOCIATIONS) {
            invented.rows("awards-%02d.csv".formatted(association)).forEach(row -> awards.put(row[0], row));
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
        assertThat(cut.sums()).isEqualTo(sums(received.rows()));
    }

    @Test
    void aCorrectionVoidsTheWrongSlipAndBringsTheRightOne() throws Exception {
        var first = cut(TaxFile.SLIPS);
        var before = open(first).rows().stream().collect(Collectors.toMap(row -> row[71], row -> row));
        var awards = invented.rows("awards-28.csv");
        var wrong = awards.get(3)[0];
        var gone = awards.get(4)[0];
        site.loadYear(
                invented,
                28,
                invented.withLine(
                        "awards-28.csv", folder.resolve("moved.csv"), 4, row -> Invented.with(row, 7, "東京都新島村１")));
        site.database().execute("delete from payments.payment where user_number = '%s'".formatted(gone));
        var list = list("28," + wrong, "28," + gone);
        var correction = cut(order(TaxFile.SLIPS, number(first), list));
        var rows = open(correction).rows();
        assertThat(rows).extracting(row -> row[71] + row[9]).containsExactly(wrong + "1", wrong + "0", gone + "1");
        var voided = rows.getFirst().clone();
        voided[9] = "0";
        assertThat(voided).isEqualTo(before.get(wrong));
        assertThat(rows.get(1)[11]).isEqualTo("東京都新島村１");
        assertThat(correction.sums()).isEqualTo(sums(rows));
        assertThat(reason(() -> cut(order(TaxFile.SLIPS, number(first), list)))).isEqualTo("already-cut");
        assertThat(reason(() -> cut(order(TaxFile.SLIPS, number(first), list("28," + wrong)))))
                .isEqualTo("corrected-before");
        var again = open(cut(order(TaxFile.SLIPS, number(correction), list("28," + wrong))))
                .rows();
        assertThat(again).extracting(row -> row[9] + row[11]).containsExactly("1東京都新島村１", "0東京都新島村１");
        assertThat(reason(() -> cut(order(TaxFile.SLIPS, number(correction), list("28," + awards.get(9)[0])))))
                .isEqualTo("not-in-that-cut");
        assertThat(reason(() -> cut(order(TaxFile.REPORTS, number(first), list))))
                .isEqualTo("no-such-cut");
    }

    @Test
    void aReportIsCorrectedWhereItWentOrCancelledThereAndAddedElsewhere() throws Exception {
        var first = cut(TaxFile.REPORTS);
        var awards = invented.rows("awards-28.csv");
        site.loadYear(invented, 28, invented.changed("awards-28.csv", folder.resolve("moved.csv"), lines -> {
            var copy = new ArrayList<>(lines);
            copy.set(3, Invented.with(copy.get(3), 7, "兵庫県のどこか"));
            copy.set(4, Invented.with(copy.get(4), 8, "13363"));
            return copy;
        }));
        var list = list("28," + awards.get(3)[0], "28," + awards.get(4)[0]);
        var rows = open(cut(order(TaxFile.REPORTS, number(first), list))).rows();
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
        var awards = invented.rows("awards-28.csv");
        var late = awards.get(5)[0];
        site.database().execute("delete from payments.payment where user_number = '%s'".formatted(late));
        assertThat(reason(() -> cut(order(TaxFile.SLIPS, null, list("28," + late)))))
                .isEqualTo("year-first");
        var first = cut(TaxFile.SLIPS);
        cut(TaxFile.REPORTS);
        assertThat(first.sums().records()).isEqualTo(expected().size() - 1L);
        site.loadYear(invented, 28, invented.file("awards-28.csv"));
        assertThat(reason(() -> cut(order(TaxFile.SLIPS, null, list("28," + late, "28,2899999999")))))
                .isEqualTo("not-paid");
        var supplement = open(cut(order(TaxFile.SLIPS, null, list("28," + late))));
        assertThat(supplement.rows()).singleElement().satisfies(row -> {
            assertThat(List.of(row)).isEqualTo(expected().get(late));
        });
        assertThat(reason(() -> cut(order(TaxFile.SLIPS, null, list("28," + awards.getFirst()[0])))))
                .isEqualTo("cut-before");
        assertThat(open(cut(order(TaxFile.REPORTS, null, list("28," + late)))).rows())
                .singleElement()
                .satisfies(row -> assertThat(row[9]).isEqualTo("1"));
    }

    private static Wanted list(String... lines) throws IOException {
        return Wanted.read(Files.write(Files.createTempFile(folder, "list", ".csv"), List.of(lines)));
    }

    /// What was approved is what is cut, whatever happens to the payments meanwhile; and there is one parcel in the
    /// end.
    @Test
    void aCutThatWasKilledEndsAsWhatWasApproved() throws Exception {
        var order = order(TaxFile.SLIPS, null, null);
        var first = cut(order);
        var text = open(first).text();
        forget();
        assertThat(cut(order)).isEqualTo(first);
        forget();
        Files.move(first.folder().resolve("manifest.cms"), first.folder().resolve("manifest.new"));
        site.database().execute("update payments.payment set due = due + 1000, care_premium = 0");
        var third = cut(order);
        assertThat(third.parcel()).isEqualTo(first.parcel());
        assertThat(third.sums()).isEqualTo(first.sums());
        assertThat(open(third).text()).isEqualTo(text);
        assertThat(events()).filteredOn("slips-resumed"::equals).hasSize(2);
        assertThat(reason(() -> cut(order(TaxFile.SLIPS, null, null)))).isEqualTo("already-cut");
        try (var parcels = Files.list(outbox)) {
            assertThat(parcels).hasSize(1);
        }
        forget();
        var party = new Party(PensionSite.OPERATOR, SECOND, PensionSite.FEDERATION);
        var other =
                new SlipOrder(party, TaxFile.SLIPS, YEAR, null, null, null, order.useBy(), "DISC-1", order.outbox());
        assertThat(reason(() -> cut(other))).isEqualTo("other-order");
    }

    /// The database as it was when the cut was approved: the parcel made, or half made, and nobody told.
    private void forget() throws SQLException {
        site.database().execute("""
                set session_replication_role = replica;
                update slips.cut set manifest_hash = null, cut_at = null;
                delete from media.content;
                delete from media.step where action = 'write';
                update media.parcel p set state = 'begun', last_step = (select max(id) from media.step s where s.parcel = p.number);
                update media.medium m set last_step = (select max(id) from media.step s where s.medium = m.id);
                set session_replication_role = origin
                """);
    }

    @Test
    void whoeverMayNotIsRefusedAndOnRecord() throws Exception {
        var order = order(TaxFile.SLIPS, null, null);
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
        assertThat(events()).filteredOn("slips-denied"::equals).hasSize(4);
    }

    private String staff(SlipOrder order, Party party) {
        var changed = new SlipOrder(
                party, order.file(), YEAR, null, null, null, order.useBy(), order.medium(), order.outbox());
        try {
            cut(changed);
            return "none";
        } catch (StaffRefused refused) {
            return refused.reason();
        }
    }

    @Test
    void whatMakesNoSenseIsRefusedByNameAndNothingIsKept() throws Exception {
        var slips = site.part(Slips.class);
        var day = PensionSite.TODAY.plusDays(14);
        var out = outbox;
        var nowhere =
                new SlipOrder(PARTY, TaxFile.SLIPS, YEAR, null, null, null, day, "D-1", folder.resolve("nowhere"));
        assertThat(reason(() -> slips.cut(nowhere, Progress.SILENT))).isEqualTo("outbox-missing");
        var early = new SlipOrder(PARTY, TaxFile.SLIPS, 1999, null, null, null, day, "D-1", out);
        assertThat(reason(() -> slips.cut(early, Progress.SILENT))).isEqualTo("tax-year-wrong");
        var nobody = new SlipOrder(PARTY, TaxFile.SLIPS, 2024, null, null, null, day, "D-1", out);
        assertThat(reason(() -> slips.cut(nobody, Progress.SILENT))).isEqualTo("nothing-paid");
        var bare = new SlipOrder(PARTY, TaxFile.SLIPS, YEAR, 1L, null, null, day, "D-1", out);
        assertThat(reason(() -> slips.cut(bare, Progress.SILENT))).isEqualTo("list-missing");
        var passed =
                new SlipOrder(PARTY, TaxFile.SLIPS, YEAR, null, null, null, PensionSite.TODAY.minusDays(1), "D-1", out);
        assertThat(reason(() -> slips.cut(passed, Progress.SILENT))).isEqualTo("use-by-passed");
        assertThat(reason(() -> list("28 2800000001"))).isEqualTo("list-wrong");
        assertThat(reason(() -> Wanted.read(folder.resolve("none")))).isEqualTo("list-wrong");
        assertThat(reason(() -> list(""))).isEqualTo("list-wrong");
        Files.writeString(
                site.home().folder().resolve("payer.properties"),
                "address=x\nname=y\ncorporate-number=12\n",
                StandardCharsets.UTF_8);
        assertThatThrownBy(() -> cut(TaxFile.SLIPS))
                .isInstanceOfSatisfying(
                        SlipsRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("records-wrong"))
                .hasMessageContaining("column 51");
        Files.delete(site.home().folder().resolve("payer.properties"));
        assertThat(reason(() -> cut(TaxFile.SLIPS))).isEqualTo("payer-missing");
        Files.copy(invented.file("payer.properties"), site.home().folder().resolve("payer.properties"));
        var recipients = site.home().folder().resolve("media/recipients.tsv");
        Files.move(recipients, folder.resolve("recipients.tsv"));
        assertThat(reason(() -> cut(TaxFile.SLIPS))).isEqualTo("recipient-missing");
        Files.move(folder.resolve("recipients.tsv"), recipients);
        try (var connection = site.superuser()) {
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

    private static String reason(Callable<?> act) throws Exception {
        try {
            act.call();
            return "none";
        } catch (Refused refused) {
            assertThat(refused.japanese()).isNotBlank();
            return refused.reason();
        }
    }

    @Test
    void aFileThatWasNeverSubmittedIsCutAgainInItsPlaceOnce() throws Exception {
        var first = cut(TaxFile.SLIPS);
        var who = invented.rows("awards-28.csv").get(3)[0];
        site.loadYear(
                invented,
                28,
                invented.withLine(
                        "awards-28.csv", folder.resolve("mended.csv"), 4, row -> Invented.with(row, 7, "兵庫県姫路市１")));
        assertThat(reason(() -> cut(order(TaxFile.SLIPS, null, null)))).isEqualTo("already-cut");
        var second = cut(instead(number(first), null));
        assertThat(second.parcel()).isNotEqualTo(first.parcel());
        assertThat(open(second).rows()).hasSize(expected().size()).anyMatch(row -> row[11].equals("兵庫県姫路市１"));
        assertThat(reason(() -> cut(instead(number(first), null)))).isEqualTo("already-cut");
        assertThat(reason(() -> cut(instead(999L, null)))).isEqualTo("not-replaceable");
        assertThat(reason(() -> cut(order(TaxFile.SLIPS, number(first), list("28," + who)))))
                .isEqualTo("no-such-cut");
        var correction = cut(order(TaxFile.SLIPS, number(second), list("28," + who)));
        assertThat(open(correction).rows()).hasSize(2);
        var mended = new SlipOrder(
                PARTY,
                TaxFile.SLIPS,
                YEAR,
                number(second),
                number(correction),
                list("28," + who),
                PensionSite.TODAY.plusDays(14),
                "DISC-9",
                outbox);
        assertThat(open(cut(mended)).rows()).hasSize(2);
    }

    private SlipOrder instead(Long replaced, @Nullable Wanted wanted) {
        media++;
        var day = PensionSite.TODAY.plusDays(14);
        return new SlipOrder(PARTY, TaxFile.SLIPS, YEAR, null, replaced, wanted, day, "DISC-" + media, outbox);
    }

    /// Who is to be asked is for the number machine to say; the others do not wait.
    @Test
    void aRecordThatBreaksARuleOfThePaperIsCutAndCounted() throws Exception {
        site.loadYear(
                invented,
                28,
                invented.withLine(
                        "awards-28.csv",
                        folder.resolve("long.csv"),
                        4,
                        row -> Invented.with(row, 7, "兵庫県" + "ノ".repeat(250))));
        var cut = cut(TaxFile.SLIPS);
        assertThat(cut.violations()).isEqualTo(1);
        assertThat(open(cut).rows()).hasSize(expected().size());
        try (var connection = site.superuser()) {
            assertThat(Sql.rows(connection, "select violations from slips.cut")).containsExactly("1");
        }
    }

    /// Pensions for disability and for survivors are not taxed.
    @Test
    void noSlipIsMadeOfWhatIsNotTaxed() throws Exception {
        var untaxed = new HashSet<String>();
        site.loadYear(invented, 28, invented.changed("awards-28.csv", folder.resolve("kinds.csv"), lines -> {
            var copy = new ArrayList<>(lines);
            for (var kind : List.of("2", "3")) {
                copy.set(Integer.parseInt(kind), Invented.with(copy.get(Integer.parseInt(kind)), 2, kind));
                untaxed.add(copy.get(Integer.parseInt(kind)).split(",", -1)[0]);
            }
            return copy;
        }));
        var rows = open(cut(TaxFile.SLIPS)).rows();
        assertThat(rows).hasSize(expected().size() - 2).noneMatch(row -> untaxed.contains(row[71]));
    }
}
