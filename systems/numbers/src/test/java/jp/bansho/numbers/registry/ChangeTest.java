package jp.bansho.numbers.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.linkage.Directory;
import jp.bansho.numbers.linkage.Identifier;
import jp.bansho.numbers.registry.Confirmation.LastDeclaration;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.vault.KeptNumber;
import jp.bansho.numbers.vault.NumberState;
import jp.bansho.numbers.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// People who are registered are changed and taken out of use (N3); nothing is forgotten and nobody overwrites another.
class ChangeTest {

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
    void aNewNumberComesIntoForceAndTheOldOneIsKept() throws SQLException {
        Terminal.done(terminal.changeNumber(subject, terminal.version(subject), 51));

        assertThat(terminal.inForce(subject)).isEqualTo(InventedFiles.number(HERE, 51));
        assertThat(terminal.shown(subject).numbers())
                .extracting(KeptNumber::generation, KeptNumber::state)
                .containsExactly(tuple(2, NumberState.CURRENT), tuple(1, NumberState.FORMER));
        assertThat(terminal.recorded(subject))
                .endsWith("number-changed|P-06:number-registration|{\"generation\":2,\"reason\":\"ON_REQUEST\"}");
        assertThat(indexed(subject)).containsExactly("1|2", "2|1");
    }

    @Test
    void aFormerNumberComesIntoForceAgainAndIsNotKeptTwice() throws SQLException {
        Terminal.done(terminal.changeNumber(subject, terminal.version(subject), 51));
        Terminal.done(terminal.changeNumber(subject, terminal.version(subject), 1));

        assertThat(terminal.inForce(subject)).isEqualTo(InventedFiles.number(HERE, 1));
        assertThat(indexed(subject)).containsExactly("1|1", "2|2");
        assertThat(terminal.count("from vault.sealed_number where subject = " + subject))
                .isEqualTo(2);
    }

    @Test
    void theSameNumberAgainAndSomebodyElsesAreRefused() throws SQLException {
        var other = terminal.registered(2);
        var version = terminal.version(subject);

        assertThat(Terminal.why(terminal.changeNumber(subject, version, 1))).isEqualTo(Refusal.SAME_NUMBER);
        assertThat(Terminal.why(terminal.changeNumber(subject, version, 2))).isEqualTo(Refusal.HELD_BY_ANOTHER);
        assertThat(Sql.rows(
                        terminal.administrator,
                        "select reason, echo_key, subject, other_subject, generation from intake.work_item"))
                .containsExactly("held-by-another|2800000001|" + subject + "|" + other + "|1");
        assertThat(terminal.version(subject)).isEqualTo(version);
        var last = terminal.registry()
                .changeNumber(
                        terminal.clerk,
                        Terminal.PENSION,
                        HERE,
                        subject,
                        version,
                        Terminal.number(7),
                        new LastDeclaration(),
                        ChangeReason.CORRECTION);
        assertThat(Terminal.why(last)).isEqualTo(Refusal.NOT_THE_LAST);
    }

    @Test
    void identifiersAreReplacedAndTheRecordSaysWhich() throws SQLException {
        var typed = new Identifiers("2800000077", "K7654321", null, "1234-567890", null);

        var done = Terminal.done(identifiers(terminal.version(subject), typed));

        assertThat(Identifiers.of(terminal.shown(subject).person()))
                .isEqualTo(new Identifiers("2800000077", "K7654321", null, "1234567890", null));
        assertThat(terminal.recorded(subject))
                .endsWith("identifiers-changed|P-06:number-registration|"
                        + "{\"fields\":[\"user-number\",\"own-number\",\"basic-pension-number\"]}");
        assertThat(Terminal.why(identifiers(done.version(), typed))).isEqualTo(Refusal.NOTHING_CHANGED);
        terminal.registered(2);
        assertThat(Terminal.why(identifiers(done.version(), Terminal.identifiers(2))))
                .isEqualTo(Refusal.USER_NUMBER_TAKEN);
        assertThat(Terminal.why(identifiers(done.version(), new Identifiers("77", null, null, null, null))))
                .isEqualTo(Refusal.USER_NUMBER);
    }

    @Test
    void whoChangesWhatSomebodyElseChangedMeanwhileIsRefused() throws SQLException {
        var shown = terminal.version(subject);
        Terminal.done(terminal.changeNumber(subject, shown, 51));

        assertThat(Terminal.why(terminal.changeNumber(subject, shown, 52))).isEqualTo(Refusal.CHANGED_MEANWHILE);
        assertThat(Terminal.why(identifiers(shown, Terminal.identifiers(9)))).isEqualTo(Refusal.CHANGED_MEANWHILE);
        assertThat(Terminal.why(terminal.registry()
                        .delete(terminal.clerk, Terminal.PENSION, HERE, subject, shown, EndReason.TWICE)))
                .isEqualTo(Refusal.CHANGED_MEANWHILE);
        assertThat(terminal.inForce(subject)).isEqualTo(InventedFiles.number(HERE, 51));
        assertThat(terminal.shown(subject).person().userNumber()).isEqualTo("2800000001");
    }

    @Test
    void whoWasRegisteredByMistakeIsOutOfUseAndEverybodyElseCanBeRegistered() throws SQLException {
        Terminal.done(terminal.changeNumber(subject, terminal.version(subject), 51));
        Terminal.done(terminal.delete(subject));

        assertThat(terminal.shown(subject).inUse()).isFalse();
        assertThat(terminal.shown(subject).hasNumber()).isFalse();
        assertThat(terminal.inForce(subject)).isEqualTo(-1);
        assertThat(indexed(subject)).isEmpty();
        assertThat(terminal.recorded(subject)).contains("person-ended|P-06:number-registration|{\"reason\":\"TWICE\"}");
        assertThat(terminal.machine
                        .part(Directory.class)
                        .find(terminal.clerk, Purpose.PENSION_PAYMENT, HERE, Identifier.USER_NUMBER, "2800000001"))
                .isEmpty();
        assertThat(Terminal.why(terminal.changeNumber(subject, terminal.version(subject), 52)))
                .isEqualTo(Refusal.NOT_THERE);
        assertThat(Terminal.why(terminal.delete(subject))).isEqualTo(Refusal.NOT_THERE);

        var again = terminal.registered(1);
        assertThat(again).isNotEqualTo(subject);
        assertThat(terminal.inForce(again)).isEqualTo(InventedFiles.number(HERE, 1));
        // the sealed rows stay for the erasure desk, and a rebuilt index does not bring them back
        assertThat(terminal.count("from vault.sealed_number where state = 5")).isEqualTo(2);
        Sql.run(terminal.administrator, "delete from vault.index_alive; truncate vault.number_index");
        terminal.machine.part(Vault.class).rebuildIndex(terminal.clerk, HERE);
        assertThat(indexed(subject)).isEmpty();
        assertThat(indexed(again)).containsExactly("1|1");
    }

    @Test
    void aFileRegistersAnewWhoWasTakenOutOfUse() throws SQLException {
        Terminal.done(terminal.delete(subject));

        var sheet = terminal.machine.register(HERE, 1, 2);

        assertThat(sheet.counts()).containsEntry("registered", 1L);
        assertThat(terminal.count("from linkage.subject where user_number = '2800000001' and state = 1"))
                .isEqualTo(1);
    }

    @Test
    void whileAFileIsRegisteredNobodyIsChanged() throws SQLException {
        var version = terminal.version(subject);
        try (var connection = terminal.machine.application();
                var _ = terminal.machine.part(Jobs.class).lock(connection, HERE)) {
            assertThat(Terminal.why(terminal.changeNumber(subject, version, 51)))
                    .isEqualTo(Refusal.JOB_RUNNING);
            assertThat(terminal.register(Terminal.recipient(3, 3))).isInstanceOf(Outcome.Done.class);
        }
        Terminal.done(terminal.changeNumber(subject, version, 51));
    }

    @Test
    void whoSeesAPersonNeedsAPurposeThatFits() throws SQLException {
        var registry = terminal.registry();
        assertThat(registry.see(terminal.clerk, Terminal.TAX, HERE, subject)).isInstanceOf(PersonPage.Refused.class);
        assertThat(registry.see(terminal.clerk, new Ground("audit", "P-03"), HERE, subject))
                .isInstanceOf(PersonPage.Refused.class);
        assertThat(registry.see(
                        terminal.machine.clerk(TestMachine.SAITAMA), Terminal.PENSION, TestMachine.SAITAMA, subject))
                .isInstanceOf(PersonPage.Nobody.class);
        assertThat(registry.see(terminal.clerk, Terminal.PENSION, HERE, subject))
                .isInstanceOf(PersonPage.Shown.class);
        assertThat(Sql.rows(
                        terminal.administrator,
                        "select event, association from audit.record where subject = " + subject
                                + " and event not like '%registered' order by seq"))
                .containsExactly(
                        "purpose-refused|28", "purpose-refused|28", "registration-refused|11", "person-shown|28");
    }

    private Outcome identifiers(String version, Identifiers typed) {
        return terminal.registry().changeIdentifiers(terminal.clerk, Terminal.PENSION, HERE, subject, version, typed);
    }

    private Iterable<String> indexed(long person) throws SQLException {
        return Sql.rows(
                terminal.administrator,
                "select generation, state from vault.number_index where subject = " + person + " order by 1");
    }
}
