package jp.bansho.numbers.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.store.Sql;
import org.junit.jupiter.api.Test;

/// A disk that fills up while a backup is written leaves nothing that looks like one.
class BackupWithoutRoomTest {

    @Test
    void aFullDiskIsNamedAndRecordedAndNothingHalfIsLeft() throws Exception {
        try (var machine = TestMachine.start()) {
            machine.register(TestMachine.HYOGO, 0, 10);
            machine.stop();
            Child.hire(machine, "o.unei = operator");
            var folder = machine.folder().resolve("backups");

            var child =
                    Child.startWithoutRoom(machine, "numbers", "backup", "--to", folder.toString(), "--as", "o.unei");

            assertThat(child.end()).as(child.said()).isEqualTo(ExitCode.REFUSED);
            assertThat(child.said()).contains("perhaps a full disk", "ディスク容量");
            try (var files = Files.list(folder);
                    var administrator = machine.superuser()) {
                assertThat(files).isEmpty();
                assertThat(Sql.rows(administrator, "select details from audit.record where event = 'backup-failed'"))
                        .containsExactly("{\"reason\":\"NO_ROOM\"}");
                assertThat(Sql.number(administrator, "select count(*) from recovery.backup"))
                        .isZero();
            }
        }
    }
}
