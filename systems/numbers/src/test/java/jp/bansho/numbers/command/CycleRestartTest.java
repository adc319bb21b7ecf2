package jp.bansho.numbers.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.bansho.machine.Progress;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.cycle.InquiryRows;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.intake.IntakeOrder;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Sql;
import org.junit.jupiter.api.Test;

/// The answers of an odd month, killed in the middle and resumed: evidence, counts and work are those of a
/// machine nobody disturbed, nothing is lost and nothing stands there twice.
class CycleRestartTest {

    private static final int HERE = TestMachine.HYOGO;
    private static final int PEOPLE = 350;

    private static final List<String> STATE = List.of(
            """
            select line || ' ' || sort || ' ' || s.user_number || ' ' || reason_code || ' ' || coalesce(day::text, '') || ' '
                   || coalesce(settled_by, '') || ' ' || (item is not null)
              from intake.observation o join linkage.subject s on s.id = o.subject order by line, sort
            """,
            """
            select asked || ' ' || unchanged || ' ' || changed || ' ' || died || ' ' || out_of_scope || ' ' || unanswered || ' '
                   || waiting
              from cycle.cycle
            """,
            "select count(*) || ' ' || count(distinct subject) from cycle.answered",
            "select reason || ' ' || line from intake.work_item order by line, reason",
            "select state || ' ' || count(*) from vault.sealed_number group by state order by 1");

    @Test
    void whatWasKilledIsResumedWithoutLossOrDoubling() throws Exception {
        try (var calm = TestMachine.start();
                var killed = TestMachine.start()) {
            var file = file(calm);
            calm.register(HERE, 0, PEOPLE);
            calm.part(Intake.class)
                    .run(
                            new IntakeOrder(JobKind.RESULTS, calm.clerk(HERE), Purpose.LIFE_STATUS, HERE, file, false),
                            Progress.SILENT);
            killed.register(HERE, 0, PEOPLE);
            killed.stop();
            Child.hire(killed, "a.kumiai28 = association 28");
            try (var gate = new Gate(killed)) {
                gate.kill("batch", 2, arguments("intake", "results", file.toString(), "--purpose", "life-status"));
                var resume = arguments("jobs", "resume", "" + gate.count("select max(id) from job.job"));
                gate.kill("batch commit", 2, resume);
                gate.kill("finish", 0, resume);
                var last = Child.start(killed, resume);
                assertThat(last.end()).as(last.said()).isIn(ExitCode.DONE, ExitCode.DONE_WITH_FINDINGS);
            }
            for (var sql : STATE) {
                assertThat(rows(killed, sql)).as(sql).isEqualTo(rows(calm, sql)).isNotEmpty();
            }
            assertThat(rows(killed, STATE.get(1))).containsExactly("345 242 35 34 34 5 68");
        }
    }

    /// Of ten people one has another number, one is dead, one left; the last five are in no file.
    private static Path file(TestMachine machine) {
        var day = LocalDate.now(ZoneId.of("Asia/Tokyo")).toString().replace("-", "");
        var rows = new StringBuilder();
        for (var person = 0; person < PEOPLE - 5; person++) {
            var user = InventedFiles.userNumber(HERE, person);
            var number = InventedFiles.digits(HERE, person % 10 == 0 ? 1_000 + person : person);
            rows.append(
                    switch (person % 10) {
                        case 0 -> InquiryRows.changed(person + 1, user, number, day);
                        case 5 -> InquiryRows.dead(person + 1, user, number, day);
                        case 7 -> InquiryRows.left(person + 1, user, number, day);
                        default -> InquiryRows.same(person + 1, user, number, day);
                    });
        }
        return InventedFiles.write(machine.folder().resolve("life.csv"), rows.toString());
    }

    private static String[] arguments(String... command) {
        var all = new java.util.ArrayList<String>(List.of("numbers"));
        all.addAll(List.of(command));
        all.addAll(List.of("--association", "28", "--as", "a.kumiai28", "--json"));
        return all.toArray(new String[0]);
    }

    private static List<String> rows(TestMachine machine, String sql) throws SQLException {
        try (var administrator = machine.superuser()) {
            return Sql.rows(administrator, sql);
        }
    }
}
