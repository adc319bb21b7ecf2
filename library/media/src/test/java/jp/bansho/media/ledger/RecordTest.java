package jp.bansho.media.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import jp.bansho.audit.AuditTrail;
import jp.bansho.audit.EventShape;
import org.junit.jupiter.api.Test;

/// Every use of a medium is on record, in the transaction of the act.
class RecordTest {

    private final Office office = new Office();
    private final LedgerDatabase database = office.database;

    @Test
    void noEventHasAFieldThatCouldHoldANumber() {
        assertThatCode(() -> EventShape.permitted(MediaEvent.class)).doesNotThrowAnyException();
        assertThat(EventShape.permitted(MediaEvent.class)).hasSizeGreaterThan(15);
    }

    @Test
    void theActAndItsRecordAreOneTransaction() throws SQLException, IOException {
        try (var sql = Objects.requireNonNull(AuditTrail.class.getResourceAsStream("/db/audit/V1__audit.sql"))) {
            database.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
        var trail = new AuditTrail(Office.SIGNER, Office.TRUSTED, database.clock());
        for (var committed : new boolean[] {false, true}) {
            database.in(28, on -> {
                var answer = office.ledger.enter(on, office.tanaka, "USB-1", MediumKind.STICK, "請求用");
                try (var statement = on.createStatement()) {
                    statement.execute("set local role none");
                }
                trail.append(on, answer.entries());
                if (!committed) {
                    on.rollback();
                }
                return true;
            });
            assertThat(database.column(28, "select number from media.medium")).hasSize(committed ? 1 : 0);
        }
        database.execute("grant select on audit.record to bansho_media; grant usage on schema audit to bansho_media");
        assertThat(database.column(28, "select event || ' ' || actor || ' ' || association from audit.record"))
                .containsExactly("medium-entered k.tanaka 28");
    }

    @Test
    void aRefusalChangesNothingAndIsOnRecordUnderItsName() throws SQLException {
        office.entered("USB-1");
        office.refused(Refusal.NUMBER_TAKEN, () -> office.entered("USB-1"));
        for (var number : new String[] {"", "usb-1", "1234-5678-9012", "X".repeat(21), "123456789012"}) {
            office.refused(Refusal.TEXT_UNWELCOME, () -> office.entered(number));
        }
        office.refused(
                Refusal.TEXT_UNWELCOME,
                () -> database.act(
                        28,
                        on -> office.ledger.enter(on, office.tanaka, "USB-2", MediumKind.DISC, "個人 1234 5678 9012")));
        office.refused(
                Refusal.NO_SUCH_MEDIUM, () -> database.act(28, on -> office.ledger.missing(on, office.tanaka, 4711)));
        assertThat(database.column(28, "select count(*) from media.medium")).containsExactly("1");
        assertThat(database.entries()).last().satisfies(entry -> {
            assertThat(entry.stamp().system()).isEqualTo("numbers");
            assertThat(entry.stamp().association()).isEqualTo(28);
            assertThat(entry.event())
                    .isEqualTo(new MediaEvent.MediaStepRefused("no-such-medium", "miss", "medium 4711"));
        });
    }

    @Test
    void anOwnMediumIsNotGivenBackToAnybody() throws SQLException {
        var own = office.entered("USB-1");
        office.refused(
                Refusal.OURS,
                () -> database.act(28, on -> office.ledger.giveBack(on, office.both, own.id(), "courier-7")));
    }
}
