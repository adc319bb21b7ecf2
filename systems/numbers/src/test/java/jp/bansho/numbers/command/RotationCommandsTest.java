package jp.bansho.numbers.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.Approved;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.store.Sql;
import jp.bansho.testing.Json;
import org.junit.jupiter.api.Test;

/// The commands of `docs/runbooks/rotation.md`, one after the other, with a process killed in between.
class RotationCommandsTest {

    @Test
    void keysAreChangedByCommandAndAKilledProcessGoesOn() throws Exception {
        try (var machine = TestMachine.start()) {
            machine.register(TestMachine.HYOGO, 0, 900);
            var seal = Approved.keyCeremony(machine, "keys rotate number-seal/28");
            var index = Approved.keyCeremony(machine, "keys rotate number-index/28");
            var pad = Approved.keyCeremony(machine, "keys rotate pad-seal/28");
            machine.stop();
            Child.hire(machine, "taro = federation", "jiro = operator");
            try (var desk = new Desk(machine.home().folder());
                    var administrator = machine.superuser()) {
                assertThat(rotate(desk, "number-seal", 0).err()).contains("--application");
                var killed = Child.start(
                        machine, words("number-seal", seal, "--share", "1").toArray(String[]::new));
                while (Sql.number(administrator, "select count(*) from vault.rotation where done between 1 and 800")
                        == 0) {
                    assertThat(killed.endedWithin(20)).as(killed.said()).isFalse();
                }
                killed.kill();
                var waited = administrator.createStatement();
                waited.execute("select pg_advisory_lock(771005, 280)");
                waited.execute("select pg_advisory_unlock_all()");
                assertThat(desk.run("numbers", "keys", "rotations", "--as", "jiro")
                                .out())
                        .contains("number-seal/28/1 → number-seal/28/2", "sealing");

                var done = rotate(desk, "number-seal", 0, "--share", "100");

                assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.DONE);
                assertThat(done.out()).contains("finished", "rows on version 1: 0 / 900");
                assertThat(rotate(desk, "number-index", index).out()).contains("rows on version 1: 0 / 900");
                assertThat(rotate(desk, "pad-seal", pad).out()).contains("rows on version 1: 0 / 4");
                assertThat(rotate(desk, "pad-seal", pad).code()).isEqualTo(ExitCode.REFUSED);
                assertThat(desk.run("numbers", "keys", "rotations", "--as", "taro")
                                .code())
                        .isEqualTo(ExitCode.REFUSED);
                assertThat(desk.run("numbers", "keys", "rotations", "--as", "jiro", "--json")
                                .lines())
                        .hasSize(3)
                        .allSatisfy(line -> assertThat(Json.isObject(line)).isTrue());
                assertThat(desk.run("numbers", "keys", "rotate", "shoes", "--association", "28", "--as", "jiro")
                                .code())
                        .isNotEqualTo(ExitCode.DONE);
            }
        }
    }

    private static Desk.Answer rotate(Desk desk, String purpose, long application, String... more) throws Exception {
        return desk.run(words(purpose, application, more).toArray(String[]::new));
    }

    private static List<String> words(String purpose, long application, String... more) {
        var words = new java.util.ArrayList<>(
                List.of("numbers", "keys", "rotate", purpose, "--association", "28", "--as", "jiro"));
        if (application > 0) {
            words.addAll(List.of("--application", String.valueOf(application)));
        }
        words.addAll(List.of(more));
        return words;
    }
}
