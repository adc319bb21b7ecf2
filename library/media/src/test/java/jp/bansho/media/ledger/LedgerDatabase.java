package jp.bansho.media.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import jp.bansho.audit.AuditEvent;
import jp.bansho.audit.Entry;
import jp.bansho.testing.Database;
import jp.bansho.testing.PostgresServer;

/// A fresh database with the ledger, entered as a machine enters it, and a clock to be set by hand.
final class LedgerDatabase {

    static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");

    private final Database administrator = PostgresServer.shared().newDatabase("media");
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final List<Entry> record = new ArrayList<>();

    LedgerDatabase() {
        execute("""
                do $$ begin
                    perform pg_advisory_xact_lock(4711);
                    if not exists (select from pg_roles where rolname = 'bansho_app') then
                        create role bansho_app login noinherit;
                    end if;
                end $$
                """);
        try (var sql = Objects.requireNonNull(Ledger.class.getResourceAsStream("/db/media/V1__media.sql"))) {
            execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Work on an open connection.
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    InstantSource clock() {
        return now::get;
    }

    void at(Instant instant) {
        now.set(instant);
    }

    /// Runs statements as the administrator.
    void execute(String sql) {
        try {
            administrator.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// One committed transaction in the ledger of an organisation.
    <T> T in(int organisation, Work<T> work) throws SQLException {
        try (var connection = administrator.connect()) {
            try (var statement = connection.createStatement()) {
                statement.execute("set session authorization bansho_app");
                connection.setAutoCommit(false);
                statement.execute(
                        "set local role bansho_media; set local bansho.organisation = '" + organisation + "'");
            }
            var value = work.on(connection);
            connection.commit();
            return value;
        }
    }

    /// One act, whose record is kept.
    <T> T act(int organisation, Work<MediaAnswer<T>> work) throws SQLException {
        var answer = in(organisation, work);
        record.addAll(answer.entries());
        return answer.value();
    }

    /// Everything on record, oldest first.
    List<AuditEvent> events() {
        return record.stream().map(Entry::event).toList();
    }

    List<Entry> entries() {
        return List.copyOf(record);
    }

    List<String> column(int organisation, String sql) throws SQLException {
        return in(organisation, connection -> Sql.query(connection, sql, row -> row.getString(1)));
    }

    int update(int organisation, String sql) throws SQLException {
        return in(organisation, connection -> Sql.update(connection, sql));
    }
}
