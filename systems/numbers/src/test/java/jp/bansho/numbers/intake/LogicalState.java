package jp.bansho.numbers.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.bansho.numbers.TestMachine;

/// Everything a machine knows that has a meaning outside of it: people, identifiers, numbers, generations, states,
/// outcomes line by line, findings, work items. Not handles, not times, not where batches were cut.
///
/// @param jobs outcomes and findings of each job, in the order of the jobs; empty if they were not asked for
public record LogicalState(
        List<String> people,
        Map<String, String> current,
        List<String> generations,
        List<String> work,
        List<String> jobs) {

    public static LogicalState of(TestMachine machine, boolean withJobs) throws SQLException {
        var people = rows(machine, """
                select association, user_number, kind, pension_use, tax_use, state, own_number, certificate_number,
                       basic_pension_number, payroll_number
                  from linkage.subject
                 order by 1, 2
                """);
        var generations = rows(machine, """
                select s.association, s.user_number, n.generation, n.state, n.kind, n.source, n.actor, i.state, i.association
                  from vault.sealed_number n
                  join linkage.subject s on s.id = n.subject
                  left join vault.number_index i on i.subject = n.subject and i.generation = n.generation
                 order by 1, 2, 3
                """);
        var line = withJobs ? "w.line" : "''";
        var work = rows(machine, """
                select w.association, %s, w.reason, w.echo_key, s.user_number, o.user_number, w.generation, w.state
                  from intake.work_item w
                  left join linkage.subject s on s.id = w.subject
                  left join linkage.subject o on o.id = w.other_subject
                 order by 1, 2, 3, 4, 5, 6, 7
                """.formatted(line));
        var jobs = new ArrayList<String>();
        if (withJobs) {
            jobs.addAll(rows(machine, """
                    select dense_rank() over (order by job), encode(string_agg(outcomes, ''::bytea order by number), 'hex'), sum(lines), max(next_offset)
                      from job.batch
                     group by job
                     order by job
                    """));
            jobs.addAll(rows(machine, """
                    select dense_rank() over (order by job), line, outcome, rule, column_no, echo_key
                      from intake.finding
                     order by 1, 2
                    """));
            jobs.addAll(rows(machine, """
                    select row_number() over (order by id), association, kind, purpose, actor, bytes, state
                      from job.job
                     order by 1
                    """));
        }
        return new LogicalState(people, Town.numbers(machine), generations, work, jobs);
    }

    private static List<String> rows(TestMachine machine, String sql) throws SQLException {
        try (var connection = machine.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (row.next()) {
                var cells = new ArrayList<String>();
                for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    cells.add(String.valueOf(row.getString(column)));
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        }
    }
}
