package jp.bansho.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/// One unchanging view of the tables for as long as they are read.
final class Snapshot {

    interface Reader<T> {
        T read(Records records) throws SQLException, IOException;
    }

    private Snapshot() {}

    static <T> T read(Connection connection, Reader<T> reader) throws SQLException, IOException {
        if (!connection.getAutoCommit()) {
            throw new IllegalStateException("the snapshot must begin here, not within a transaction");
        }
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read read only");
            try (var records = new TableRecords(connection)) {
                return reader.read(records);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
