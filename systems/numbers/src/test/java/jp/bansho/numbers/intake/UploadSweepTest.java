package jp.bansho.numbers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.terminal.Office;
import org.junit.jupiter.api.Test;

/// What a crash leaves in the folder of uploads is put in order at the next start.
class UploadSweepTest {

    private static final int HERE = TestMachine.HYOGO;

    @Test
    void whatNoJobWantsGoesAndWhatWaitsStays() throws Exception {
        try (var office = new Office()) {
            var machine = office.machine();
            var uploads = machine.home().uploads();
            var waiting = taken(machine, InventedFiles.dependants(uploads.resolve("28-waiting.csv"), HERE, 0, 5));
            var confirmed = taken(machine, InventedFiles.dependants(uploads.resolve("28-sure.csv"), HERE, 10, 15));
            var leftOver = Files.writeString(uploads.resolve("upload_1.tmp"), "x");
            try (var connection = machine.superuser();
                    var statement = connection.createStatement()) {
                statement.execute("update intake.upload set confirmed_by = 'somebody', confirmed_at = now()"
                        + " where job = (select max(job) from intake.upload)");
            }
            machine.part(UploadSweep.class).sweep();
            assertThat(waiting).exists();
            assertThat(confirmed).doesNotExist();
            assertThat(leftOver).doesNotExist();
            try (var connection = machine.superuser();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "select count(*) from audit.record where event = 'source-deleted'")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(2);
            }
        }
    }

    private static Path taken(TestMachine machine, Path file) {
        var taken = machine.part(Uploads.class).take(machine.clerk(HERE), "tax", HERE, file);
        assertThat(taken).isInstanceOf(Taken.Begun.class);
        var job = ((Taken.Begun) taken).job();
        while (machine.part(RunningJobs.class).reached(job).isPresent()) {
            Thread.onSpinWait();
        }
        return file;
    }
}
