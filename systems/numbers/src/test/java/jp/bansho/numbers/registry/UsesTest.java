package jp.bansho.numbers.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.linkage.Kind;
import jp.bansho.numbers.registry.Confirmation.TypedOnce;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who looked at it (L1), and that none of it holds a number.
class UsesTest {

    private static final int HERE = Terminal.HERE;

    private Terminal terminal;
    private long subject;

    @BeforeEach
    void start() throws SQLException {
        terminal = new Terminal();
        subject = terminal.registered(1);
    }

    @AfterEach
    void stop() throws SQLException {
        terminal.close();
    }

    @Test
    void thePageTellsWhoDidWhatNewestFirst() {
        terminal.registered(2);
        terminal.machine.part(Vault.class).reveal(terminal.clerk, Purpose.PENSION_PAYMENT, HERE, subject, "R8-0042");

        var uses = uses(HERE, 10);

        assertThat(uses)
                .extracting(Use::event)
                .containsExactly("number-revealed", "number-registered", "person-registered");
        var newest = uses.getFirst();
        assertThat(newest.actor()).isEqualTo("a.kumiai28");
        assertThat(newest.role()).isEqualTo("association");
        assertThat(newest.purpose()).isEqualTo("P-03:pension-payment");
        assertThat(newest.caseReference()).isEqualTo("R8-0042");
        assertThat(uses.getLast().caseReference()).isEmpty();
        assertThat(uses(HERE, 2)).extracting(Use::event).containsExactly("uses-shown", "number-revealed");
    }

    @Test
    void strangersAndOtherPurposesSeeNothingOfIt() throws SQLException {
        var uses = terminal.machine.part(Uses.class);
        for (var stranger :
                List.of(terminal.machine.clerk(TestMachine.SAITAMA), terminal.machine.actor(Role.OPERATOR))) {
            assertThatThrownBy(() -> uses.of(stranger, Terminal.PENSION, HERE, subject, 10))
                    .isInstanceOf(StaffRefused.class);
        }
        var elsewhere = terminal.machine.clerk(TestMachine.SAITAMA);
        assertThat(uses.of(elsewhere, Terminal.PENSION, TestMachine.SAITAMA, subject, 10))
                .isEmpty();
        assertThat(uses.of(terminal.clerk, Terminal.TAX, HERE, subject, 10)).isEmpty();
        assertThat(uses.of(terminal.clerk, new Ground("audit", "P-06"), HERE, subject, 10))
                .isEmpty();
        assertThat(terminal.count("from audit.record where event = 'purpose-refused' and subject = " + subject))
                .isEqualTo(3);
    }

    @Test
    void nothingThatWasTypedIsInTheRecordOrInATable() throws SQLException {
        Terminal.done(terminal.changeNumber(subject, terminal.version(subject), 51));
        terminal.register(Terminal.recipient(2, 51));
        terminal.register(Terminal.dependant(5));
        terminal.register(new NewPerson(
                Kind.RECIPIENT,
                new Identifiers(InventedFiles.digits(HERE, 7), null, null, null, null),
                Terminal.number(7),
                new TypedOnce()));
        Terminal.done(terminal.delete(subject));
        var tables = Sql.rows(terminal.administrator, """
                select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r' and n.nspname in ('audit', 'linkage', 'vault', 'job', 'intake', 'taxfile')
                """);
        assertThat(tables).contains("audit.record", "intake.work_item");
        for (var table : tables) {
            var rows = String.join("\n", Sql.rows(terminal.administrator, "select t::text from " + table + " t"));
            for (var person : new int[] {1, 51, 5, 7}) {
                assertThat(rows).as(table).doesNotContain(InventedFiles.digits(HERE, person));
            }
        }
    }

    private List<Use> uses(int association, int most) {
        return terminal.machine
                .part(Uses.class)
                .of(terminal.clerk, Terminal.PENSION, association, subject, most)
                .orElseThrow();
    }
}
