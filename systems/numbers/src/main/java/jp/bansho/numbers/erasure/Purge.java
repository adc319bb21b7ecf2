package jp.bansho.numbers.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.LongStream;
import jp.bansho.machine.CopyReader;

/// Deletes what a run erases, in the scope of its eraser, through the one function of the database that deletes: it
/// asks again for the approval, for the list and for everything that could keep somebody. A table that names people and
/// is neither there nor in the list of those that may keep a handle fails a test of the schema.
final class Purge {

    private static final String CHANGED = "BE001";
    private static final String LEFT = "BE002";

    private Purge() {}

    /// The list is not the approved one, or somebody on it is kept or due differently. Nothing was deleted once the
    /// caller goes back to where it was before.
    static final class ListChanged extends Exception {
        private static final long serialVersionUID = 1;
    }

    /// Deletes.
    ///
    /// @param today a hold that covers this day or the day of the list keeps a person
    /// @return where the pads of the deleted numbers lie (block × 256 + slot)
    static long[] run(Connection connection, long run, LocalDate today) throws SQLException, ListChanged {
        var sql = "copy (select * from retention.erase(%d, date '%s')) to stdout (format binary)".formatted(run, today);
        try (var rows = CopyReader.from(connection, sql)) {
            var pads = LongStream.builder();
            while (rows.next()) {
                pads.add(rows.getLong());
            }
            return pads.build().toArray();
        } catch (SQLException e) {
            if (CHANGED.equals(e.getSQLState())) {
                throw new ListChanged();
            }
            if (LEFT.equals(e.getSQLState())) {
                throw new IllegalStateException("something on the list of the run was not erased", e);
            }
            throw e;
        }
    }
}
