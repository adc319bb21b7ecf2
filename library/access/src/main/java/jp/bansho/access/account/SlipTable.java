package jp.bansho.access.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.bansho.access.Sql;
import org.jspecify.annotations.Nullable;

/// All SQL about temporary passwords.
final class SlipTable {

    private SlipTable() {}

    static void prepare(
            Connection connection, String account, LocalDate usableFrom, @Nullable String resetBy, Instant now)
            throws SQLException {
        Sql.update(connection, """
                insert into access.temporary_password (account, usable_from, expires_on, reset_by, made_at)
                values (?, ?, ?, ?, ?)
                """, account, usableFrom, usableFrom.plusDays(Accounts.SLIP_DAYS), resetBy, now);
    }

    static boolean open(Connection connection, String account, String hash, String to, LocalDate today, Instant now)
            throws SQLException {
        var sql = """
                update access.temporary_password
                   set hash = ?, shown_to = ?, shown_at = ?
                 where account = ? and shown_at is null and ? between usable_from and expires_on
                """;
        return Sql.update(connection, sql, hash, to, now, account, today) == 1;
    }

    static LocalDate expiry(Connection connection, String account) throws SQLException {
        return Sql.query(
                        connection,
                        "select expires_on from access.temporary_password where account = ?",
                        row -> row.getObject(1, LocalDate.class),
                        account)
                .getFirst();
    }

    static Optional<OpenedSlip> opened(Connection connection, String account, LocalDate today) throws SQLException {
        var sql = """
                select made_at, shown_at from access.temporary_password
                 where account = ? and shown_at is not null and ? between usable_from and expires_on
                """;
        return Sql.query(
                        connection,
                        sql,
                        row -> new OpenedSlip(
                                Objects.requireNonNull(Sql.instant(row, 1)),
                                Objects.requireNonNull(Sql.instant(row, 2))),
                        account,
                        today)
                .stream()
                .findFirst();
    }

    static void remove(Connection connection, String account) throws SQLException {
        Sql.update(connection, "delete from access.temporary_password where account = ?", account);
    }

    static List<String> removeExpired(Connection connection, LocalDate today) throws SQLException {
        return Sql.query(
                connection,
                "delete from access.temporary_password where expires_on < ? returning account",
                row -> row.getString(1),
                today);
    }
}
