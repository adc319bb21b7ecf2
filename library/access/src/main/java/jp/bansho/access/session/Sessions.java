package jp.bansho.access.session;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.Sql;
import org.jspecify.annotations.Nullable;

/// The sessions' front door, in the door's scope. A session holds only while its account is active, within
/// its dates, and its passkey is not removed: an emergency stop acts on the very next request.
public final class Sessions {

    private Sessions() {}

    /// Begins a session in place of any other of that account.
    ///
    /// @param digest   SHA-256 of the session's secret; the secret itself is only in the browser
    /// @param terminal SHA-256 of the client certificate, if the terminal has one
    /// @return true if another session ended by it
    public static boolean begin(
            Connection connection,
            String account,
            byte[] digest,
            byte[] credential,
            byte @Nullable [] terminal,
            String address,
            Instant now)
            throws SQLException {
        var replaced = Sql.update(connection, "delete from access.session where account = ?", account) > 0;
        Sql.update(connection, """
                insert into access.session (account, digest, credential, terminal, address, began_at, seen_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """, account, digest, credential, terminal, address, now, now);
        return replaced;
    }

    /// The session of that secret, if it still holds.
    public static Optional<Visit> look(Connection connection, byte[] digest, LocalDate today) throws SQLException {
        var sql = """
                select a.id, p.id, p.name, a.organisation, a.role, a.department,
                       s.credential, s.terminal, s.began_at, s.seen_at, s.locked, s.digest
                  from access.session s
                  join access.account a on a.id = s.account
                  join access.person p on p.id = a.person
                  join access.passkey k on k.credential_id = s.credential and k.state = 'active'
                 where s.digest = ? and a.state = 'active' and ? between a.valid_from and a.valid_until
                """;
        return Sql.query(connection, sql, Sessions::read, digest, today).stream()
                .findFirst();
    }

    /// Notes that the session was used.
    public static void touch(Connection connection, Visit visit, Instant now) throws SQLException {
        Sql.update(
                connection,
                "update access.session set seen_at = ? where account = ? and digest = ?",
                now,
                visit.member().account(),
                visit.digest());
    }

    /// Locks the screen.
    public static void lock(Connection connection, Visit visit) throws SQLException {
        Sql.update(
                connection,
                "update access.session set locked = true where account = ? and digest = ?",
                visit.member().account(),
                visit.digest());
    }

    /// Unlocks the screen.
    ///
    /// @return false if that session is over
    public static boolean unlock(Connection connection, Visit visit, Instant now) throws SQLException {
        return Sql.update(
                        connection,
                        "update access.session set locked = false, seen_at = ? where account = ? and digest = ?",
                        now,
                        visit.member().account(),
                        visit.digest())
                > 0;
    }

    /// Ends that session, and no other one of the account that has begun since.
    ///
    /// @return false if it was over
    public static boolean end(Connection connection, Visit visit) throws SQLException {
        return Sql.update(
                        connection,
                        "delete from access.session where account = ? and digest = ?",
                        visit.member().account(),
                        visit.digest())
                > 0;
    }

    private static Visit read(ResultSet row) throws SQLException {
        var member = new Member(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getInt(4),
                AccountRole.of(row.getString(5)).orElseThrow(),
                row.getString(6));
        return new Visit(
                member,
                row.getBytes(7),
                row.getBytes(8),
                Objects.requireNonNull(Sql.instant(row, 9)),
                Objects.requireNonNull(Sql.instant(row, 10)),
                row.getBoolean(11),
                row.getBytes(12));
    }
}
