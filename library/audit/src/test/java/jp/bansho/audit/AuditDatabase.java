package jp.bansho.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Logger;
import javax.sql.DataSource;
import jp.bansho.testing.Database;
import jp.bansho.testing.PostgresServer;

/// A fresh database with the audit schema, a signer, and a clock that stands still.
final class AuditDatabase {

    static final Instant NOW = Instant.parse("2026-11-22T01:02:03.456789Z");

    static final Stamp STAMP = new Stamp("numbers", "u-0042", "clerk", 28, "pension-award", 7_000_000_000_001L, 12L);

    final Database administrator = PostgresServer.shared().newDatabase("audit");
    final KeyPair keys = newKeys();
    final HeadSigner signer = HeadSigner.of("k1", keys.getPrivate());
    final HeadKeys trusted = new HeadKeys(Map.of("k1", keys.getPublic()));
    final AuditTrail trail = new AuditTrail(signer, trusted, InstantSource.fixed(NOW));

    AuditDatabase() {
        execute("""
                do $$ begin
                    perform pg_advisory_xact_lock(4711);
                    if not exists (select from pg_roles where rolname = 'bansho_app') then
                        create role bansho_app login;
                    end if;
                end $$
                """);
        execute(schema("V1__audit.sql"));
        execute("""
                do $$ begin
                    perform pg_advisory_xact_lock(4711);
                    if not exists (select from pg_roles where rolname = 'bansho_purger') then
                        create role bansho_purger;
                    end if;
                end $$
                """);
        execute(schema("V2__purge.sql"));
    }

    static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A connection with the rights of the application.
    Connection application() throws SQLException {
        var connection =
                DriverManager.getConnection(administrator.url(), administrator.user(), administrator.password());
        try (var statement = connection.createStatement()) {
            statement.execute("set session authorization bansho_app");
        }
        return connection;
    }

    void execute(String sql) {
        try {
            administrator.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A number that the administrator asks for.
    long number(String sql) {
        try (var connection = administrator.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Writes records in transactions of `each` entries.
    SignedHead write(int records, int each) throws SQLException {
        SignedHead head = null;
        try (var connection = application()) {
            connection.setAutoCommit(false);
            for (int done = 0; done < records; done += each) {
                var entries = new ArrayList<Entry>();
                for (int i = done; i < Math.min(records, done + each); i++) {
                    entries.add(entry("lookup " + i));
                }
                head = trail.append(connection, entries);
                connection.commit();
            }
        }
        return Objects.requireNonNull(head);
    }

    static Entry entry(String reason) {
        return new Entry(STAMP, new Invented.NumberLookedUp(reason, 1));
    }

    static List<Entry> entries(String reason) {
        return List.of(entry(reason));
    }

    DataSource source() {
        return new Source();
    }

    private static String schema(String file) {
        try (var sql = Objects.requireNonNull(AuditTrail.class.getResourceAsStream("/db/audit/" + file))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Source implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return application();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return application();
        }

        @Override
        public PrintWriter getLogWriter() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLoginTimeout(int seconds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("nothing inside");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
