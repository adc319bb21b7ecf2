package jp.bansho.access.review;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.access.Sql;
import jp.bansho.access.Standing;
import org.jspecify.annotations.Nullable;

/// All SQL about reviews.
final class ReviewTable {

    private static final String REVIEW = """
            select r.id, r.organisation, r.kind, r.period, r.opened_at, r.deadline,
                   (select count(*) from access.review_line l where l.review = r.id),
                   (select count(*) from access.review_line l where l.review = r.id and l.decision is null),
                   (select count(*) from access.review_line l where l.review = r.id and cardinality(l.pointers) > 0),
                   r.closed_at, r.closed_by, r.result, r.evidence
              from access.review r
            """;

    private static final String LINE = """
            select l.review, l.account, l.person, p.name, l.staff_number, l.role, l.department, l.last_login_at,
                   l.valid_until, l.ledger_department, l.pointers, l.decision, l.note, l.decided_by, l.decided_at,
                   l.preparation
              from access.review_line l
              join access.person p on p.id = l.person
            """;

    private ReviewTable() {}

    /// A new review with all its lines; nothing if there is one already, or nobody to review.
    static Optional<Review> open(
            Connection connection, int organisation, ReviewKind kind, LocalDate today, ReviewRules rules, Instant now)
            throws SQLException {
        var sql = """
                insert into access.review (organisation, kind, period, opened_at, deadline)
                select ?, ?, ?, ?, ?
                 where exists (select from access.account where organisation = ? and state <> 'revoked')
                on conflict (organisation, kind, period) do nothing
                returning id
                """;
        var made = Sql.query(
                connection,
                sql,
                row -> row.getLong(1),
                organisation,
                kind.word(),
                kind.period(today),
                now,
                kind.deadline(today, rules),
                organisation);
        if (made.isEmpty()) {
            return Optional.empty();
        }
        addLines(connection, made.getFirst(), organisation, today, rules);
        return byId(connection, made.getFirst());
    }

    private static void addLines(
            Connection connection, long review, int organisation, LocalDate today, ReviewRules rules)
            throws SQLException {
        var sql = """
                insert into access.review_line (review, organisation, account, person, staff_number, role, department,
                                                last_login_at, valid_until, ledger_department, pointers)
                select ?, a.organisation, a.id, a.person, p.staff_number, a.role, a.department,
                       a.last_login_at, a.valid_until, d.department,
                       array_remove(array[
                           case when d.department <> a.department then 'transferred' end,
                           case when d.staff_number is null then 'not-in-ledger' end,
                           case when a.last_login_at < ? then 'long-unused' end,
                           case when a.last_login_at is null then 'never-logged-in' end,
                           case when a.valid_until < ? then 'past-date' end,
                           case when exists (select from access.account o
                                              where o.person = a.person and o.id <> a.id and o.state <> 'revoked')
                                then 'two-accounts' end,
                           case when a.state = 'stopped' then 'stopped' end], null)
                  from access.account a
                  join access.person p on p.id = a.person
                  left join access.ledger d on d.organisation = p.organisation and d.staff_number = p.staff_number
                 where a.organisation = ? and a.state <> 'revoked'
                """;
        var unusedSince =
                today.minusDays(rules.unusedDays()).atStartOfDay(Standing.JAPAN).toInstant();
        Sql.update(connection, sql, review, unusedSince, today, organisation);
    }

    static Optional<Review> byId(Connection connection, long id) throws SQLException {
        return Sql.query(connection, REVIEW + " where r.id = ?", ReviewTable::review, id).stream()
                .findFirst();
    }

    /// For a decision or the end: nobody else changes the review at the same time.
    static Optional<Review> locked(Connection connection, int organisation, long id) throws SQLException {
        var sql = "select id from access.review where id = ? and organisation = ? for update";
        if (Sql.query(connection, sql, row -> row.getLong(1), id, organisation).isEmpty()) {
            return Optional.empty();
        }
        return byId(connection, id);
    }

    static List<Review> of(Connection connection, int organisation, int most) throws SQLException {
        return Sql.query(
                connection,
                REVIEW + " where r.organisation = ? order by r.id desc limit ?",
                ReviewTable::review,
                organisation,
                most);
    }

    static List<Review> open(Connection connection, int organisation) throws SQLException {
        return Sql.query(
                connection,
                REVIEW + " where r.organisation = ? and r.closed_at is null order by r.deadline, r.id",
                ReviewTable::review,
                organisation);
    }

    static List<ReviewLine> lines(Connection connection, int organisation, long review) throws SQLException {
        return Sql.query(
                connection,
                LINE + " where l.review = ? and l.organisation = ? order by l.account collate \"C\"",
                ReviewTable::line,
                review,
                organisation);
    }

    static void decide(
            Connection connection,
            ReviewLine line,
            Member member,
            LineDecision decision,
            String note,
            @Nullable Long preparation,
            Instant now)
            throws SQLException {
        // whose person decides: looked up by the table's own trigger
        var sql = """
                update access.review_line
                   set decision = ?, note = ?, decided_by = ?, decided_at = ?, preparation = ?
                 where review = ? and account = ?
                """;
        Sql.update(
                connection,
                sql,
                decision.word(),
                note,
                member.account(),
                now,
                preparation,
                line.review(),
                line.account());
    }

    /// Whether the account has not ended and nobody prepared its end yet.
    static boolean stillToRevoke(Connection connection, String account) throws SQLException {
        var sql = """
                select from access.account a
                 where a.id = ? and a.state <> 'revoked'
                   and not exists (select from access.preparation p
                                    where p.account = a.id and p.kind = 'revoke' and p.state = 'prepared')
                """;
        return !Sql.query(connection, sql, row -> true, account).isEmpty();
    }

    static void close(
            Connection connection, long review, Member member, ReviewResult result, String evidence, Instant now)
            throws SQLException {
        var sql = "update access.review set closed_at = ?, closed_by = ?, result = ?, evidence = ? where id = ?";
        Sql.update(connection, sql, now, member.account(), result.text(), evidence, review);
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getLong(1),
                row.getInt(2),
                ReviewKind.of(row.getString(3)),
                row.getString(4),
                Objects.requireNonNull(Sql.instant(row, 5)),
                row.getObject(6, LocalDate.class),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                Sql.instant(row, 10),
                row.getString(11),
                row.getString(12),
                row.getString(13));
    }

    private static ReviewLine line(ResultSet row) throws SQLException {
        var pointers = (String[]) row.getArray(11).getArray();
        var decision = row.getString(12);
        return new ReviewLine(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                AccountRole.of(row.getString(6)).orElseThrow(),
                row.getString(7),
                Sql.instant(row, 8),
                row.getObject(9, LocalDate.class),
                row.getString(10),
                Arrays.stream(pointers).map(Pointer::of).toList(),
                decision == null ? null : LineDecision.valueOf(decision.toUpperCase(Locale.ROOT)),
                row.getString(13),
                row.getString(14),
                Sql.instant(row, 15),
                row.getObject(16, Long.class));
    }
}
