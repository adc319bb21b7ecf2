package jp.bansho.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.vault.Revealed;
import jp.bansho.numbers.vault.Vault;
import org.junit.jupiter.api.Test;

/// What all other tests stand on does stand.
class TestMachineTest {

    @Test
    void twoMachinesRunSideBySideAndEachHoldsItsOwnPeople() throws Exception {
        try (var first = TestMachine.start();
                var second = TestMachine.start()) {
            var sheet = first.register(TestMachine.HYOGO, 0, 3);
            assertThat(sheet.counts()).containsEntry("registered", 3L);
            second.take(
                    JobKind.DEPENDANTS,
                    TestMachine.SAITAMA,
                    InventedFiles.dependants(second.folder().resolve("dependants-11.csv"), TestMachine.SAITAMA, 0, 2));
            first.stop();
            first.again();
            var subject = first.subject(InventedFiles.userNumber(TestMachine.HYOGO, 1));
            var revealed = first.part(Vault.class)
                    .reveal(
                            first.actor(Role.ASSOCIATION),
                            Purpose.PENSION_PAYMENT,
                            TestMachine.HYOGO,
                            subject,
                            "case 1");
            assertThat(revealed)
                    .isInstanceOfSatisfying(
                            Revealed.Shown.class,
                            shown -> assertThat(shown.number().inTheClear())
                                    .isEqualTo(InventedFiles.number(TestMachine.HYOGO, 1)));
            try (var connection = second.associationConnection(TestMachine.SAITAMA);
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select count(*) from linkage.subject")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(2);
            }
        }
    }
}
