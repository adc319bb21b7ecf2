package jp.bansho.numbers.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.intake.Invented;
import jp.bansho.testing.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NumberCommandsTest {

    private static final String KNOWN = InventedFiles.userNumber(TestMachine.HYOGO, 3);
    private static final String NUMBER = InventedFiles.digits(TestMachine.HYOGO, 3);

    @SuppressWarnings("NullAway.Init")
    private static TestMachine machine;

    @SuppressWarnings("NullAway.Init")
    private static Desk desk;

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

    /// Finds a person by what is typed into standard input.
    private static Desk.Answer find(String typed, String... more) throws Exception {
        var arguments = new java.util.ArrayList<>(List.of(
                "numbers",
                "find",
                "--association",
                "28",
                "--purpose",
                "pension-consultation",
                "--number-from-stdin",
                "--as",
                "hanako"));
        arguments.addAll(List.of(more));
        return desk.type(typed, arguments.toArray(String[]::new));
    }

    @Test
    void aPersonIsFoundByTheNumberOnStandardInputAndTheNumberIsNeverPrinted() throws Exception {
        var found = find(NUMBER + "\n");
        assertThat(found.code()).as(found.err()).isEqualTo(ExitCode.DONE);
        assertThat(found.out()).contains(KNOWN, "************").doesNotContain(NUMBER);
        var json = find(NUMBER, "--json");
        assertThat(json.lines()).singleElement().satisfies(line -> {
            assertThat(Json.isObject(line)).as(line).isTrue();
            assertThat(Json.value(line, "userNumber")).isEqualTo(KNOWN);
            assertThat(line).doesNotContain(NUMBER);
        });
        var nobody = find(Invented.number(88_888_888_888L));
        assertThat(nobody.code()).isEqualTo(ExitCode.DONE_WITH_FINDINGS);
        assertThat(nobody.out()).contains("該当者なし");
    }

    @Test
    void aNumberThatIsNoneIsNamedByItsFaultAndNotRepeated() throws Exception {
        var wrong = NUMBER.substring(0, 11) + (NUMBER.charAt(11) == '0' ? '1' : '0');
        for (var typed : List.of(wrong, NUMBER.substring(1), NUMBER + "1", "１２３４５６７８９０１２", "000000000000", "")) {
            var answer = find(typed);
            assertThat(answer.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(answer.err()).doesNotContain("see the log");
            if (!typed.isEmpty()) {
                assertThat(answer.out() + answer.err()).doesNotContain(typed);
            }
        }
        assertThat(find(wrong).err()).contains("check digit", "検査用数字");
    }

    @Test
    void aPersonIsFoundByAnIdentifierAndAnIdentifierNobodyKnowsIsRefused() throws Exception {
        var found = desk.run(
                "numbers",
                "find",
                "--association",
                "28",
                "--purpose",
                "pension-payment",
                "--by",
                "user_number=" + KNOWN,
                "--as",
                "hanako");
        assertThat(found.code()).as(found.err()).isEqualTo(ExitCode.DONE);
        assertThat(found.out()).contains(KNOWN).doesNotContain(NUMBER);
        assertThat(desk.run(
                                "numbers",
                                "find",
                                "--association",
                                "28",
                                "--purpose",
                                "pension-payment",
                                "--by",
                                "shoe_size=27",
                                "--as",
                                "hanako")
                        .code())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void theRecordAndItsExportVerifyAndACutExportDoesNot() throws Exception {
        assertThat(desk.run("audit", "verify").out()).contains("改ざんなし / sound");
        var json = desk.run("audit", "verify", "--json");
        assertThat(json.code()).isEqualTo(ExitCode.DONE);
        assertThat(json.lines()).singleElement().matches(Json::isObject);
        var export = machine.folder().resolve("record.jsonl");
        assertThat(desk.run("audit", "export", export.toString()).code()).isEqualTo(ExitCode.DONE);
        assertThat(desk.run("audit", "verify", "--export", export.toString()).code())
                .isEqualTo(ExitCode.DONE);
        var lines = Files.readAllLines(export, StandardCharsets.UTF_8);
        Files.write(export, lines.subList(0, lines.size() - 3), StandardCharsets.UTF_8);
        var cut = desk.run("audit", "verify", "--export", export.toString());
        assertThat(cut.code()).isEqualTo(ExitCode.NOT_SOUND);
        assertThat(cut.out()).contains("改ざんの疑い / NOT SOUND");
    }

    @Test
    void noLogLineHoldsANumber() throws Exception {
        desk.type(
                NUMBER,
                "numbers",
                "find",
                "--association",
                "28",
                "--purpose",
                "curiosity",
                "--number-from-stdin",
                "--as",
                "hanako");
        assertThat(machine.home().log()).exists().isNotEmptyFile();
        assertThat(machine.home().log())
                .content(StandardCharsets.UTF_8)
                .doesNotContainPattern("(?<![0-9])[0-9]{12}(?![0-9])");
    }

    @Test
    void aNumberTypedOnTheCommandLineByMistakeIsNotRepeated() throws Exception {
        var answer = desk.run("numbers", "find", "--association", "28", "123456789018");
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("Usage").doesNotContain("123456789018");
        assertThat(answer.out()).doesNotContain("123456789018");
    }
}
