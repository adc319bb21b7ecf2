package jp.bansho.numbers.linkage;

import java.sql.Connection;
import java.sql.SQLException;

/// Hands out internal handles, 1,024 from one value of the sequence. Handles say nothing about a person and are never
/// used twice; gaps are harmless.
public final class SubjectHandles {

    private static final int RANGE = 1024;

    private final Connection connection;
    private long next;
    private long end;

    SubjectHandles(Connection connection) {
        this.connection = connection;
    }

    /// The next handle.
    public long next() throws SQLException {
        if (next == end) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select nextval('linkage.subject_range')")) {
                row.next();
                next = row.getLong(1) * RANGE;
                end = next + RANGE;
            }
        }
        return next++;
    }
}
