package jp.bansho.access.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.bansho.access.Sql;
import org.jspecify.annotations.Nullable;

/// Answers at the door and counts failures: after five in a row an account is blocked, longer each time.
final class Door {

    private static final int FREE_FAILURES = 5;
    private static final int LONGEST_MINUTES = 60;

    private final Passwords passwords;

    Door(Passwords passwords) {
        this.passwords = passwords;
    }

    private record Bolt(
            @Nullable Instant blockedUntil, @Nullable String hash, boolean slipUsable) {}

    Knock knock(Connection connection, String id, String password, LocalDate today, Instant now) throws SQLException {
        var greeting = greet(connection, id, today, now);
        if (!(greeting instanceof Knock.Welcome(var account))) {
            passwords.matchNobody(password);
            return greeting;
        }
        var hash = bolt(connection, id, today).filter(Bolt::slipUsable).map(Bolt::hash);
        if (hash.isEmpty()) {
            passwords.matchNobody(password);
            return failed(connection, id, "no-temporary-password", now);
        }
        return passwords.matches(password, hash.get())
                ? new Knock.Welcome(account)
                : failed(connection, id, "wrong-password", now);
    }

    Knock greet(Connection connection, String id, LocalDate today, Instant now) throws SQLException {
        var account = AccountTable.byId(connection, id);
        if (account.isEmpty()) {
            return new Knock.Refused("unknown", null, false);
        }
        if (!account.get().usable(today)) {
            return new Knock.Refused(
                    account.get().state().equals("active") ? "not-valid-today" : "ended", account.get(), false);
        }
        var until = bolt(connection, id, today).map(Bolt::blockedUntil);
        if (until.isPresent() && now.isBefore(until.get())) {
            return new Knock.Refused("blocked", account.get(), false);
        }
        return new Knock.Welcome(account.get());
    }

    static Knock.Refused failed(Connection connection, String id, String why, Instant now) throws SQLException {
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
