package jp.bansho.pension.cutting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.bansho.layout.Layouts;
import jp.bansho.layout.RecordCheck;
import jp.bansho.layout.RecordReader;
import jp.bansho.media.ParcelRefused;
import jp.bansho.media.Reason;
import jp.bansho.pension.Invented;
import jp.bansho.pension.PensionSite;
import jp.bansho.pension.Sql;
import jp.bansho.pension.outbox.Party;
import jp.bansho.pension.staff.Clerk;
import jp.bansho.pension.staff.StaffRefused;
import org.junit.jupiter.api.Test;

/// One approval by a second person, one sealed parcel.
class CutsTest extends Cutting {

    @Test
    void theParcelAsksWhatTheResultsOfThePopulationAnswer() throws IOException {
        var cut = site.cut(CutPurpose.REGISTRATION, DAY);
        var received = Received.open(site, cut.folder(), site.juki());
        assertThat(received.file()).isEqualTo("identity-inquiries-28.csv");
        assertThat(received.label().content()).isEqualTo("identity-inquiries");
        assertThat(received.label().purpose()).isEqualTo("registration");
        assertThat(received.label().approval()).isEqualTo(cut.approval());
        assertThat(received.label().madeBy()).isEqualTo("a.tanto");
        assertThat(received.label().number().text()).isEqualTo(cut.parcel());
        obeysTheLayout(received.text());
        Map<String, List<String>> expected = new HashMap<>();
        for (var row : invented.rows("identity-results-28.csv")) {
            var asked = new ArrayList<>(List.of(row[1], row[2], row[3], "", "", "20251105", "1"));
            asked.addAll(Arrays.asList(row).subList(8, 17));
            expected.put(row[3], asked);
        }
        Map<String, List<String>> sent = new HashMap<>();
        var before = "";
        for (var row : received.rows()) {
            assertThat(row[0]).isGreaterThan(before);
            before = row[0];
            sent.put(row[3], Arrays.asList(row).subList(1, 17));
        }
        assertThat(sent).isEqualTo(expected);
        assertThat(received.rows()).hasSameSizeAs(expected.keySet());
        var people = cut.people();
        assertThat(people.recipients())
                .isEqualTo(received.rows().stream()
                        .filter(row -> row[2].equals("1"))
                        .count());
        assertThat(people.all()).isEqualTo(expected.size());
        assertThat(people.byCode())
                .isEqualTo(received.rows().stream()
                        .filter(row -> !row[8].isEmpty())
                        .count());
    }

    private static void obeysTheLayout(String text) throws IOException {
        var layout = Layouts.find("identity-inquiries");
        var check = new RecordCheck(layout);
        try (var reader = new RecordReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), layout)) {
            while (reader.next()) {
                check.check(reader, violation -> {
                    throw new AssertionError(violation.toString());
                });
            }
        }
    }

    @Test
    void onlyTheRecipientOpensIt() {
        var cut = site.cut(CutPurpose.REGISTRATION, DAY);
        var other = PensionSite.receiver("juki");
        assertThatThrownBy(() -> Received.open(site, cut.folder(), other))
                .isInstanceOfSatisfying(
                        ParcelRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.OTHER_CERTIFICATE));
    }

    @Test
    void whatTheLedgerRefusesIsOnRecordAndNothingIsBegun() throws Exception {
        var order = site.order(CutPurpose.REGISTRATION, DAY);
        var late = new CutOrder(
                order.party(),
                order.association(),
                order.purpose(),
                null,
                DAY,
                PensionSite.TODAY.minusDays(1),
                order.medium(),
                order.outbox());
        assertThat(reason(() -> site.part(Cuts.class).cut(late))).isEqualTo("use-by-passed");
        assertThat(parcels()).isEmpty();
        assertThat(site.events()).containsExactly("members-loaded", "cut-denied");
        site.part(Cuts.class).cut(order);
        var taken = new CutOrder(
                order.party(),
                order.association(),
                CutPurpose.LIFE_STATUS,
                null,
                DAY,
                order.useBy(),
                order.medium(),
                order.outbox());
        assertThat(reason(() -> site.part(Cuts.class).cut(taken))).isEqualTo("medium-taken");
        assertThat(parcels()).hasSize(1);
    }

    @Test
    void theLedgerKnowsWhoAppliedApprovedAndStoodBeside() throws Exception {
        var cut = site.cut(CutPurpose.REGISTRATION, DAY);
        try (var connection = site.superuser()) {
            assertThat(
                            Sql.rows(
                                    connection,
                                    "select number, state, sender, recipient, applicant, approver, organisation from media.parcel"))
                    .containsExactly(cut.parcel() + "|written|pension|juki|a.tanto|a.kacho|28");
            assertThat(Sql.rows(connection, "select action, doer, witness from media.step order by id"))
                    .containsExactly("enter|a.tanto|null", "begin|a.tanto|o.unei", "write|a.tanto|o.unei");
            assertThat(Sql.rows(connection, "select manifest_hash, items from media.content"))
                    .containsExactly(cut.manifestHash() + "|" + cut.people().all());
        }
    }

    @Test
    void somethingElseInTheOutboxIsLeftAlone() throws Exception {
        var strange = site.outbox().resolve("inquiries-28-registration-2025-11-05");
        Files.createDirectory(strange);
        var letter = Files.writeString(strange.resolve("letter.txt"), "x");
        assertThat(reason(() -> site.cut(CutPurpose.REGISTRATION, DAY))).isEqualTo("outbox-taken");
        assertThat(letter).exists();
        assertThat(site.events()).endsWith("cut-approved", "cut-denied");
    }

    @Test
    void nobodyApprovesTheirOwnCutAndNoOperatorApproves() throws Exception {
        assertThat(staffReason(PensionSite.CLERK, PensionSite.CLERK)).isEqualTo("same-person");
        assertThat(staffReason(PensionSite.CLERK, PensionSite.OPERATOR)).isEqualTo("operator-approves");
        assertThat(staffReason(PensionSite.OPERATOR, PensionSite.STRANGER)).isEqualTo("other-association");
        assertThat(staffReason(PensionSite.STRANGER, PensionSite.CHIEF)).isEqualTo("other-association");
        var alone = new Party(PensionSite.CLERK, PensionSite.CHIEF, PensionSite.CLERK);
        assertThat(staffReason(alone)).isEqualTo("second-person-missing");
        assertThat(parcels()).isEmpty();
        assertThat(site.events()).filteredOn("cut-denied"::equals).hasSize(4);
        try (var connection = site.superuser()) {
            site.cut(CutPurpose.REGISTRATION, DAY);
            assertThatThrownBy(() -> Sql.run(connection, """
                            insert into media.parcel (number, organisation, direction, medium, content, purpose, sender,
                                recipient, use_by, way_of_return, application, applicant, approver, approved_hash, noted_at)
                            select 'P-22222-22222-22222-22222', organisation, direction, medium, content, purpose, sender,
                                recipient, use_by, way_of_return, 99, 'a', 'a', approved_hash, noted_at from media.parcel
                            """)).hasMessageContaining("nobody_approves_their_own");
        }
        assertThat(site.part(Cuts.class)
                        .cut(order(new Party(PensionSite.OPERATOR, PensionSite.CHIEF, PensionSite.CLERK)))
                        .people()
                        .all())
                .isPositive();
    }

    private CutOrder order(Party party) {
        return new CutOrder(
                party, PensionSite.HYOGO, CutPurpose.LIFE_STATUS, null, DAY, DAY.plusDays(14), "DISC-1", site.outbox());
    }

    private String staffReason(Clerk applicant, Clerk approver) {
        return staffReason(new Party(applicant, approver, PensionSite.CHIEF));
    }

    private String staffReason(Party party) {
        try {
            site.part(Cuts.class).cut(order(party));
            return "none";
        } catch (StaffRefused refused) {
            return refused.reason();
        }
    }

    @Test
    void aSecondRegistrationAsksAboutTheNewAndTheChangedOnly() throws Exception {
        site.cut(CutPurpose.REGISTRATION, DAY);
        assertThat(reason(() -> site.cut(CutPurpose.REGISTRATION, DAY.plusDays(1))))
                .isEqualTo("nobody-to-ask");
        site.load(invented.changed(folder.resolve("next.csv"), lines -> {
            var copy = new ArrayList<>(lines);
            copy.removeLast();
            copy.set(0, Invented.with(copy.getFirst(), 8, "兵庫県姫路市本町１"));
            copy.set(1, Invented.with(copy.get(1), 13, "K7654321"));
            copy.add(Invented.with(Invented.with(lines.getFirst(), 1, "2899999999"), 3, ""));
            return copy;
        }));
        var cut = site.cut(CutPurpose.REGISTRATION, DAY.plusDays(1));
        assertThat(Received.open(site, cut.folder(), site.juki()).rows())
                .extracting(row -> row[3])
                .containsExactlyInAnyOrder(invented.rows("pensioners-28.csv").getFirst()[0], "2899999999");
    }

    @Test
    void theLifeStatusInquiryAsksAboutEverybodySinceTheLastTime() {
        var all = invented.rows("pensioners-28.csv").size();
        site.cut(CutPurpose.REGISTRATION, LocalDate.of(2025, 9, 1));
        var november = site.cut(CutPurpose.LIFE_STATUS, DAY);
        assertThat(november.since()).isEqualTo(LocalDate.of(2025, 9, 1));
        var january = site.cut(CutPurpose.LIFE_STATUS, LocalDate.of(2026, 1, 5));
        assertThat(january.since()).isEqualTo(DAY);
        var rows = Received.open(site, january.folder(), site.juki()).rows();
        assertThat(rows)
                .hasSize(all)
                .allMatch(row -> String.join(",", row[4], row[5], row[6]).equals("20251105,20260105,20260105"));
        var ordered = new CutOrder(
                site.order(CutPurpose.LIFE_STATUS, DAY).party(),
                PensionSite.HYOGO,
                CutPurpose.LIFE_STATUS,
                LocalDate.of(2025, 12, 1),
                LocalDate.of(2026, 3, 5),
                DAY.plusDays(14),
                "DISC-1",
                site.outbox());
        assertThat(site.part(Cuts.class).cut(ordered).since()).isEqualTo(LocalDate.of(2025, 12, 1));
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() throws Exception {
        var order = site.order(CutPurpose.LIFE_STATUS, DAY);
        var cuts = site.part(Cuts.class);
        var late =
                new CutOrder(order.party(), 28, order.purpose(), DAY.plusDays(1), DAY, DAY, "DISC-1", order.outbox());
        assertThat(reason(() -> cuts.cut(late))).isEqualTo("period-wrong");
        var nowhere =
                new CutOrder(order.party(), 28, order.purpose(), null, DAY, DAY, "DISC-1", folder.resolve("nowhere"));
        assertThat(reason(() -> cuts.cut(nowhere))).isEqualTo("outbox-missing");
        var everywhere = new Party(PensionSite.OPERATOR, PensionSite.FEDERATION, PensionSite.FEDERATION);
        var unknown = new CutOrder(everywhere, 99, order.purpose(), null, DAY, DAY, "DISC-1", order.outbox());
        assertThat(reason(() -> cuts.cut(unknown))).isEqualTo("unknown-association");
        var empty = new CutOrder(everywhere, 40, order.purpose(), null, DAY, DAY, "DISC-1", order.outbox());
        assertThat(reason(() -> cuts.cut(empty))).isEqualTo("nobody-to-ask");
        assertThat(reason(() -> CutPurpose.of("curiosity"))).isEqualTo("unknown-purpose");
        Files.delete(site.home().folder().resolve("media/recipients.tsv"));
        assertThat(reason(() -> cuts.cut(order))).isEqualTo("recipient-missing");
        Files.delete(site.home().folder().resolve("media/sign.p12"));
        assertThat(reason(() -> cuts.cut(order))).isEqualTo("own-key-missing");
        assertThat(parcels()).isEmpty();
    }
}
