package jp.bansho.access.account;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.Sql;
import org.jspecify.annotations.Nullable;

/// All SQL about what waits for the nightly batch.
final class PreparationTable {

    private static final String SELECT = """
            select id, organisation, kind, account, staff_number, name, own_user_number, role, department, valid_from,
                   valid_until, reason, application, prepared_by, prepared_at, state, outcome
              from access.preparation
            """;

    private PreparationTable() {}

    static Preparation add(
            Connection connection,
            Member manager,
            String kind,
            @Nullable String account,
            @Nullable NewUser user,
            String reason,
            Instant now)
            throws SQLException {
        var sql = """
                insert into access.preparation (organisation, kind, account, staff_number, name, own_user_number, role,
                                                department, valid_from, valid_until, reason, prepared_by, prepared_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """;
        var id = Sql.query(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        manager.organisation(),
                        kind,
                        account,
                        user == null ? null : user.staffNumber(),
                        user == null ? null : user.name(),
                        user == null ? null : user.ownUserNumber(),
                        user == null ? null : user.role().word(),
                        user == null ? null : user.department(),
                        user == null ? null : user.from(),
                        user == null ? null : user.until(),
                        reason,
                        manager.account(),
                        now)
                .getFirst();
        return byId(connection, id).orElseThrow();
    }

    static Optional<Preparation> byId(Connection connection, long id) throws SQLException {
        return Sql.query(connection, SELECT + " where id = ?", PreparationTable::read, id).stream()
                .findFirst();
    }

    static List<Preparation> of(Connection connection, int organisation, int most) throws SQLException {
        return Sql.query(
                connection,
                SELECT + " where organisation = ? order by id desc limit ?",
                PreparationTable::read,
                organisation,
                most);
    }

    /// What was prepared by the end of that day in Japan; nobody takes it back while the batch runs.
    static List<Preparation> waiting(Connection connection, LocalDate until) throws SQLException {
        var condition = """
                where state = 'prepared' and (prepared_at at time zone 'Asia/Tokyo')::date <= ?
                order by id for update
                """;
        return Sql.query(connection, SELECT + condition, PreparationTable::read, until);
    }

    static boolean withdraw(Connection connection, int organisation, long id) throws SQLException {
        return Sql.update(
                        connection,
                        "update access.preparation set state = 'withdrawn' where id = ? and organisation = ? and state = 'prepared'",
                        id,
                        organisation)
                == 1;
    }

    static void awaits(Connection connection, long id, long application) throws SQLException {
        Sql.update(connection, "update access.preparation set application = ? where id = ?", application, id);
    }

    static void end(Connection connection, long id, String state, String outcome, Instant now) throws SQLException {
        var sql = """
                update access.preparation set state = ?, outcome = ?, done_at = ? where id = ? and state = 'prepared'
                """;
        if (Sql.update(connection, sql, state, outcome, now, id) != 1) {
            throw new IllegalStateException("preparation " + id + " ended before");
        }
    }

    private static Preparation read(ResultSet row) throws SQLException {
        var role = row.getString(8);
        return new Preparation(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                role == null ? null : AccountRole.of(role).orElseThrow(),
                row.getString(9),
                row.getObject(10, LocalDate.class),
                row.getObject(11, LocalDate.class),
                row.getString(12),
                row.getObject(13, Long.class),
                row.getString(14),
                Objects.requireNonNull(Sql.instant(row, 15)),
                row.getString(16),
                row.getString(17));
    }
}
