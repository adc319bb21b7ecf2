package jp.bansho.numbers.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.erasure.Registrar;
import org.junit.jupiter.api.Test;

/// Every command of the runbook about erasures, as it is typed there; and that no command orders one.
class ErasureCommandTest {

    @Test
    void theOperatorSeesCompletesAndHandsOut() throws Exception {
        try (var machine = TestMachine.start()) {
            machine.register(TestMachine.HYOGO, 0, 3);
            var office = new Registrar(machine);
            office.died(1);
            var run = String.valueOf(office.erased().id());
            Child.hire(machine, "o.unei = operator", "f.renmei = federation");
            try (var desk = new Desk(machine.home().folder())) {
                var list = desk.run("numbers", "erasure", "list", "--as", "o.unei");
                assertThat(list.code()).as(list.err()).isZero();
                assertThat(list.out()).contains("certified");
                assertThat(desk.run("numbers", "erasure", "list", "--as", "o.unei", "--json")
                                .out())
                        .contains("\"state\":\"certified\"", "\"people\":1");
                assertThat(desk.run("numbers", "erasure", "list", "--as", "f.renmei")
                                .code())
                        .isEqualTo(ExitCode.REFUSED);
                assertThat(desk.run("numbers", "erasure", "resume", "--as", "o.unei")
                                .out())
                        .contains("Nothing to complete");
                assertThat(desk.run("numbers", "erasure", "start", run, "--as", "o.unei")
                                .code())
                        .isEqualTo(ExitCode.USAGE);

                var printed = desk.run("numbers", "erasure", "certificate", run, "--as", "o.unei");
                assertThat(printed.code()).as(printed.err()).isZero();
                var file = Files.writeString(
                        machine.folder().resolve("erasure.txt"), printed.out(), StandardCharsets.US_ASCII);
                var key = machine.home().auditPublicKey().toString();
                var genuine = desk.run("audit", "certificate", file.toString(), "--key", key);
                assertThat(genuine.code()).as(genuine.out() + genuine.err()).isZero();
                assertThat(genuine.out()).contains("真正", "pad-seal/28/1");
                Files.writeString(
                        file, printed.out().replace("people-gone: 1", "people-gone: 2"), StandardCharsets.US_ASCII);
                assertThat(desk.run("audit", "certificate", file.toString(), "--key", key)
                                .code())
                        .isEqualTo(ExitCode.NOT_SOUND);

                var pdf = machine.folder().resolve("erasure.pdf");
                var paper =
                        desk.run("numbers", "erasure", "certificate", run, "--pdf", pdf.toString(), "--as", "o.unei");
                assertThat(paper.code()).as(paper.err()).isZero();
                assertThat(Files.size(pdf)).isPositive();
            }
        }
    }
}
