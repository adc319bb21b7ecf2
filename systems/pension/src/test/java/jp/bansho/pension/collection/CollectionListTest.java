package jp.bansho.pension.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import jp.bansho.machine.Progress;
import jp.bansho.pension.PensionSite;
import jp.bansho.pension.Sql;
import jp.bansho.pension.collection.Notices.Group;
import jp.bansho.pension.staff.StaffRefused;
import jp.bansho.pension.store.Scope;
import org.junit.jupiter.api.Test;

/// What was asked in counts, beside what was collected; who may do what.
class CollectionListTest extends Collecting {

    @Test
    void theListCountsByMunicipalityAndComparesWithWhatWasCollected() throws Exception {
        site.takeIn(site.file(
                Notices.group(OSAKA, "00", "1", Notices.with(notices.of(0, 1_000), 27, 1_500), notices.of(1, 2_000)),
                Notices.group(KOBE, "00", "4", notices.of(2, 700))));
        site.takeIn(site.file(new Group(KOBE, "02", "1", "20250901", List.of(notices.of(1, 0)))));
        var user = List.of(notices.award(0)[0], notices.award(1)[0], notices.award(2)[0]);
        site.execute("""
                update payments.payment set care_premium = case when month = 202504 then 1500 else 1000 end
                 where user_number = '%s';
                update payments.payment set care_premium = case when month < 202510 then 2000 else 5 end
                 where user_number = '%s';
                update payments.payment set resident_tax = 700 where user_number = '%s'
                """.formatted(user.get(0), user.get(1), user.get(2)));
        var listed = site.desk().list(CLERK, PensionSite.TAX_YEAR);
        assertThat(listed.counted())
                .extracting(one -> one.municipality() + " " + one.notice() + " " + one.system() + " " + one.outcome()
                        + " " + one.records())
                .containsExactly(
                        "27128 request care MATCHED 2",
                        "28110 request resident-tax MATCHED 1",
                        "28110 stop care MATCHED 1");
        var payments = site.rows("select count(*) from payments.payment where month > 202503 and user_number = '%s'"
                .formatted(user.getFirst()));
        var each = Integer.parseInt(payments.getFirst());
        assertThat(each).isEqualTo(5);
        assertThat(listed.compared())
                .containsExactly(
                        new Listed.Compared(OSAKA, "care", 2, 8, 0, 5_500 + 6_000, 5_500 + 6_000),
                        new Listed.Compared(KOBE, "care", 1, 2, 2, 0, 10),
                        new Listed.Compared(KOBE, "resident-tax", 1, 5, 0, 3_500, 3_500));
        assertThat(listed.differing()).isEqualTo(2);
        assertThat(site.desk().list(CLERK, null).compared()).isEmpty();
        CollectionSite.refused(() -> site.desk().list(CLERK, 1999), "tax-year-wrong");
        assertThat(site.events()).endsWith("notices-listed", "notices-listed");
    }

    @Test
    void onlyTheFederationTakesInAndTheRoleReadsNoNameAndChangesNoPayment() throws Exception {
        var source = site.file(Notices.group(OSAKA, "00", "1", notices.of(0, 1_000)));
        assertThatThrownBy(() -> site.desk().takeIn(PensionSite.CLERK, source, Progress.SILENT))
                .isInstanceOf(StaffRefused.class);
        try (var collecting = site.machine().scoped(new Scope.Collection())) {
            assertThat(Sql.number(collecting, "select count(certificate_number) from payments.award"))
                    .isPositive();
            Sql.refused(collecting, Sql.NO_RIGHT, "select name from payments.award");
            Sql.refused(collecting, Sql.NO_RIGHT, "select name from members.member");
            Sql.refused(collecting, Sql.NO_RIGHT, "update payments.payment set care_premium = 0");
            Sql.refused(collecting, Sql.NO_RIGHT, "delete from collection.notice");
            Sql.refused(collecting, Sql.NO_RIGHT, "update collection.file set digest = ''");
            Sql.refused(collecting, Sql.NO_RIGHT, "select * from slips.record");
        }
        try (var paying = site.machine().scoped(new Scope.Payments(28))) {
            Sql.refused(paying, Sql.NO_RIGHT, "select * from collection.notice");
        }
    }

    @Test
    void foldersAreTheFilesInThem() throws Exception {
        var inbox = Files.createTempDirectory(folder, "inbox");
        CollectionSite.refused(() -> NoticeFolder.files(List.of(inbox)), "nothing-there");
        CollectionSite.refused(() -> NoticeFolder.files(List.of(inbox.resolve("none.dat"))), "nothing-there");
        for (var name : List.of("b.dat", "a.dat", ".hidden")) {
            Files.writeString(inbox.resolve(name), name);
        }
        Files.createDirectory(inbox.resolve("deeper"));
        assertThat(NoticeFolder.files(List.of(inbox, inbox.resolve("b.dat"))))
                .containsExactly(inbox.resolve("a.dat"), inbox.resolve("b.dat"), inbox.resolve("b.dat"));
    }
}
