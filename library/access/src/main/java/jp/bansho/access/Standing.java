package jp.bansho.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// An account as it stands at this moment, read anew for acts that need more than an open session: a
/// session may have begun before its account was transferred or ended.
///
/// @param nameKey see [NameKey]; what four eyes compare between organisations
public record Standing(
        String account, int organisation, long person, String nameKey, AccountRole role, String department) {

    /// The calendar of all dates here.
    public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /// The member's account, if it may act now; row-level security of the connection's scope applies.
    public static Optional<Standing> of(Connection connection, Member member, Instant now) throws SQLException {
        var sql = """
                select a.id, a.organisation, a.person, p.name_key, a.role, a.department
                  from access.account a
                  join access.person p on p.id = a.person
                 where a.id = ? and a.organisation = ? and a.person = ? and a.role = ? and a.state = 'active'
                   and ? between a.valid_from and a.valid_until
                """;
        return Sql.query(
                        connection,
                        sql,
                        row -> new Standing(
                                row.getString(1),
                                row.getInt(2),
                                row.getLong(3),
                                row.getString(4),
                                AccountRole.of(row.getString(5)).orElseThrow(),
                                row.getString(6)),
                        member.account(),
                        member.organisation(),
                        member.person(),
                        member.role().word(),
                        LocalDate.ofInstant(now, JAPAN))
                .stream()
                .findFirst();
    }

    /// The member's account.
    ///
    /// @throws AccessRefused with the reason `account-ended`
    public static Standing require(Connection connection, Member member, Instant now) throws SQLException {
        return of(connection, member, now)
                .orElseThrow(() -> new AccessRefused(
                        "account-ended",
                        "this account has ended or changed since you came in; come in again",
                        "ログイン後に利用者IDが失効または変更されました。ログインし直してください"));
    }

    /// The member's account, with that right in its present role and department.
    ///
    /// @throws AccessRefused with the reason `account-ended` or `not-allowed`
    public static Standing with(Connection connection, Member member, Matrix matrix, String right, Instant now)
            throws SQLException {
        var standing = require(connection, member, now);
        if (!matrix.allows(standing.role, standing.department, right)) {
            throw new AccessRefused(
                    "not-allowed", "your role in your department does not have this right", "あなたの役割・所属にはこの操作の権限がありません");
        }
        return standing;
    }

    /// Without the name: it may end up in a log.
    @Override
    public String toString() {
        return "Standing[" + account + ", " + role.word() + "]";
    }
}
