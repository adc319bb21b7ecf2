package jp.bansho.numbers.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Organisation;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.terminal.Office;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// The monthly report says what the record says, and no more (S5).
class OperationsReportTest {

    private final YearMonth now = YearMonth.now(Clock.system(ZoneId.of("Asia/Tokyo")));

    private static SortedMap<String, Long> counts(TestMachine machine, String sql) throws SQLException {
        try (var connection = machine.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var found = new TreeMap<String, Long>();
            while (row.next()) {
                found.put(row.getString(1), row.getLong(2));
            }
            return found;
        }
    }

    private static void change(TestMachine machine, String sql) throws SQLException {
        try (var connection = machine.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void theFiguresAreThoseOfAnIndependentCount() throws Exception {
        try (var machine = TestMachine.start()) {
            machine.register(TestMachine.HYOGO, 0, 7);
            machine.register(TestMachine.SAITAMA, 0, 2);

            var figures = machine.part(OperationsReport.class).figures(now);

            assertThat(figures.acts())
                    .isEqualTo(counts(
                            machine,
                            "select event, count(*) from audit.record where seq <= " + figures.through()
                                    + " group by event"))
                    .containsKey("job-finished");
            assertThat(figures.capacity().numbers()).isEqualTo(9);
            assertThat(figures.capacity().registered()).isEqualTo(9);
            assertThat(figures.jobs())
                    .singleElement()
                    .satisfies(
                            job -> assertThat(job.count() + " " + job.state()).isEqualTo("2 finished"));
            assertThat(machine.part(OperationsReport.class)
                            .figures(now.minusMonths(1))
                            .acts())
                    .isEmpty();
        }
    }

    @Test
    void anOutageIsTheTimeBetweenAStopOrTheLastWordAndTheNextStart() throws Exception {
        try (var machine = TestMachine.start()) {
            // ten minutes in order, then twenty after the last word of a machine that just stopped
            change(machine, """
                    insert into audit.record (seq, at, system, actor, role, event, details, salt, digest, hash)
                    select seq + 1000, at, 'numbers', 'machine', 'operator', event, null, null,
                           decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex')
                      from (values (1, timestamptz '2026-09-30 23:00+09', 'terminals-opened'),
                                   (2, timestamptz '2026-10-05 10:00+09', 'terminals-closed'),
                                   (3, timestamptz '2026-10-05 10:10+09', 'terminals-opened'),
                                   (4, timestamptz '2026-10-06 09:40+09', 'head-exported'),
                                   (5, timestamptz '2026-10-06 10:00+09', 'terminals-opened')) turn (seq, at, event)
                    """);

            var figures = machine.part(OperationsReport.class).figures(YearMonth.of(2026, 10));

            assertThat(figures.outages())
                    .extracting(outage ->
                            Duration.between(outage.from(), outage.until()).toMinutes() + " " + outage.clean())
                    .containsExactly("10 true", "20 false");
            assertThat(figures.starts() + " " + figures.stops()).isEqualTo("2 1");
            assertThat(figures.served().toMinutes()).isEqualTo(31 * 24 * 60 - 30);
        }
    }

    @Test
    void thePaperIsJapaneseWithEnglishSubtitlesAndEraDatesAndItsWritingIsOnRecord() throws Exception {
        try (var machine = TestMachine.start()) {
            machine.register(TestMachine.HYOGO, 0, 3);
            var report = machine.part(OperationsReport.class);
            var paper = report.paper(machine.actor(Role.OPERATOR), now);

            assertThat(text(paper))
                    .contains("運用月次報告書 令和", "（" + now.getYear() + "年）", "Availability", "稼働率", "ジョブの完了", "1 / ")
                    .doesNotContain("〓", "??");
            assertThat(counts(machine, "select details, 1 from audit.record where event = 'operations-reported'"))
                    .hasSize(1)
                    .allSatisfy((details, one) -> assertThat(details).contains(now.toString()));
            assertThatThrownBy(() -> report.paper(machine.clerk(TestMachine.HYOGO), now))
                    .isInstanceOf(StaffRefused.class);
            assertThatThrownBy(() -> report.paper(machine.actor(Role.OPERATOR), now.plusMonths(1)))
                    .isInstanceOf(StaffRefused.class);
        }
    }

    @Test
    void operatorsSeeTheReportOnScreenWithoutAnybodysName() throws Exception {
        try (var office = new Office()) {
            var clerk = office.present(TestMachine.HYOGO, AccountRole.CLERK, "pension");
            var operator = office.present(Organisation.OPERATOR, AccountRole.OPERATOR, "operation");
            var page = operator.guest().get("/operation/report").page();
            assertThat(page).contains("NUM-1102", "稼働率", "令和8年（2026年）11月1日").doesNotContain(clerk.account(), "試験 1<");
            assertThat(operator.guest().get("/operation/report?month=2026-13").page())
                    .contains("令和8年（2026年）11月1日");
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
