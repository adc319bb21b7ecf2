package jp.bansho.access.approval;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.bansho.access.Member;
import jp.bansho.access.Sql;
import jp.bansho.access.Standing;
import org.jspecify.annotations.Nullable;

/// All SQL about applications.
final class ApplicationTable {

    private static final String SELECT = """
            select id, organisation, deciding_organisation, kind, purpose, case_reference, reason, payload,
                   encode(payload_hash, 'hex'), applicant, applicant_person, applicant_name, applied_at, decide_by,
                   case when state = 'open' and decide_by <= ? or state = 'approved' and execute_by <= ?
                        then 'lapsed' else state end,
                   decided_by, decider_name, decided_at, note, execute_by, executed_by, executed_at
              from access.application
            """;

    private ApplicationTable() {}

    static long add(
            Connection connection, Member member, ApprovalKind kind, int decidedBy, List<String> texts, Instant now)
            throws SQLException {
        // who applies, under which name: looked up by the table's own trigger
        var sql = """
                insert into access.application (organisation, deciding_organisation, kind, purpose, case_reference, reason,
                                                payload, payload_hash, applicant, applied_at, decide_by)
                values (?, ?, ?, ?, ?, ?, ?, decode(?, 'hex'), ?, ?, ?)
                returning id
                """;
        return Sql.query(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        member.organisation(),
                        decidedBy,
                        kind.word(),
                        texts.get(0),
                        texts.get(1),
                        texts.get(2),
                        texts.get(3),
                        Wording.hash(texts.get(3)),
                        member.account(),
                        now,
                        now.plus(kind.decideWithin()))
                .getFirst();
    }

    /// For the decision: nobody else decides it at the same time.
    static Optional<Application> locked(Connection connection, long id, Instant now) throws SQLException {
        return Sql.query(connection, SELECT + " where id = ? for update", ApplicationTable::read, now, now, id).stream()
                .findFirst();
    }

    static Optional<Application> byId(Connection connection, long id, Instant now) throws SQLException {
        return Sql.query(connection, SELECT + " where id = ?", ApplicationTable::read, now, now, id).stream()
                .findFirst();
    }

    static boolean sameName(Connection connection, long id, String nameKey) throws SQLException {
        var sql = "select from access.application where id = ? and applicant_name_key = ?";
        return !Sql.query(connection, sql, row -> true, id, nameKey).isEmpty();
    }

    static void decide(
            Connection connection,
            long id,
            Member member,
            boolean approved,
            @Nullable String note,
            @Nullable Instant executeBy,
            Instant now)
            throws SQLException {
        var sql = """
                update access.application
                   set state = ?, decided_by = ?, decided_at = ?, note = ?, execute_by = ?
                 where id = ? and state = 'open' and deciding_organisation = ? and decide_by > ?
                """;
        expectOne(Sql.update(
                connection,
                sql,
                approved ? "approved" : "refused",
                member.account(),
                now,
                note,
                executeBy,
                id,
                member.organisation(),
                now));
    }

    static void withdraw(Connection connection, long id, Instant now) throws SQLException {
        var sql = "update access.application set state = 'withdrawn', withdrawn_at = ? where id = ? and state = 'open'";
        expectOne(Sql.update(connection, sql, now, id));
    }

    /// The one execution: of two at once the second finds nothing left to execute.
    static boolean execute(
            Connection connection,
            long id,
            int organisation,
            String kind,
            String payload,
            @Nullable String account,
            Instant now)
            throws SQLException {
        var sql = """
                update access.application
                   set state = 'executed', executed_by = ?, executed_at = ?
                 where id = ? and organisation = ? and state = 'approved' and kind = ? and payload = ?
                   and payload_hash = decode(?, 'hex') and execute_by > ?
                """;
        return Sql.update(connection, sql, account, now, id, organisation, kind, payload, Wording.hash(payload), now)
                == 1;
    }

    static List<Application> waitingFor(Connection connection, Standing decider, Instant now) throws SQLException {
        var sql = SELECT + """
                 where state = 'open' and deciding_organisation = ? and decide_by > ?
                   and applicant_person <> ? and applicant_name_key <> ?
                 order by decide_by, id
                """;
        return Sql.query(
                connection,
                sql,
                ApplicationTable::read,
                now,
                now,
                decider.organisation(),
                now,
                decider.person(),
                decider.nameKey());
    }

    static List<Application> of(Connection connection, Member member, int most, Instant now) throws SQLException {
        return Sql.query(
                connection,
                SELECT + " where organisation = ? and applicant_person = ? order by id desc limit ?",
                ApplicationTable::read,
                now,
                now,
                member.organisation(),
                member.person(),
                most);
    }

    private static void expectOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("an application changed under its own lock");
        }
    }

    private static Application read(ResultSet row) throws SQLException {
        return new Application(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getLong(11),
                row.getString(12),
                Objects.requireNonNull(Sql.instant(row, 13)),
                Objects.requireNonNull(Sql.instant(row, 14)),
                ApplicationState.of(row.getString(15)),
                row.getString(16),
                row.getString(17),
                Sql.instant(row, 18),
                row.getString(19),
                Sql.instant(row, 20),
                row.getString(21),
                Sql.instant(row, 22));
    }
}
