package jp.bansho.numbers.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.bansho.access.AccountRole;
import jp.bansho.numbers.TestMachine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The door: who comes in, who does not, and how long they stay.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginTest {

    private static final int HERE = TestMachine.HYOGO;

    private Office office;

    @BeforeAll
    void open() {
        office = new Office();
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void aTemporaryPasswordLeadsToAPasskeyAndIsVoidAfterwards() throws Exception {
        var slip = office.hire(HERE, AccountRole.CLERK, "pension");
        var key = office.authenticator();
        var guest = office.guest();
        assertThat(guest.enrol(slip.account(), slip.temporaryPassword(), key).location())
                .endsWith("/login");
        assertThat(guest.get("/").page()).as("enrolling is not coming in").contains("NUM-0101");
        guest.get("/first");
        assertThat(guest.post("/first", "id", slip.account(), "password", slip.temporaryPassword())
                        .page())
                .contains("ログインできません");
        assertThat(guest.login(slip.account(), key).location()).endsWith("/");
        assertThat(guest.get("/").page()).contains("NUM-0201");
    }

    @Test
    void aSecondLoginEndsTheFirst() throws Exception {
        var clerk = office.present(HERE, AccountRole.CLERK, "pension");
        var elsewhere = office.guest();
        elsewhere.login(clerk.account(), clerk.authenticator());
        assertThat(elsewhere.get("/").page()).contains("NUM-0201");
        assertThat(clerk.guest().get("/").page()).contains("別の端末からログイン");
    }

    @Test
    void anIdleScreenLocksAndThePasskeyOpensIt() throws Exception {
        var clerk = office.present(HERE, AccountRole.CLERK, "pension");
        office.clock().pass(Duration.ofMinutes(11));
        assertThat(clerk.guest().get("/").page()).contains("NUM-0105");
        assertThat(clerk.guest().look("/").location()).endsWith("/lock");
        clerk.guest().get("/lock");
        clerk.guest()
                .post(
                        "/unlock",
                        "credential",
                        clerk.authenticator().get(clerk.guest().options()));
        assertThat(clerk.guest().get("/").page()).contains("NUM-0201");
    }
}
