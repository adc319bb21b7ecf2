package jp.bansho.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jp.bansho.audit.AuditExport;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.testing.NumberHunt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// After everything that touches numbers was done, no number of the population lies anywhere in the clear: not in a
/// dump of the database, not in its files, not in the logs at their most talkative, not in an export of the record.
class ClearTextTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final int PEOPLE = 300;

    private static TestMachine machine;
    private static NumberHunt hunt;
    private static final ByteArrayOutputStream LOGGED = new ByteArrayOutputStream();

    @BeforeAll
    static void doEverythingWithNumbers() throws Exception {
        hunt = new NumberHunt(IntStream.range(0, 3 * PEOPLE)
                .mapToLong(i -> InventedFiles.number(HERE, i))
                .toArray());
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var level = root.getLevel();
        var everything = new Everything();
        everything.start();
        machine = TestMachine.start();
        root.addAppender(everything);
        root.setLevel(Level.TRACE);
        try {
            work();
        } finally {
            root.setLevel(level);
            root.detachAppender(everything);
        }
    }

    private static void work() throws SQLException {
        machine.register(HERE, 0, PEOPLE);
        var folder = machine.folder();
        machine.take(
                JobKind.DEPENDANTS, HERE, InventedFiles.dependants(folder.resolve("d.csv"), HERE, PEOPLE, 2 * PEOPLE));
        var rows = new StringBuilder();
        for (var i = 0; i < PEOPLE; i++) {
            // changed by J-LIS, somebody else's, broken: a number lands in every kind of finding
            var digits = InventedFiles.digits(HERE, i % 3 == 0 ? i + 2 * PEOPLE : i + 1);
            rows.append(InventedFiles.found(i, InventedFiles.userNumber(HERE, i), digits, i % 3 == 0));
            rows.append("torn,").append(digits).append("\r\n");
            rows.append(InventedFiles.found(i, digits, digits, false));
            rows.append(InventedFiles.found(i, InventedFiles.userNumber(HERE, i), "0" + digits, false));
        }
        var sheet = machine.take(JobKind.RESULTS, HERE, InventedFiles.write(folder.resolve("r.csv"), rows.toString()));
        assertThat(sheet.counts().get("changed")).isPositive();
        assertThat(sheet.counts().get("conflict")).isPositive();
        assertThat(sheet.counts().get("invalid")).isPositive();
        assertThat(sheet.counts().get("not-ours")).isPositive();
        var clerk = machine.clerk(HERE);
        var vault = machine.part(Vault.class);
        for (var i = 0; i < PEOPLE; i += 10) {
            var subject = machine.subject(InventedFiles.userNumber(HERE, i));
            vault.reveal(clerk, Purpose.PENSION_PAYMENT, HERE, subject, "case " + i);
            var number = IndividualNumber.ofClear(InventedFiles.number(HERE, i));
            vault.seek(clerk, Purpose.PENSION_PAYMENT, HERE, number);
        }
    }

    @AfterAll
    static void close() {
        machine.close();
    }

    @Test
    void theHuntFindsWhatItIsMeantToFind() {
        var number = InventedFiles.number(HERE, 5);
        for (var form : NumberHunt.forms(number)) {
            var haystack = new byte[100];
            System.arraycopy(form, 0, haystack, 41, form.length);
            assertThat(hunt.in(haystack)).isTrue();
            assertThat(hunt.in(form)).isTrue();
        }
        var alone = ByteBuffer.allocate(8).putLong(number).array();
        assertThat(hunt.in(Arrays.copyOfRange(alone, 3, 8))).isTrue();
        assertThat(hunt.in(new byte[100])).isFalse();
        assertThat(hunt.in(InventedFiles.digits(TestMachine.SAITAMA, 5).getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
    }

    @Test
    void noDumpOfAnyTableHoldsANumber() throws SQLException {
        try (var administrator = machine.superuser()) {
            var tables = Sql.rows(administrator, """
                    select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                       and n.nspname not like 'pg\\_temp%'
                    """);
            assertThat(tables).contains("vault.sealed_number", "vault.number_index", "audit.record", "intake.finding");
            for (var table : tables) {
                for (var row : Sql.rows(administrator, "select t::text from " + table + " t")) {
                    assertThat(hunt.in(row.getBytes(StandardCharsets.UTF_8)))
                            .as(table)
                            .isFalse();
                }
            }
            for (var column : Sql.rows(administrator, """
                    select format('select %I from %I.%I', column_name, table_schema, table_name)
                      from information_schema.columns
                     where data_type = 'bytea' and table_schema in ('linkage', 'vault', 'job', 'intake', 'taxfile', 'audit')
                    """)) {
                assertThat(holdsANumber(column)).as(column).isFalse();
            }
        }
    }

    @Test
    void noFileOfTheDatabaseHoldsANumber() throws SQLException {
        try (var administrator = machine.superuser()) {
            Sql.run(administrator, "checkpoint");
            var files = Sql.rows(administrator, """
                    select 'base/' || d.oid || '/' || f from pg_database d, pg_ls_dir('base/' || d.oid) f
                     where d.datname = current_database() and f ~ '^[0-9t]'
                    """);
            assertThat(files).hasSizeGreaterThan(50);
            for (var file : files) {
                assertThat(holdsANumber("select pg_read_binary_file('" + file + "', true)"))
                        .as(file)
                        .isFalse();
            }
        }
    }

    @Test
    void noLogLineHoldsANumber() {
        assertThat(LOGGED.size()).as("bytes logged").isGreaterThan(1000);
        assertThat(hunt.in(LOGGED.toByteArray())).isFalse();
    }

    @Test
    void noExportOfTheRecordAndNoFileOfTheHomeHoldsANumber() throws Exception {
        var export = machine.folder().resolve("export.jsonl");
        try (var application = machine.application()) {
            assertThat(AuditExport.write(application, export)).isGreaterThan(60);
        }
        assertThat(hunt.in(Files.readAllBytes(export))).isFalse();
        try (var files = Files.walk(machine.home().folder())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(hunt.in(Files.readAllBytes(file)))
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void noCommandPrintsOrLogsANumber() throws Exception {
        var file = InventedFiles.results(machine.folder().resolve("again.csv"), HERE, PEOPLE - 1, 2 * PEOPLE + 9);
        var intake = List.of(
                "numbers",
                "intake",
                "results",
                file.toString(),
                "--association",
                "28",
                "--purpose",
                "number-registration");
        var number = InventedFiles.digits(HERE, 5);
        for (var run : List.of(
                Commands.run(machine.home(), "", intake),
                Commands.run(machine.home(), "", intake),
                Commands.run(
                        machine.home(),
                        number + "\n",
                        List.of(
                                "numbers",
                                "find",
                                "--association",
                                "28",
                                "--purpose",
                                "pension-payment",
                                "--number-from-stdin")),
                Commands.run(machine.home(), "", List.of("numbers", "work", "--association", "28")),
                Commands.run(machine.home(), "", List.of("audit", "verify")))) {
            assertThat(run.output()).isNotEmpty();
            assertThat(hunt.in(run.output().getBytes(StandardCharsets.UTF_8)))
                    .as(run.output())
                    .isFalse();
        }
        assertThat(hunt.in(Files.readAllBytes(machine.home().log()))).isFalse();
        assertThat(Files.size(machine.home().log()))
                .as("the second run was refused and logged")
                .isPositive();
    }

    private static boolean holdsANumber(String sql) throws SQLException {
        try (var administrator = machine.superuser();
                var statement = administrator.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                var bytes = row.getBytes(1);
                if (bytes != null && hunt.in(bytes)) {
                    return true;
                }
            }
            return false;
        }
    }

    /// Keeps whatever anybody logs, stack traces included.
    private static final class Everything extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            var text = event.getFormattedMessage()
                    + '\n'
                    + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
            LOGGED.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
