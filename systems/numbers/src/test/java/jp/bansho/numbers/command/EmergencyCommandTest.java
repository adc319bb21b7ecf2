package jp.bansho.numbers.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Organisation;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.emergency.Approved;
import jp.bansho.numbers.terminal.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The operators' commands of the day as `./bansho` starts them: the emergency console and the monthly report.
class EmergencyCommandTest {

    private Office office;
    private Path out;

    @BeforeEach
    void open() throws Exception {
        office = new Office();
        Child.hire(office.machine(), "o.unei = operator", "f.renmei = federation");
        out = Files.createTempFile(office.machine().folder(), "console", ".out");
    }

    @AfterEach
    void close() {
        office.close();
    }

    private String code(String payload) throws SQLException {
        var operations = office.present(Organisation.OPERATOR, AccountRole.OPERATIONS_MANAGER, "operation");
        var federation = office.present(Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax");
        var id = Approved.apply(operations, payload);
        Approved.approve(federation, id);
        return Approved.open(operations, id);
    }

    private Process start(List<String> arguments) throws IOException {
        var command = new ArrayList<>(Child.java(List.of(), Bansho.class));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()));
        builder.environment()
                .put("BANSHO_HOME", office.machine().home().folder().toString());
        return builder.start();
    }

    private Process console(String... lines) throws IOException {
        var process = start(List.of("numbers", "emergency", "--as", "o.unei"));
        var in = process.outputWriter(StandardCharsets.UTF_8);
        for (var line : lines) {
            in.write(line + "\n");
        }
        in.flush();
        return process;
    }

    private int end(Process process) throws Exception {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the command did not end: " + said());
        }
        return process.exitValue();
    }

    private String said() throws IOException {
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    private List<String> records(String events) throws SQLException {
        try (var connection = office.machine().superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select event || ' ' || details from audit.record where event in ("
                        + events + ") order by seq")) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    @Test
    void theConsoleAsksForTheCodeRunsStatementsAndEndsTheSession() throws Exception {
        office.machine().register(TestMachine.HYOGO, 0, 2);
        var code = code("select count(*) from job.job");

        assertThat(end(console(code, "select count(*) as jobs from job.job;", "delete from job.job", "\\q")))
                .as(said())
                .isZero();

        assertThat(said()).contains("{\"jobs\":1}", "25006", "終了しました").doesNotContain(code);
        assertThat(records("'emergency-ended'")).singleElement().asString().contains("closed");
        assertThat(end(console(code))).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void killedInTheMiddleOfAStatementTheRecordHasItsBeginningAndTheCodeIsSpent() throws Exception {
        var code = code("select 1");
        var process = console(code, "select pg_sleep(20)");
        var deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (records("'emergency-statement-begun'").isEmpty()) {
            assertThat(System.nanoTime()).as("the statement began: %s", said()).isLessThan(deadline);
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly().waitFor();

        assertThat(records("'emergency-statement-begun'"))
                .singleElement()
                .asString()
                .contains("pg_sleep");
        assertThat(records("'emergency-statement-ended', 'emergency-ended'")).isEmpty();
        assertThat(end(console(code))).isEqualTo(ExitCode.REFUSED);
        assertThat(said()).contains("the code was used");
    }

    @Test
    void theMonthlyReportIsWrittenToAFileOfItsOwnerAlone() throws Exception {
        var file = office.machine().folder().resolve("report.pdf");
        var command = List.of("numbers", "report", "--month", "2026-10", "--to", file.toString(), "--as", "o.unei");

        assertThat(end(start(command))).as(said()).isZero();

        assertThat(Files.readAllBytes(file)).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(end(start(command))).isEqualTo(ExitCode.REFUSED);
        assertThat(said()).contains("the file exists already");
    }
}
