package jp.bansho.numbers.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Deletes what a run erases, in the scope of its eraser. A table that names people and is neither here nor in the list
/// of those that may keep a handle fails a test of the schema.
final class Purge {

    /// What names somebody by user number or by their place in somebody's work goes first: afterwards nobody knows the
    /// user number any more.
    private static final List<String> STEPS = List.of(
            """
            delete from intake.finding
             where echo_key in (select s.user_number from linkage.subject s join retention.going g on g.subject = s.id)
            """,
            """
            delete from intake.work_item
             where subject in (select subject from retention.going)
                or (subject is null and echo_key in (
                    select s.user_number from linkage.subject s join retention.going g on g.subject = s.id))
            """,
            """
            update intake.work_item set other_subject = null
             where other_subject in (select subject from retention.going)
            """,
            """
            update taxfile.missing set user_number = null
             where user_number in (select s.user_number from linkage.subject s join retention.going g on g.subject = s.id)
            """,
            "delete from vault.number_index where subject in (select subject from retention.going)",
            "delete from vault.sealed_number where subject in (select subject from retention.going)",
            """
            delete from retention.death d
             using retention.run_item i
             where i.run = retention.current_run() and i.subject = d.subject and (i.whole or i.use = 'pension')
            """,
            """
            delete from retention.deadline d
             using retention.run_item i
             where i.run = retention.current_run() and i.subject = d.subject and (i.whole or i.use = 'tax')
            """,
            "delete from retention.hold where subject in (select subject from retention.going)",
            """
            update linkage.subject s
               set pension_use = pension_use and i.use <> 'pension', tax_use = tax_use and i.use <> 'tax'
              from retention.run_item i
             where i.run = retention.current_run() and i.subject = s.id and not i.whole
            """,
            "delete from linkage.subject where id in (select subject from retention.going)");

    private Purge() {}

    static void run(Connection connection, long run) throws SQLException {
        for (var step : STEPS) {
            try (var statement = connection.createStatement()) {
                statement.execute(step);
            }
        }
        try (var statement = connection.prepareStatement("""
                select (select count(*) from vault.sealed_number where subject in (select subject from retention.going))
                     + (select count(*) from linkage.subject where id in (select subject from retention.going))
                     + (select count(*) from retention.run_item i join linkage.subject s on s.id = i.subject
                         where i.run = ? and ((i.use = 'pension' and s.pension_use) or (i.use = 'tax' and s.tax_use)))
                """)) {
            statement.setLong(1, run);
            try (var row = statement.executeQuery()) {
                row.next();
                if (row.getLong(1) != 0) {
                    throw new IllegalStateException("something on the list of the run was not erased");
                }
            }
        }
    }
}
