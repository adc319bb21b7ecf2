package jp.bansho.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/// The database encrypts: rows are staged by COPY, then three INSERT … SELECT with `encrypt_iv` (AES-256-CBC under a
/// random IV, no authentication) and `hmac` (SHA-256, 16 bytes as uuid). The keys travel in the statements' parameters.
final class PgcryptoPeer implements Peer {

    private final Connection connection;
    private final byte[] key = TestKeys.make();
    private final byte[] indexKey = TestKeys.make();

    PgcryptoPeer(String url, String user) throws SQLException {
        connection = DriverManager.getConnection(url, user, "");
        connection.setAutoCommit(false);
    }

    @Override
    public List<String> tables() {
        return List.of("subject", "sealed_number", "number_index");
    }

    @Override
    public long load(Path file) throws SQLException, IOException {
        execute("""
                create temporary table if not exists staged (
                    subject bigint, kind smallint, user_number text, own_number text, number text
                ) on commit delete rows
                """);
        long rows;
        try (var in = Files.newInputStream(file)) {
            rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy staged from stdin (format text, null '')", in, 1 << 16);
        }
        execute("""
                insert into subject (id, association, kind, pension_use, tax_use, user_number, own_number)
                select subject, 28, kind, kind <> 3, kind = 3, user_number, own_number
                  from staged
                """);
        seal();
        index();
        connection.commit();
        return rows;
    }

    private void seal() throws SQLException {
        var sql = """
                insert into sealed_number (subject, generation, association, kind, key_version, state, source, job,
                                           registered_at, actor, sealed)
                select subject, 1, 28, kind, 1, 1, 1, 1, now(), 'clerk',
                       iv || encrypt_iv(convert_to(number, 'SQL_ASCII'), ?, iv, 'aes-cbc/pad:pkcs')
                  from (select *, gen_random_bytes(16) as iv from staged) fresh
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, key);
            statement.executeUpdate();
        }
    }

    private void index() throws SQLException {
        var sql = """
                insert into number_index (tag, subject, generation, association, version, state)
                select encode(substr(hmac(convert_to(number, 'SQL_ASCII'), ?, 'sha256'), 1, 16), 'hex')::uuid,
                       subject, 1, 28, 1, 1
                  from staged
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, indexKey);
            statement.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
