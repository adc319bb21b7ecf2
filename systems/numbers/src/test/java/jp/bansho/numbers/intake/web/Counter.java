package jp.bansho.numbers.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.bansho.access.AccountRole;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.terminal.Office;
import jp.bansho.numbers.terminal.Office.Present;
import jp.bansho.testing.Guest.Reply;

/// The counter at which tests hand in dependants files.
final class Counter implements AutoCloseable {

    static final int HERE = TestMachine.HYOGO;
    static final int THERE = TestMachine.SAITAMA;

    final Office office = new Office();

    Present clerk() throws SQLException {
        return office.present(HERE, AccountRole.CLERK, "tax");
    }

    Present senior(int association) throws SQLException {
        return office.present(association, AccountRole.SENIOR_CLERK, "tax");
    }

    /// A dependants file about persons `from` to `to` (exclusive).
    static byte[] file(int association, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> InventedFiles.digits(association, i) + "," + InventedFiles.userNumber(association, i)
                        + ",K%07d\r\n".formatted(i))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] text(String rows) {
        return rows.getBytes(StandardCharsets.UTF_8);
    }

    /// Hands in a file as it is done at the terminal: first the form, then the file.
    Reply send(Present somebody, byte[] file) {
        somebody.guest().get("/uploads");
        return somebody.guest().upload("/uploads", "file", "扶養 太郎.csv", file);
    }

    /// The job a redirect leads to.
    static long job(Reply reply) {
        assertThat(reply.status()).as(reply.page()).isEqualTo(302);
        assertThat(reply.location()).contains("/jobs/");
        return Long.parseLong(reply.location().substring(reply.location().lastIndexOf('/') + 1));
    }

    /// Asks for the moving part of the job's page until it says that nothing moves any more.
    static String untilDone(Present somebody, long job) {
        var page = "";
        for (var tries = 0; tries < 600; tries++) {
            page = somebody.guest().look("/jobs/" + job + "/progress").page();
            if (page.contains("data-done")) {
                return page;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return page;
    }

    /// Hands in a file and waits for its job.
    long registered(Present somebody, byte[] file) {
        var job = job(send(somebody, file));
        untilDone(somebody, job);
        return job;
    }

    /// What lies in the folder of uploads.
    List<Path> kept() throws IOException {
        try (var files = Files.list(office.machine().home().uploads())) {
            return files.toList();
        }
    }

    /// Names of the recorded events, oldest first, those of the door left out.
    List<String> events() throws SQLException {
        return rows("""
                select event from audit.record
                 where event in ('upload-taken', 'upload-refused', 'upload-confirmed', 'source-deleted', 'job-resumed')
                 order by seq
                """);
    }

    /// The first column of a query of the administrator.
    List<String> rows(String sql) throws SQLException {
        try (var connection = office.machine().superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(String.valueOf(row.getString(1)));
            }
            return found;
        }
    }

    @Override
    public void close() {
        office.close();
    }
}
