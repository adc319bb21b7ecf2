package jp.bansho.pension.collection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The outcomes of a file one after the other, with memory for some thousands.
final class OutcomeRows implements AutoCloseable {

    private final PreparedStatement statement;
    private final ResultSet row;

    OutcomeRows(Connection connection, long file, int fetched) throws SQLException {
        statement =
                connection.prepareStatement("select line, outcome from collection.notice where file = ? order by line");
        statement.setFetchSize(fetched);
        statement.setLong(1, file);
        row = statement.executeQuery();
    }

    /// The outcome of the next record, which has to be that one.
    Outcome at(long line) throws SQLException {
        if (!row.next() || row.getLong(1) != line) {
            throw new IllegalStateException("the outcomes are not those of this file");
        }
        return Outcome.of(row.getString(2));
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
