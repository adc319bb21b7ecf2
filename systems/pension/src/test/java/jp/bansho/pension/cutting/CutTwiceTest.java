package jp.bansho.pension.cutting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jp.bansho.machine.Refused;
import jp.bansho.pension.PensionSite;
import jp.bansho.pension.outbox.Party;
import org.junit.jupiter.api.Test;

/// One approval is one parcel, however often the cut is started or killed.
class CutTwiceTest extends Cutting {

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
        site.forgetThatItWasCut("cutting.cut");
        var manifest = Files.readAllBytes(first.folder().resolve("manifest.cms"));
        var second = site.cut(CutPurpose.REGISTRATION, DAY);
        assertThat(second).isEqualTo(first);
        assertThat(first.folder().resolve("manifest.cms")).hasBinaryContent(manifest);
        site.forgetThatItWasCut("cutting.cut");
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
        site.forgetThatItWasCut("cutting.cut");
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

    @Test
    void onlyTheOrderThatBeganItMayEndIt() throws Exception {
        site.cut(CutPurpose.REGISTRATION, DAY);
        site.forgetThatItWasCut("cutting.cut");
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
}
