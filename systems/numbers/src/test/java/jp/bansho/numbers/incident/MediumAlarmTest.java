package jp.bansho.numbers.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.bansho.machine.LedgerDesk;
import jp.bansho.machine.MediaAlarm;
import jp.bansho.machine.Transactions;
import jp.bansho.media.ledger.Actor;
import jp.bansho.media.ledger.Ledger;
import jp.bansho.media.ledger.MediaRefused;
import jp.bansho.media.ledger.MediumKind;
import jp.bansho.media.ledger.TwoPeople;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.media.MediaWatch;
import jp.bansho.numbers.staff.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A medium that is missing or overdue becomes an incident of its organisation, once.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MediumAlarmTest {

    private static final int HERE = TestMachine.HYOGO;

    private TestMachine machine;
    private LedgerDesk desk;

    @BeforeAll
    void start() {
        machine = TestMachine.start();
        desk = new LedgerDesk(
                machine.part(Transactions.class), machine.part(Ledger.class), machine.part(MediaAlarm.class));
    }

    @AfterAll
    void stop() {
        machine.close();
    }

    private static Actor hanako(int organisation) {
        return Actor.named("hanako", organisation, "federation");
    }

    private static Actor taro(int organisation) {
        return Actor.named("taro", organisation, "federation");
    }

    private void entered(int organisation, String number) {
        desk.done(
                hanako(organisation),
                c -> desk.ledger().enter(c, hanako(organisation), number, MediumKind.DISC, number));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(machine.part(Clock.class).instant(), ZoneId.of("Asia/Tokyo"));
    }

    private List<String> incidents(String medium) throws SQLException {
        try (var connection = machine.superuser();
                var query = connection.prepareStatement("""
                        select i.organisation || ' ' || i.kind || ' ' || i.state || ' ' || count(c.*)
                          from incident.incident i join incident.cause c on c.incident = i.id
                         where i.thread like '%' || ? group by i.id order by i.id
                        """)) {
            query.setString(1, medium);
            try (var row = query.executeQuery()) {
                var found = new java.util.ArrayList<String>();
                while (row.next()) {
                    found.add(row.getString(1));
                }
                return found;
            }
        }
    }

    @Test
    void aStockTakingThatMissesAMediumOpensOneIncidentAndItsCloseNoSecond() throws SQLException {
        entered(0, "VAULT-1");
        entered(0, "VAULT-2");
        var two = new TwoPeople(hanako(0), taro(0));
        desk.with(
                hanako(0),
                taro(0),
                "VAULT-1",
                "vault-in",
                (c, _, it) -> desk.ledger().vaultIn(c, two, it.id(), "A-1"));
        desk.done(hanako(0), c -> desk.ledger().stockTaking().open(c, hanako(0), today().plusDays(7)));
        desk.with(
                hanako(0),
                "VAULT-1",
                "count",
                (c, it) -> desk.ledger().stockTaking().count(c, hanako(0), it.id()));
        assertThatThrownBy(() -> desk.close(hanako(0), taro(0)))
                .isInstanceOfSatisfying(
                        MediaRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("not-all-counted"));
        var missed = desk.missing(hanako(0), "VAULT-2", true);
        assertThat(missed.raised()).isNotNull();
        assertThat(incidents("numbers/VAULT-2")).containsExactly("0 missing-medium open 1");
        assertThatThrownBy(() -> desk.close(hanako(0), null))
                .isInstanceOfSatisfying(
                        MediaRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("second-person-missing"));
        var closed = desk.close(hanako(0), taro(0));
        assertThat(closed.value().missing()).containsExactly("numbers/VAULT-2");
        assertThat(closed.value().late()).isFalse();
        assertThat(incidents("numbers/VAULT-2")).containsExactly("0 missing-medium open 1");
        assertThat(incidents("numbers/VAULT-1")).isEmpty();
    }

    @Test
    void theNightlyLookOpensNothingTwiceAndSomethingNewIsAddedToWhatIsOpen() throws SQLException {
        entered(HERE, "DISC-9");
        assertThat(desk.missing(hanako(HERE), "DISC-9", false).raised()).isNotNull();
        var watch = machine.part(MediaWatch.class);
        var operator = machine.actor(Role.OPERATOR);
        for (var night = 0; night < 2; night++) {
            assertThat(watch.look(operator))
                    .filteredOn(MediaWatch.Looked::alarming)
                    .extracting(MediaWatch.Looked::organisation)
                    .contains(HERE);
        }
        assertThat(incidents("association-28/DISC-9")).containsExactly("28 missing-medium open 1");
        var two = new TwoPeople(hanako(HERE), taro(HERE));
        desk.with(
                hanako(HERE),
                taro(HERE),
                "DISC-9",
                "find",
                (c, _, it) -> desk.ledger().found(c, two, it.id(), "in the other drawer"));
        desk.missing(hanako(HERE), "association-28/DISC-9", false);
        assertThat(incidents("association-28/DISC-9")).containsExactly("28 missing-medium open 2");
    }

    @Test
    void aMediumThatIsNotInTheLedgerIsRefusedByNameAndOnRecord() throws SQLException {
        var before = refusals();
        assertThatThrownBy(() -> desk.missing(hanako(HERE), "NOWHERE-1", false))
                .isInstanceOfSatisfying(
                        MediaRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("no-such-medium"));
        assertThat(refusals()).isEqualTo(before + 1);
    }

    private long refusals() throws SQLException {
        try (var connection = machine.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from audit.record where event = 'media-step-refused'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
