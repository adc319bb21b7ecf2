package jp.bansho.numbers.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;

/// Deletes what a run erases, in the scope of its eraser. A table that names people and is neither here
/// nor in the list of those that may keep a handle fails a test of the schema.
final class Purge {

    /// Who goes, once: the policies of the tables ask [retention.going] again for each statement. Only handles are
    /// counted: statistics are logged, and user numbers have no place there.
    private static final String GOING = """
            create temporary table going_now on commit drop as
            select s.id as subject, s.user_number
              from linkage.subject s
             where s.id in (select subject from retention.going);
            analyze going_now (subject)
            """;

    private static final String NUMBERS = """
            delete from vault.sealed_number where subject in (select subject from going_now) returning pad
            """;

    /// What names somebody by user number or by their place in somebody's work goes first: afterwards
    /// nobody knows the user number any more.
    private static final List<String> STEPS = List.of(
            """
            delete from intake.finding
             where echo_key in (select user_number from going_now)
            """,
            """
            delete from intake.observation where subject in (select subject from going_now)
            """,
            "delete from cycle.answered where subject in (select subject from going_now)",
            "delete from cycle.left_over where subject in (select subject from going_now)",
            """
            delete from intake.work_item
             where subject in (select subject from going_now)
                or (subject is null and echo_key in (
                    select user_number from going_now))
            """,
            """
            update intake.work_item set other_subject = null
             where other_subject in (select subject from going_now)
            """,
            """
            update taxfile.missing set user_number = null
             where user_number in (select user_number from going_now)
            """,
            "delete from vault.number_index where subject in (select subject from going_now)",
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
            "delete from retention.hold where subject in (select subject from going_now)",
            """
            update linkage.subject s
               set pension_use = pension_use and i.use <> 'pension', tax_use = tax_use and i.use <> 'tax'
              from retention.run_item i
             where i.run = retention.current_run() and i.subject = s.id and not i.whole
            """,
            "delete from linkage.subject where id in (select subject from going_now)");

    private Purge() {}

    /// Deletes, in the scope of the eraser of that run.
    ///
    /// @return where the pads of the deleted numbers lie (block × 256 + slot)
    static long[] run(Connection connection, long run) throws SQLException {
        execute(connection, GOING);
        var pads = numbers(connection);
        for (var step : STEPS) {
            execute(connection, step);
        }
        try (var statement = connection.prepareStatement("""
                select (select count(*) from vault.sealed_number where subject in (select subject from going_now))
                     + (select count(*) from vault.number_index where subject in (select subject from going_now))
                     + (select count(*) from linkage.subject where id in (select subject from going_now))
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
        return pads;
    }

    private static long[] numbers(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(NUMBERS)) {
            var pads = LongStream.builder();
            while (row.next()) {
                pads.add(row.getLong(1));
            }
            return pads.build().toArray();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
