package jp.bansho.bench.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.shardingsphere.driver.api.yaml.YamlShardingSphereDataSourceFactory;

/// ShardingSphere-JDBC encrypt: AES for the value, MD5 with a salt as assisted query, batches of 1,000.
final class ShardingSpherePeer implements Peer {

    private static final String SUBJECT = """
            insert into subject (id, association, kind, pension_use, tax_use, state, user_number, own_number)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String NUMBER = """
            insert into assisted_number (subject, generation, association, kind, key_version, state, source, job,
                                         registered_at, actor, number)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final DataSource source;

    ShardingSpherePeer(String url, String user) throws SQLException, IOException {
        var configuration = """
                dataSources:
                  ds:
                    dataSourceClassName: com.zaxxer.hikari.HikariDataSource
                    driverClassName: org.postgresql.Driver
                    jdbcUrl: %s?reWriteBatchedInserts=true
                    username: %s
                    password: ""
                    maximumPoolSize: 2
                rules:
                - !SINGLE
                  tables:
                  - "*.*"
                - !ENCRYPT
                  encryptors:
                    value:
                      type: AES
                      props:
                        aes-key-value: %s
                        digest-algorithm-name: SHA-256
                    lookup:
                      type: MD5
                      props:
                        salt: %s
                  tables:
                    assisted_number:
                      columns:
                        number:
                          cipher:
                            name: number_cipher
                            encryptorName: value
                          assistedQuery:
                            name: number_assisted
                            encryptorName: lookup
                props:
                  sql-show: false
                """.formatted(url, user, UUID.randomUUID(), UUID.randomUUID());
        source = YamlShardingSphereDataSourceFactory.createDataSource(configuration.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> tables() {
        return List.of("subject", "assisted_number");
    }

    @Override
    public long load(Path file) throws SQLException, IOException {
        var rows = PeerRow.read(file);
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            for (var from = 0; from < rows.size(); from += BATCH) {
                load(connection, rows.subList(from, Math.min(from + BATCH, rows.size())));
                if ((from + BATCH) % COMMIT_EVERY == 0) {
                    connection.commit();
                }
            }
            connection.commit();
        }
        return rows.size();
    }

    private static void load(Connection connection, List<PeerRow> rows) throws SQLException {
        var now = Timestamp.from(Instant.now());
        try (var subject = connection.prepareStatement(SUBJECT);
                var number = connection.prepareStatement(NUMBER)) {
            for (var row : rows) {
                add(subject, row);
                add(number, row, now);
            }
            subject.executeBatch();
            number.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, PeerRow row) throws SQLException {
        statement.setLong(1, row.subject());
        statement.setInt(2, PeerRow.ASSOCIATION);
        statement.setInt(3, row.kind());
        statement.setBoolean(4, row.kind() != 3);
        statement.setBoolean(5, row.kind() == 3);
        statement.setInt(6, 1);
        statement.setString(7, row.userNumber());
        statement.setString(8, row.ownNumber());
        statement.addBatch();
    }

    private static void add(PreparedStatement statement, PeerRow row, Timestamp now) throws SQLException {
        statement.setLong(1, row.subject());
        statement.setInt(2, 1);
        statement.setInt(3, PeerRow.ASSOCIATION);
        statement.setInt(4, row.kind());
        statement.setInt(5, 1);
        statement.setInt(6, 1);
        statement.setInt(7, 1);
        statement.setLong(8, 1);
        statement.setTimestamp(9, now);
        statement.setString(10, "clerk");
        statement.setString(11, row.number());
        statement.addBatch();
    }

    @Override
    public void close() throws SQLException {
        try {
            ((AutoCloseable) source).close();
        } catch (SQLException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
