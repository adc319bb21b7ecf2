package jp.bansho.numbers.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.cycle.InquiryRows;
import jp.bansho.numbers.job.JobKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The commands of the runbooks of the year's calendar and of the cycles, typed as they show them; none is left out.
class CalendarCommandsTest {

    private static final int HERE = TestMachine.HYOGO;

    @SuppressWarnings("NullAway.Init")
    private static TestMachine machine;

    @SuppressWarnings("NullAway.Init")
    private static Desk desk;

    private static final TreeSet<String> typed = new TreeSet<>();

    @BeforeAll
    static void start() throws Exception {
        machine = TestMachine.start();
        machine.register(HERE, 0, 4);
        machine.take(
                JobKind.DEPENDANTS,
                HERE,
                InventedFiles.dependants(machine.folder().resolve("dependants.csv"), HERE, 20, 24));
        machine.stop();
        Child.hire(machine, "hanako = association 28", "taro = association 28", "jiro = operator");
        desk = new Desk(machine.home().folder());
    }

    @AfterAll
    static void close() {
        desk.close();
        machine.close();
    }

    @Test
    void theYearCommandByCommand() throws Exception {
        var day = today().toString().replace("-", "");
        var life = InventedFiles.write(
                machine.folder().resolve("life.csv"),
                InquiryRows.dead(1, InventedFiles.userNumber(HERE, 0), InventedFiles.digits(HERE, 0), day)
                        + InquiryRows.changed(2, InventedFiles.userNumber(HERE, 1), InventedFiles.digits(HERE, 90), day)
                        + InquiryRows.same(3, InventedFiles.userNumber(HERE, 2), InventedFiles.digits(HERE, 2), day));
        var taken =
                type("numbers intake results FILE --association 28 --purpose life-status --as NAME", "hanako", life);
        assertThat(taken.out()).as(taken.err()).contains("changed");
        assertThat(type("numbers work --association 28 --as NAME", "hanako", life)
                        .out())
                .contains("died", InventedFiles.userNumber(HERE, 0));

        var next = InventedFiles.dependants(machine.folder().resolve("next.csv"), HERE, 21, 26);
        assertThat(type(
                                "numbers declarations register FILE --association 28 --year YEAR --deadline DEADLINE --as NAME",
                                "hanako",
                                next)
                        .code())
                .as("not compared yet")
                .isEqualTo(ExitCode.REFUSED);
        assertThat(type("numbers declarations compare FILE --association 28 --year YEAR --as NAME", "hanako", next)
                        .out())
                .contains("同じ / same 3", "新規 / new 2", "申告なし / gone 1");
        assertThat(type(
                                "numbers declarations register FILE --association 28 --year YEAR --deadline DEADLINE --as NAME",
                                "hanako",
                                next)
                        .code())
                .isEqualTo(ExitCode.DONE);

        assertThat(type("numbers cycles --as NAME", "jiro", life).lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("life-status") && line.contains("死亡 1") && line.contains("未回答 1"))
                .anyMatch(line -> line.contains("declarations") && line.contains("新規 2") && line.contains("未回答 1"));
        assertThat(type("numbers cycles --as NAME", "hanako", life).code()).isEqualTo(ExitCode.REFUSED);
        assertThat(type("numbers logcheck --as NAME", "jiro", life).out()).contains("改ざんなし");
        assertThat(type("numbers erasure list --as NAME", "jiro", life).code()).isEqualTo(ExitCode.DONE);
        assertThat(type("numbers purges --as NAME", "jiro", life).code()).isEqualTo(ExitCode.DONE);
        assertThat(type("numbers keys rotations --as NAME", "jiro", life).code())
                .isEqualTo(ExitCode.DONE);
        assertThat(type("numbers media watch --as NAME", "jiro", life).code()).isEqualTo(ExitCode.DONE);
        assertThat(type("numbers media stock-taking begin --until DEADLINE --as NAME", "hanako", life)
                        .code())
                .isEqualTo(ExitCode.DONE);
        assertThat(type("numbers media stock-taking count MEDIUM … --as NAME", "hanako", life)
                        .code())
                .as("no such medium")
                .isEqualTo(ExitCode.REFUSED);
        assertThat(type("numbers media stock-taking missing MEDIUM --as NAME", "hanako", life)
                        .code())
                .as("no such medium")
                .isEqualTo(ExitCode.REFUSED);
        assertThat(type("numbers media stock-taking close --as NAME --with ANOTHER", "hanako", life)
                        .code())
                .isEqualTo(ExitCode.DONE);
        assertThat(typed).isEqualTo(runbooks());
    }

    private static Desk.Answer type(String line, String name, Path file) throws Exception {
        typed.add(line);
        return desk.run(line.replace("ANOTHER", "taro")
                .replace("NAME", name)
                .replace("FILE", file.toString())
                .replace("YEAR", Integer.toString(today().minusMonths(9).getYear() + 1))
                .replace("DEADLINE", today().toString())
                .split(" ", -1));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Tokyo"));
    }

    private static Set<String> runbooks() throws Exception {
        var found = new TreeSet<String>();
        for (var name : new String[] {"calendar", "cycles"}) {
            for (var line : Files.readAllLines(Path.of("../../docs/runbooks/" + name + ".md"))) {
                // the other machines have their commands in tests of their own, or of the library they share
                if (line.startsWith("./bansho numbers ")) {
                    found.add(line.substring("./bansho ".length()));
                }
            }
        }
        return found;
    }
}
