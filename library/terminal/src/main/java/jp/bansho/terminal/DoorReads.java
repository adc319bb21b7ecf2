package jp.bansho.terminal;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions.Work;

/// Reads at the door, one on each request: connections of their own that stay in the scope of the door and can only
/// read, so that asking who is there costs one round trip and not three.
public final class DoorReads implements AutoCloseable {

    /// What each of these connections does first.
    public static final String ENTER = "set role bansho_door; set bansho.organisation = ''";

    private final HikariDataSource source;

    /// Reads over connections that [#ENTER] at their beginning.
    public DoorReads(HikariDataSource source) {
        this.source = source;
    }

    /// One read in the scope of the door.
    public <T> T read(Work<T> work) {
        try (var connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
