package jp.bansho.bench.peers;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// A way to keep numbers that others use.
interface Peer extends AutoCloseable {

    /// How many rows share a transaction; the same as an intake batch.
    int COMMIT_EVERY = 50_000;

    /// How many rows share a statement.
    int BATCH = 1_000;

    /// The tables it writes to, for emptying between rounds.
    List<String> tables();

    /// Writes all rows of the file to empty tables and commits.
    ///
    /// @return how many rows
    long load(Path file) throws Exception;

    @Override
    void close() throws SQLException;
}
