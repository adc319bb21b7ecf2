package jp.bansho.numbers.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.intake.Invented;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.testing.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommandsTest {

    @SuppressWarnings("NullAway.Init")
    private static TestMachine machine;

    @SuppressWarnings("NullAway.Init")
    private static Desk desk;

    private static int files;

    @BeforeAll
    static void start() throws Exception {
        machine = TestMachine.start();
        machine.register(TestMachine.HYOGO, 0, 10);
        machine.stop();
        Child.hire(
                machine,
                "hanako = association 28",
                "saburo = association 11",
                "taro = federation",
                "jiro = operator",
                "goro = boss");
        desk = new Desk(machine.home().folder());
    }

    @AfterAll
    static void close() {
        desk.close();
        machine.close();
    }

    private static Path results(int from, int to) {
        return InventedFiles.results(machine.folder().resolve("results-" + ++files + ".csv"), 28, from, to);
    }

    private static Desk.Answer intake(Path file, String... more) throws Exception {
        var arguments = new java.util.ArrayList<>(List.of(
                "numbers",
                "intake",
                "results",
                file.toString(),
                "--association",
                "28",
                "--purpose",
                "number-registration",
                "--as",
                "hanako"));
        arguments.addAll(List.of(more));
        return desk.run(arguments.toArray(String[]::new));
    }

    @Test
    void aCleanFileIsDoneAndItsJsonIsOneStrictObject() throws Exception {
        var answer = intake(results(100, 105), "--json");
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.lines()).singleElement().satisfies(line -> {
            assertThat(Json.isObject(line)).as(line).isTrue();
            assertThat(Json.value(line, "registered")).isEqualTo("5");
            assertThat(Json.value(line, "actor")).isEqualTo("hanako");
            assertThat(Json.value(line, "state")).isEqualTo("finished");
        });
    }

    @Test
    void theSheetOnPaperIsInBothLanguagesAndNamesTheRowsToLookAt() throws Exception {
        var file = InventedFiles.write(
                machine.folder().resolve("mixed.csv"),
                InventedFiles.found(1, InventedFiles.userNumber(28, 200), InventedFiles.digits(28, 200), false)
                        + Invented.file(Invented.nobody(InventedFiles.userNumber(28, 201))));
        var answer = intake(file);
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE_WITH_FINDINGS);
        assertThat(answer.out())
                .contains("ジョブ票 / job sheet", "利用目的 / purpose", "登録 / registered", "該当者なし / no-hit", "2 行")
                .contains(InventedFiles.userNumber(28, 201))
                .doesNotContain(InventedFiles.digits(28, 200));
    }

    @Test
    void aRefusalIsOneLineInBothLanguagesAndExitsWithOne() throws Exception {
        var file = results(110, 112);
        intake(file);
        var answer = intake(file);
        assertThat(answer.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.err().lines()).singleElement().asString().contains("--again", "処理済み");
        assertThat(intake(file, "--again").code()).isEqualTo(ExitCode.DONE);
        assertThat(intake(machine.folder().resolve("nowhere.csv")).err()).contains("cannot be read", "読めません");
    }

    @Test
    void aCommandLineThatIsNotUnderstoodExitsWithTwo() throws Exception {
        for (var arguments : List.of(
                new String[] {"numbers", "intake", "results"},
                new String[] {"numbers", "intake", "pictures", "x"},
                new String[] {"numbers", "find", "--association", "28", "--purpose", "pension-payment"},
                new String[] {"numbers", "find", "--association", "x", "--purpose", "y", "--number-from-stdin"},
                new String[] {"frobnicate"})) {
            assertThat(desk.run(arguments).code())
                    .as(String.join(" ", arguments))
                    .isEqualTo(ExitCode.USAGE);
        }
    }

    @Test
    void everyHelpIsInJapaneseAndEnglishAndTheExitCodesAreExplained() throws Exception {
        for (var command : List.of(
                "",
                "numbers",
                "numbers init",
                "numbers intake",
                "numbers intake results",
                "numbers intake dependants",
                "numbers intake identifiers",
                "numbers taxfile",
                "numbers taxfile preview",
                "numbers taxfile write",
                "numbers taxfile resume",
                "numbers taxfile rows",
                "numbers find",
                "numbers jobs",
                "numbers jobs rows",
                "numbers jobs resume",
                "numbers work",
                "audit",
                "audit verify",
                "audit export")) {
            var answer = desk.run((command + " --help").strip().split(" ", -1));
            assertThat(answer.code()).as(command).isEqualTo(ExitCode.DONE);
            assertThat(answer.out()).as(command).containsPattern("[ぁ-ん一-龠]{2}").containsPattern("[A-Z][a-z]+ [a-z]+");
        }
        assertThat(desk.run("--help").out()).contains("0", "1", "2", "3", "4", "終了コード", "使用の記録が検証できない");
    }

    @Test
    void anUnknownPurposeListsAllPurposes() throws Exception {
        var answer = desk.run(
                "numbers",
                "intake",
                "results",
                results(120, 121).toString(),
                "--association",
                "28",
                "--purpose",
                "curiosity",
                "--as",
                "hanako");
        assertThat(answer.code()).isEqualTo(ExitCode.REFUSED);
        for (var purpose : Purpose.values()) {
            assertThat(answer.err()).contains(purpose.word());
        }
    }

    @Test
    void aStrangerAnUnreadableRoleAndAForeignAssociationAreRefused() throws Exception {
        var file = results(130, 131).toString();
        for (var who : List.of("nobody", "goro", "saburo", "jiro")) {
            var answer = desk.run(
                    "numbers",
                    "intake",
                    "results",
                    file,
                    "--association",
                    "28",
                    "--purpose",
                    "number-registration",
                    "--as",
                    who);
            assertThat(answer.code()).as(who).isEqualTo(ExitCode.REFUSED);
            assertThat(answer.err()).as(who).doesNotContain("see the log");
        }
        for (var association : List.of("0", "100", "-1", "12")) {
            var answer = desk.run(
                    "numbers",
                    "intake",
                    "results",
                    file,
                    "--association",
                    association,
                    "--purpose",
                    "number-registration",
                    "--as",
                    "taro");
            assertThat(answer.code()).as(association).isEqualTo(ExitCode.REFUSED);
            assertThat(answer.err()).as(association).contains("no association", association);
        }
    }

    @Test
    void jobsTheirRowsAndTheWorkListAreListedInJson() throws Exception {
        var file = InventedFiles.write(
                machine.folder().resolve("nobody.csv"),
                Invented.file(Invented.nobody(InventedFiles.userNumber(28, 300))));
        var job = Json.value(intake(file, "--json").out(), "job");
        var jobs = desk.run("numbers", "jobs", "--association", "28", "--as", "hanako", "--json");
        assertThat(jobs.lines()).isNotEmpty().allMatch(Json::isObject);
        assertThat(jobs.lines()).anyMatch(line -> Json.value(line, "job").equals(job));
        var rows = desk.run("numbers", "jobs", "rows", job, "--association", "28", "--as", "hanako", "--json");
        assertThat(rows.lines())
                .singleElement()
                .matches(Json::isObject)
                .asString()
                .contains("\"no-hit\"");
        var work = desk.run("numbers", "work", "--association", "28", "--as", "hanako", "--json");
        assertThat(work.lines()).isNotEmpty().allMatch(Json::isObject);
        assertThat(work.out()).contains(InventedFiles.userNumber(28, 300));
        var operator = desk.run("numbers", "jobs", "--as", "jiro", "--json");
        assertThat(operator.lines()).as(operator.err()).isNotEmpty().allMatch(Json::isObject);
    }

    @Test
    void aHomeWithoutAnInstallationSaysWhatToDo() throws Exception {
        try (var elsewhere = new Desk(machine.folder().resolve("empty-home"))) {
            for (var arguments :
                    List.of(new String[] {"numbers", "jobs", "--as", "taro"}, new String[] {"audit", "verify"})) {
                var answer = elsewhere.run(arguments);
                assertThat(answer.code()).as(arguments[1]).isEqualTo(ExitCode.REFUSED);
                assertThat(answer.err()).as(arguments[1]).contains("bansho numbers init");
            }
        }
    }
}
