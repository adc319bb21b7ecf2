package jp.bansho.numbers.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import jp.bansho.audit.AuditVerifier;
import jp.bansho.audit.KeyFile;
import jp.bansho.audit.Verification;
import jp.bansho.machine.NotInstalled;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.store.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A record that was cut, set back or forked stops the machine at its start, or is found by the verifier (L2, A7).
class CutRecordTest {

    private TestMachine machine;
    private Connection administrator;

    @BeforeEach
    void aMachineWithAHistory() throws SQLException {
        machine = TestMachine.start();
        machine.register(TestMachine.HYOGO, 0, 2);
        machine.stop();
        administrator = machine.superuser();
        Sql.run(administrator, "create table public.old_head as table audit.head");
        machine.again();
        machine.register(TestMachine.HYOGO, 2, 4);
        machine.stop();
    }

    @AfterEach
    void close() throws SQLException {
        administrator.close();
        machine.close();
    }

    @Test
    void anUntouchedRecordIsSoundAndTheMachineStarts() throws Exception {
        machine.again();
        assertThat(verify().sound()).isTrue();
    }

    @Test
    void aTailCutOffWithTheHeadSetBackStopsTheMachine() throws Exception {
        setBack();
        refusedToStart("it ends at");
        assertThat(verify().sound()).isFalse();
    }

    @Test
    void aTailCutOffAloneStopsTheMachine() throws Exception {
        Sql.run(administrator, "delete from audit.record where seq > (select seq from public.old_head)");
        refusedToStart("is another than the exported one");
        assertThat(verify().sound()).isFalse();
    }

    @Test
    void anotherHistoryAfterAnOldHeadStopsTheMachine() throws Exception {
        var heads = Files.readString(machine.home().auditHeads());
        setBack();
        // a copy of the machine without the exported heads goes on where the old one was …
        Files.delete(machine.home().auditHeads());
        machine.again();
        machine.register(TestMachine.HYOGO, 10, 20);
        machine.register(TestMachine.HYOGO, 20, 30);
        machine.stop();
        // … and meets the heads that were kept safe
        Files.writeString(machine.home().auditHeads(), heads);
        refusedToStart("is another than the exported one");
        assertThat(verify().sound()).isFalse();
    }

    @Test
    void aHeadOfAnotherKeyStopsTheMachine() throws Exception {
        Sql.run(administrator, "update audit.head set signature = sha256('x') || sha256('y')");
        refusedToStart("no valid signature");
        assertThat(verify().sound()).isFalse();
    }

    @Test
    void aTornHeadFileStopsTheMachine() throws Exception {
        var heads = Files.readString(machine.home().auditHeads());
        Files.writeString(machine.home().auditHeads(), heads.substring(0, heads.length() - 20));
        refusedToStart("is damaged");
        assertThat(verify().sound()).isFalse();
    }

    @Test
    void aHeadFileWithoutItsLastLineIsFoundByTheVerifier() throws Exception {
        var heads = Files.readAllLines(machine.home().auditHeads());
        Files.write(machine.home().auditHeads(), heads.subList(0, heads.size() - 1));
        assertThat(verify().sound()).isFalse();
    }

    @Test
    void anEditedRecordIsFoundByTheVerifier() throws Exception {
        Sql.run(administrator, "update audit.record set actor = 'somebody.else' where seq = 3");
        assertThat(verify().sound()).isFalse();
    }

    private void setBack() throws SQLException {
        Sql.run(administrator, "delete from audit.record where seq > (select seq from public.old_head)");
        Sql.run(administrator, """
                update audit.head h set seq = o.seq, hash = o.hash, at = o.at, key_id = o.key_id, signature = o.signature
                  from public.old_head o
                """);
    }

    private void refusedToStart(String why) throws SQLException {
        var records = Sql.rows(administrator, "select seq from audit.record order by 1");
        assertThatThrownBy(machine::again)
                .rootCause()
                .isInstanceOf(NotInstalled.class)
                .hasMessageContaining(why);
        assertThat(Sql.rows(administrator, "select seq from audit.record order by 1"))
                .as("nothing was written")
                .isEqualTo(records);
    }

    private Verification verify() throws IOException, SQLException {
        var verifier = new AuditVerifier(
                machine.home().auditHeads(), KeyFile.read(machine.home().auditPublicKey()));
        try (var connection = machine.application()) {
            return verifier.verify(connection);
        }
    }
}
