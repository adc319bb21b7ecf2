package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import jp.bansho.machine.CopyRows;
import jp.bansho.seal.SealedNumbers;
import org.jspecify.annotations.Nullable;

/// The way of many sealed numbers into the vault: COPY into a temporary table, then two INSERTs under row-level
/// security, the index in the order of its values so that each page is visited once.
final class NumberStage implements AutoCloseable {

    private static final String STAGE = """
            create temporary table if not exists staged_number (
                subject bigint, generation smallint, kind smallint, state smallint, pad bigint, sealed bytea, tag uuid,
                beside uuid
            ) on commit delete rows
            """;

    private final Connection connection;
    private final CopyRows rows;

    private NumberStage(Connection connection, CopyRows rows) {
        this.connection = connection;
        this.rows = rows;
    }

    static NumberStage open(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(STAGE);
        }
        return new NumberStage(connection, CopyRows.into(connection, "copy staged_number from stdin (format binary)"));
    }

    /// @param beside its value in the index that is being filled beside; null if none is
    void add(NewNumber number, SealedNumbers.Place place, byte[] sealed, @Nullable UUID beside) throws SQLException {
        rows.row(8)
                .put(number.subject())
                .putShort(number.generation())
                .putShort(number.kind())
                .putShort(number.state().code())
                .put(place.pad())
                .put(sealed)
                .put(number.tag())
                .putOptional(beside);
    }

    void index(IndexRow row) throws SQLException {
        rows.row(8)
                .put(row.subject())
                .putShort(row.generation())
                .putShort(0)
                .putShort(row.state())
                .put(0L);
        rows.put(new byte[0]).put(row.tag()).putOptional(row.beside());
    }

    void keepIndex(VaultKeys keys) throws SQLException {
        rows.end();
        enterIndex(keys);
        try (var statement = connection.createStatement()) {
            statement.execute("truncate staged_number");
        }
    }

    void keep(VaultKeys keys, Provenance provenance) throws SQLException {
        rows.end();
        var numbers = """
                insert into vault.sealed_number (subject, generation, association, kind, key_version, state, source, pad,
                                                 job, registered_at, actor, sealed)
                select subject, generation, ?, kind, ?, state, ?, pad, ?, ?, ?, sealed
                  from staged_number
                """;
        try (var statement = connection.prepareStatement(numbers)) {
            statement.setInt(1, keys.association());
            statement.setInt(2, keys.sealVersion());
            statement.setInt(3, provenance.source());
            statement.setLong(4, provenance.job());
            statement.setTimestamp(5, Timestamp.from(provenance.at()));
            statement.setString(6, provenance.actor());
            statement.executeUpdate();
        }
        enterIndex(keys);
    }

    private void enterIndex(VaultKeys keys) throws SQLException {
        enterIndex(keys, "tag", keys.indexVersion());
        if (keys.besideVersion() != 0) {
            enterIndex(keys, "beside", keys.besideVersion());
        }
    }

    private void enterIndex(VaultKeys keys, String tag, int version) throws SQLException {
        var index = """
                insert into vault.number_index (tag, subject, generation, association, version, state)
                select %1$s, subject, generation, ?, ?, state
                  from staged_number
                 order by %1$s
                """.formatted(tag);
        try (var statement = connection.prepareStatement(index)) {
            statement.setInt(1, keys.association());
            statement.setInt(2, version);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
