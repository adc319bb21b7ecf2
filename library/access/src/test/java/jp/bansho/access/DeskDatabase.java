package jp.bansho.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import jp.bansho.testing.Database;
import jp.bansho.testing.PostgresServer;

/// A fresh database with the schema of this library, entered as the machine enters it, and a clock to be set by hand.
public final class DeskDatabase {

    /// A Monday morning in Tokyo.
    public static final Instant NOW = Instant.parse("2026-11-16T00:30:00Z");

    /// A small permission matrix.
    public static final Matrix MATRIX = Matrix.read("""
            right	japanese	english	clerk	senior-clerk	user-manager	operator	operations-manager	federation-officer
            approval.apply	申請	Apply	pension	pension,tax	*	-	*	*
            approval.decide	承認	Decide	-	pension,tax	-	-	*	*
            review.do	点検	Review	-	-	*	-	*	-
            review.see	点検結果	See reviews	-	-	*	-	*	*
            """);

    private final Database administrator = PostgresServer.shared().newDatabase("access");
    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

    /// Makes the database.
    public DeskDatabase() {
        execute("""
                do $$ begin
                    perform pg_advisory_xact_lock(4711);
                    if not exists (select from pg_roles where rolname = 'bansho_app') then
                        create role bansho_app login noinherit;
                    end if;
                end $$
                """);
        execute(schema());
    }

    /// Work on an open connection.
    @FunctionalInterface
    public interface Work<T> {
        /// Does it.
        T on(Connection connection) throws SQLException;
    }

    /// The clock.
    public InstantSource clock() {
        return now::get;
    }

    /// Sets the clock.
    public void at(Instant instant) {
        now.set(instant);
    }

    /// Runs statements as the administrator.
    public void execute(String sql) {
        try {
            administrator.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A connection of the machine, in a transaction, in no scope yet.
    public Connection application() throws SQLException {
        var connection = administrator.connect();
        try (var statement = connection.createStatement()) {
            statement.execute("set session authorization bansho_app");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    /// Takes on the desk of an organisation.
    public static void enter(Connection connection, int organisation) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local role none; set local role bansho_desk; set local bansho.organisation = '"
                    + organisation + "'");
        }
    }

    /// One committed transaction at the desk of an organisation.
    public <T> T desk(int organisation, Work<T> work) throws SQLException {
        try (var connection = application()) {
            enter(connection, organisation);
            var value = work.on(connection);
            connection.commit();
            return value;
        }
    }

    /// The first column of a query at the desk of an organisation.
    public List<String> column(int organisation, String sql) throws SQLException {
        return desk(organisation, connection -> Sql.query(connection, sql, row -> row.getString(1)));
    }

    /// How many rows a statement changes at the desk of an organisation.
    public int update(int organisation, String sql) throws SQLException {
        return desk(organisation, connection -> Sql.update(connection, sql));
    }

    /// One committed transaction at the door.
    public <T> T door(Work<T> work) throws SQLException {
        try (var connection = application()) {
            try (var statement = connection.createStatement()) {
                statement.execute("set local role bansho_door; set local bansho.organisation = ''");
            }
            var value = work.on(connection);
            connection.commit();
            return value;
        }
    }

    /// An account, active from 2026 to the end of 2027; accounts of one staff number belong to one person.
    public Member member(
            String account, int organisation, String staffNumber, String name, AccountRole role, String department)
            throws SQLException {
        try (var connection = administrator.connect()) {
            Sql.update(connection, """
                    insert into access.person (organisation, staff_number, name, name_key) values (?, ?, ?, ?)
                    on conflict do nothing
                    """, organisation, staffNumber, name, NameKey.of(name));
            var person = Sql.query(
                            connection,
                            "select id from access.person where organisation = ? and staff_number = ?",
                            row -> row.getLong(1),
                            organisation,
                            staffNumber)
                    .getFirst();
            Sql.update(connection, """
                    insert into access.account (id, organisation, person, role, department, valid_from, valid_until, state, created_at)
                    values (?, ?, ?, ?, ?, '2026-01-01', '2027-12-31', 'active', '2026-01-01T00:00:00Z')
                    """, account, organisation, person, role.word(), department);
            return new Member(account, person, name, organisation, role, department);
        }
    }

    private static String schema() {
        try (var sql = Objects.requireNonNull(Matrix.class.getResourceAsStream("/db/access/V1__access.sql"))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
