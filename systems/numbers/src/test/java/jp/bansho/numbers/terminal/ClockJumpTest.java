package jp.bansho.numbers.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import jp.bansho.access.AccountRole;
import jp.bansho.audit.AuditVerifier;
import jp.bansho.audit.KeyFile;
import jp.bansho.numbers.TestMachine;
import org.junit.jupiter.api.Test;

/// The system's clock jumps: nobody is let in who must not be, nothing is lost, and the record verifies.
class ClockJumpTest {

    private static final Duration YEARS = Duration.ofDays(3_653);

    @Test
    void twoHoursBackNobodyIsLockedOutAndTheRecordStaysInOneOrder() throws Exception {
        try (var office = new Office()) {
            var clerk = office.present(TestMachine.HYOGO, AccountRole.CLERK, "pension");
            office.clock().pass(Duration.ofHours(-2));
            assertThat(clerk.guest().get("/people").status()).isEqualTo(200);
            var other = office.present(TestMachine.HYOGO, AccountRole.SENIOR_CLERK, "pension");
            assertThat(other.guest().get("/").status()).isEqualTo(200);
            office.clock().pass(Duration.ofHours(2));
            assertThat(clerk.guest()
                            .login(clerk.account(), clerk.authenticator())
                            .status())
                    .isEqualTo(302);
            assertRecordIsSound(office);
        }
    }

    @Test
    void tenYearsAheadEverythingHasRunOutAndNothingIsGoneWhenTheClockIsRight() throws Exception {
        try (var office = new Office()) {
            var clerk = office.present(TestMachine.HYOGO, AccountRole.CLERK, "pension");
            var waiting = office.hire(TestMachine.HYOGO, AccountRole.SENIOR_CLERK, "pension");
            office.clock().pass(YEARS);

            assertThat(clerk.guest().look("/people").status())
                    .as("the session has ended")
                    .isEqualTo(302);
            assertThat(clerk.guest()
                            .login(clerk.account(), clerk.authenticator())
                            .location())
                    .as("an account that has run out")
                    .doesNotEndWith("/");
            assertThat(clerk.guest().look("/people").status()).isEqualTo(302);
            assertThat(office.guest()
                            .enrol(waiting.account(), waiting.temporaryPassword(), office.authenticator())
                            .status())
                    .as("a temporary password that has run out")
                    .isNotEqualTo(302);

            office.clock().pass(YEARS.negated());
            var late = office.guest();
            assertThat(late.login(clerk.account(), clerk.authenticator()).location())
                    .endsWith("/");
            assertThat(late.get("/people").status()).isEqualTo(200);
            var key = office.authenticator();
            assertThat(office.guest()
                            .enrol(waiting.account(), waiting.temporaryPassword(), key)
                            .status())
                    .isEqualTo(302);
            assertRecordIsSound(office);
        }
    }

    private static void assertRecordIsSound(Office office) throws SQLException, java.io.IOException {
        var home = office.machine().home();
        try (var administrator = office.machine().superuser()) {
            var found = new AuditVerifier(home.auditHeads(), KeyFile.read(home.auditPublicKey())).verify(administrator);
            assertThat(found.findings()).isEmpty();
        }
    }
}
