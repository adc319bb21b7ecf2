package jp.bansho.pension.cutting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jp.bansho.machine.Refused;
import jp.bansho.pension.Invented;
import jp.bansho.pension.PensionSite;
import jp.bansho.pension.outbox.Party;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One approval is one parcel, however often the cut is started or killed.
class CutTwiceTest {

    private static final LocalDate DAY = PensionSite.TODAY;

    @TempDir
    static Path folder;

    private static Invented invented = new Invented(Path.of(""));

    private final PensionSite site = PensionSite.start();

    @BeforeAll
    static void make() {
        invented = Invented.people(folder.resolve("people"), 600);
    }

    @BeforeEach
    void load() {
        site.load(invented.pensioners());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void theSameCutStartedTwiceMakesNoSecondParcel() throws Exception {
        site.cut(CutPurpose.REGISTRATION, DAY);
        assertThat(reason(() -> site.cut(CutPurpose.REGISTRATION, DAY))).isEqualTo("already-cut");
        assertThat(parcels()).hasSize(1);
        assertThat(site.events())
                .containsExactly(
                        "members-loaded",
                        "medium-entered",
                        "parcel-begun",
                        "cut-approved",
                        "parcel-written",
                        "inquiries-cut",
                        "cut-denied");
    }

    @Test
    void theSameCutStartedTwiceAtTheSameMomentMakesOneParcel() throws Exception {
        var outcomes = new ArrayList<String>();
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<String> once = () -> {
                try {
                    return site.cut(CutPurpose.REGISTRATION, DAY).parcel();
                } catch (Refused refused) {
                    return refused.reason();
                }
            };
            for (var outcome : both.invokeAll(List.of(once, once))) {
                outcomes.add(outcome.get());
            }
        }
        assertThat(outcomes).filteredOn(outcome -> outcome.startsWith("P-")).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.startsWith("P-"))
                .allMatch(List.of("in-progress", "already-cut")::contains);
        assertThat(parcels()).hasSize(1);
    }

    @Test
    void aCutThatWasKilledEndsAsTheSameParcel() throws Exception {
        var first = site.cut(CutPurpose.REGISTRATION, DAY);
        forget();
        var manifest = Files.readAllBytes(first.folder().resolve("manifest.cms"));
        var second = site.cut(CutPurpose.REGISTRATION, DAY);
        assertThat(second).isEqualTo(first);
        assertThat(first.folder().resolve("manifest.cms")).hasBinaryContent(manifest);
        forget();
        Files.move(first.folder().resolve("manifest.cms"), first.folder().resolve("manifest.new"));
        var third = site.cut(CutPurpose.REGISTRATION, DAY);
        assertThat(third.parcel()).isEqualTo(first.parcel());
        assertThat(third.approval()).isEqualTo(first.approval());
        assertThat(Received.open(site, third.folder(), site.juki()).rows())
                .hasSize((int) first.people().all());
        assertThat(parcels()).hasSize(1);
        assertThat(site.events()).filteredOn("cut-resumed"::equals).hasSize(2);
    }

    @Test
    void aCutThatWasKilledBeforeItsFirstByteEndsUnderItsNumber() throws Exception {
        var first = site.cut(CutPurpose.REGISTRATION, DAY);
        forget();
        try (var files = Files.list(first.folder())) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(first.folder());
        assertThat(site.cut(CutPurpose.REGISTRATION, DAY).parcel()).isEqualTo(first.parcel());
        assertThat(Received.open(site, first.folder(), site.juki()).rows())
                .hasSize((int) first.people().all());
    }

    /// The database as it was when the cut was approved: the parcel made, or half made, and
    /// nobody told.
    private void forget() throws SQLException {
        site.database().execute("""
                set session_replication_role = replica;
                update cutting.cut set manifest_hash = null, cut_at = null;
                delete from media.content;
                delete from media.step where action = 'write';
                update media.parcel p set state = 'begun', last_step = (select max(id) from media.step s where s.parcel = p.number);
                update media.medium m set last_step = (select max(id) from media.step s where s.medium = m.id);
                set session_replication_role = origin
                """);
    }

    @Test
    void onlyTheOrderThatBeganItMayEndIt() throws Exception {
        site.cut(CutPurpose.REGISTRATION, DAY);
        forget();
        var order = site.order(CutPurpose.REGISTRATION, DAY);
        var other = new CutOrder(
                new Party(PensionSite.OPERATOR, PensionSite.CHIEF, PensionSite.CLERK),
                order.association(),
                order.purpose(),
                null,
                DAY,
                order.useBy(),
                order.medium(),
                order.outbox());
        assertThat(reason(() -> site.part(Cuts.class).cut(other))).isEqualTo("other-order");
    }

    private List<Path> parcels() throws IOException {
        try (var folders = Files.list(site.outbox())) {
            return folders.filter(found -> Files.exists(found.resolve("manifest.cms")))
                    .toList();
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
}
