package jp.bansho.access.account;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Sql;

/// All SQL about accounts and people.
final class AccountTable {

    private static final String SELECT = """
            select a.id, a.organisation, a.person, p.staff_number, p.name, a.role, a.department, a.valid_from, a.valid_until,
                   a.state, a.last_login_at,
                   case when t.account is null then 'none' when t.shown_at is null then 'waiting' else 'shown' end,
                   t.usable_from,
                   (select count(*) from access.passkey k where k.account = a.id and k.state = 'active'),
                   (select r.person from access.account r where r.id = t.reset_by)
              from access.account a
              join access.person p on p.id = a.person
              left join access.temporary_password t on t.account = a.id
            """;

    private AccountTable() {}

    static Optional<Account> byId(Connection connection, String id) throws SQLException {
        return Sql.query(connection, SELECT + " where a.id = ?", AccountTable::read, id).stream()
                .findFirst();
    }

    static List<Account> of(Connection connection, int organisation) throws SQLException {
        return Sql.query(
                connection,
                SELECT + " where a.organisation = ? order by a.state, a.id",
                AccountTable::read,
                organisation);
    }

    static List<Integer> organisations(Connection connection) throws SQLException {
        return Sql.query(
                connection,
                "select distinct organisation from access.account where state <> 'revoked' order by organisation",
                row -> row.getInt(1));
    }

    static List<Account> expired(Connection connection, LocalDate today) throws SQLException {
        return Sql.query(
                connection,
                SELECT + " where a.state <> 'revoked' and a.valid_until < ? order by a.id",
                AccountTable::read,
                today);
    }

    /// The human being of a staff number, and the name they are kept under.
    record Known(long id, String nameKey) {}

    static Optional<Known> known(Connection connection, int organisation, String staffNumber) throws SQLException {
        return Sql.query(
                        connection,
                        "select id, name_key from access.person where organisation = ? and staff_number = ?",
                        row -> new Known(row.getLong(1), row.getString(2)),
                        organisation,
                        staffNumber)
                .stream()
                .findFirst();
    }

    /// The human being of a staff number, new or known. Names are not changed on the way: four eyes
    /// compare them. A user number stays as well: the log check holds people against it.
    static long person(Connection connection, int organisation, NewUser user, String nameKey) throws SQLException {
        var sql = """
                insert into access.person (organisation, staff_number, name, name_key, own_user_number)
                values (?, ?, ?, ?, ?)
                on conflict (organisation, staff_number)
                do update set own_user_number = coalesce(access.person.own_user_number, excluded.own_user_number)
                returning id
                """;
        return Sql.query(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        organisation,
                        user.staffNumber(),
                        user.name(),
                        nameKey,
                        user.ownUserNumber())
                .getFirst();
    }

    static void add(Connection connection, String id, int organisation, long person, NewUser user, Instant now)
            throws SQLException {
        Sql.update(
                connection,
                """
                insert into access.account (id, organisation, person, role, department, valid_from, valid_until, state, created_at)
                values (?, ?, ?, ?, ?, ?, ?, 'active', ?)
                """,
                id,
                organisation,
                person,
                user.role().word(),
                user.department(),
                user.from(),
                user.until(),
                now);
    }

    static int highestSerial(Connection connection, String prefix) throws SQLException {
        var sql = "select coalesce(max(substring(id from '[0-9]+$')::int), 0) from access.account where id like ?";
        return Sql.query(connection, sql, row -> row.getInt(1), prefix + "%").getFirst();
    }

    static void change(Connection connection, String id, AccountRole role, String department, LocalDate until)
            throws SQLException {
        Sql.update(
                connection,
                "update access.account set role = ?, department = ?, valid_until = ? where id = ?",
                role.word(),
                department,
                until,
                id);
    }

    /// Ends an account: no session, no passkey, no temporary password survives it.
    static void end(Connection connection, String id, String state, String why, Instant now) throws SQLException {
        Sql.update(
                connection,
                "update access.account set state = ?, ended_at = ?, ended_why = ? where id = ?",
                state,
                now,
                why,
                id);
        shut(connection, id);
    }

    static void shut(Connection connection, String id) throws SQLException {
        Sql.update(connection, "delete from access.session where account = ?", id);
        Sql.update(connection, "delete from access.temporary_password where account = ?", id);
        Sql.update(
                connection, "update access.passkey set state = 'removed' where account = ? and state = 'active'", id);
    }

    static Account read(ResultSet row) throws SQLException {
        return new Account(
                row.getString(1),
                row.getInt(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                AccountRole.of(row.getString(6)).orElseThrow(),
                row.getString(7),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class),
                row.getString(10),
                Sql.instant(row, 11),
                row.getString(12),
                row.getObject(13, LocalDate.class),
                row.getInt(14),
                row.getObject(15, Long.class));
    }
}
