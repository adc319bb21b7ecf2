package jp.bansho.access.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.bansho.access.Sql;
import org.jspecify.annotations.Nullable;

/// Answers at the door and counts wrong temporary passwords: after five in a row that way in is blocked, longer
/// each time. The way of the passkey never is: IDs can be guessed, and nobody shall lock anybody else out.
final class Door {

    private static final int FREE_FAILURES = 5;
    private static final int LONGEST_MINUTES = 60;

    private final Passwords passwords;

    Door(Passwords passwords) {
        this.passwords = passwords;
    }

    private record Bolt(
            @Nullable Instant blockedUntil, @Nullable String hash, boolean slipUsable) {}

    /// What the typed password is to be compared with. Nothing is changed.
    static Claim claim(Connection connection, String id, LocalDate today) throws SQLException {
        var hash = bolt(connection, id, today).filter(Bolt::slipUsable).map(Bolt::hash);
        return new Claim(id, hash.orElse(null));
    }

    /// Compares, as slowly for an unknown ID as for a known one; needs no connection.
    boolean matches(Claim claim, String password) {
        if (claim.hash() == null) {
            passwords.matchNobody(password);
            return false;
        }
        return passwords.matches(password, claim.hash());
    }

    /// Decides on the outcome of the comparison. The account must still be usable and the slip the same.
    static Knock knock(Connection connection, Claim claim, boolean right, LocalDate today, Instant now)
            throws SQLException {
        var id = claim.id();
        if (!(greet(connection, id, today) instanceof Knock.Welcome(var account))) {
            return greet(connection, id, today);
        }
        var bolt = bolt(connection, id, today);
        var until = bolt.map(Bolt::blockedUntil);
        if (until.isPresent() && now.isBefore(until.get())) {
            return new Knock.Refused("blocked", account, false);
        }
        var hash = bolt.filter(Bolt::slipUsable).map(Bolt::hash);
        if (hash.isEmpty()) {
            return new Knock.Refused("no-temporary-password", account, false);
        }
        if (!hash.get().equals(claim.hash())) {
            return new Knock.Refused("slip-changed", account, false);
        }
        return right ? new Knock.Welcome(account) : failed(connection, id, "wrong-password", now);
    }

    /// Whether the account may be used at all. A block holds the way of the temporary password alone.
    static Knock greet(Connection connection, String id, LocalDate today) throws SQLException {
        var account = AccountTable.byId(connection, id);
        if (account.isEmpty()) {
            return new Knock.Refused("unknown", null, false);
        }
        if (!account.get().usable(today)) {
            return new Knock.Refused(
                    account.get().state().equals("active") ? "not-valid-today" : "ended", account.get(), false);
        }
        return new Knock.Welcome(account.get());
    }

    private static Knock.Refused failed(Connection connection, String id, String why, Instant now) throws SQLException {
        var failures = Sql.query(
                        connection,
                        "update access.account set failures = failures + 1 where id = ? returning failures",
                        row -> row.getInt(1),
                        id)
                .getFirst();
        var block = failures >= FREE_FAILURES;
        if (block) {
            var minutes = Math.min(LONGEST_MINUTES, 1 << Math.min(6, failures - FREE_FAILURES));
            Sql.update(
                    connection,
                    "update access.account set blocked_until = ? where id = ?",
                    now.plus(Duration.ofMinutes(minutes)),
                    id);
        }
        return new Knock.Refused(why, AccountTable.byId(connection, id).orElse(null), block);
    }

    static void cameIn(Connection connection, String id, Instant now) throws SQLException {
        Sql.update(
                connection,
                "update access.account set failures = 0, blocked_until = null, last_login_at = ? where id = ?",
                now,
                id);
    }

    private static Optional<Bolt> bolt(Connection connection, String id, LocalDate today) throws SQLException {
        var sql = """
                select a.blocked_until, t.hash, coalesce(? between t.usable_from and t.expires_on, false)
                  from access.account a left join access.temporary_password t on t.account = a.id
                 where a.id = ?
                """;
        return Sql.query(
                        connection,
                        sql,
                        row -> new Bolt(Sql.instant(row, 1), row.getString(2), row.getBoolean(3)),
                        today,
                        id)
                .stream()
                .findFirst();
    }
}
