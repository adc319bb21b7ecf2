package jp.bansho.access.passkey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import jp.bansho.testing.Database;
import jp.bansho.testing.PostgresServer;

/// A fresh database with the access schema and two accounts, `tanaka` and `sato`.
final class AccessDatabase {

    final Database administrator = PostgresServer.shared().newDatabase("passkey");

    AccessDatabase() {
        execute("""
                do $$ begin
                    perform pg_advisory_xact_lock(4711);
                    if not exists (select from pg_roles where rolname = 'bansho_app') then
                        create role bansho_app login;
                    end if;
                end $$
                """);
        execute(schema("/db/access/V1__access.sql"));
        execute("""
                insert into access.person (organisation, staff_number, name, name_key) values (28, 's1', '-', '-');
                insert into access.account (id, organisation, person, role, department, valid_from, valid_until,
                                            state, created_at)
                select id, 28, (select min(id) from access.person), 'clerk', 'benefits', '2026-01-01', '2027-01-01',
                       'active', now()
                  from unnest(array['tanaka', 'sato']) id;
                """);
    }

    /// A connection of the application, as the one who lets people in.
    Connection door() throws SQLException {
        var connection =
                DriverManager.getConnection(administrator.url(), administrator.user(), administrator.password());
        try (var statement = connection.createStatement()) {
            statement.execute("set session authorization bansho_app");
            statement.execute("set role bansho_door");
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

    static String schema(String resource) {
        try (var sql = Objects.requireNonNull(AccessDatabase.class.getResourceAsStream(resource))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
