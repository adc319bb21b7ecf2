package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;

/// Waits for the transactions that may still hold values under a key that is leaving: a tax file
/// reads one snapshot from its beginning to its end, and a row that was read a moment ago is opened
/// a moment later. No new one can come to such a value, because no row names the key any more.
final class OldReaders {

    private static final Duration STEP = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofHours(1);

    /// A transaction of this machine's login, whatever process it is of. Not those of jobs of the association itself:
    /// none was running when the last value was sealed anew, and one of them may be who destroys.
    private static final String OPEN = """
            select pid || ' ' || backend_start || ' ' || xact_start
              from pg_stat_activity a
             where a.usename = current_user and a.datname = current_database() and a.xact_start is not null
               and a.pid <> pg_backend_pid()
               and not exists (select from pg_locks l
                                where l.pid = a.pid and l.locktype = 'advisory' and l.granted
                                  and l.classid = 771002 and l.objid = ?)
            """;

    private OldReaders() {}

    /// Returns when all transactions that were open at the call have ended.
    ///
    /// @throws RotationRefused if one of them does not end
    static void await(Transactions transactions, int association) {
        try (var connection = transactions.connection()) {
            connection.setAutoCommit(true);
            var old = open(connection, association);
            for (var waited = Duration.ZERO; !old.isEmpty(); waited = waited.plus(STEP)) {
                if (waited.compareTo(PATIENCE) > 0) {
                    throw new RotationRefused(RotationRefused.Reason.STILL_READ, "");
                }
                LockSupport.parkNanos(STEP.toNanos());
                old.retainAll(open(connection, association));
            }
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    private static Set<String> open(Connection connection, int association) throws SQLException {
        var found = new HashSet<String>();
        try (var statement = connection.prepareStatement(OPEN)) {
            statement.setInt(1, association);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }
}
