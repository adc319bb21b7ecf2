package jp.bansho.juki.release;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.juki.store.MediaScope;
import jp.bansho.media.ledger.Actor;

/// All SQL of this desk.
final class ReleaseTable {

    private static final String SELECT =
            "select application, job, medium, use_by, began_at is not null from juki.release ";

    private ReleaseTable() {}

    static void add(Connection connection, long application, long job, String medium, LocalDate useBy)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into juki.release (application, job, medium, use_by) values (?, ?, ?, ?)")) {
            statement.setLong(1, application);
            statement.setLong(2, job);
            statement.setString(3, medium);
            statement.setObject(4, useBy);
            statement.executeUpdate();
        }
    }

    static Optional<Release> byApplication(Connection connection, long application) throws SQLException {
        return list(connection, "where application = ?", application).stream().findFirst();
    }

    static List<Release> ofJob(Connection connection, long job) throws SQLException {
        return list(connection, "where job = ? order by application desc", job);
    }

    static void began(Connection connection, long application, Instant now) throws SQLException {
        try (var statement =
                connection.prepareStatement("update juki.release set began_at = ? where application = ?")) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setLong(2, application);
            statement.executeUpdate();
        }
    }

    /// Who applied, and who decided; in the scope of the desk.
    static Optional<Approval.Signers> signers(Connection connection, long application) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select p.applicant, p.applicant_person, a.role, p.decided_by, p.decider_person, d.role
                  from access.application p
                  join access.account a on a.id = p.applicant
                  join access.account d on d.id = p.decided_by
                 where p.id = ?
                """)) {
            statement.setLong(1, application);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Approval.Signers(
                                actor(row.getString(1), row.getLong(2), row.getString(3)),
                                actor(row.getString(4), row.getLong(5), row.getString(6))))
                        : Optional.empty();
            }
        }
    }

    private static Actor actor(String account, long person, String role) {
        return new Actor(account, person, MediaScope.ORGANISATION, role);
    }

    private static List<Release> list(Connection connection, String which, long key) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + which)) {
            statement.setLong(1, key);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Release>();
                while (row.next()) {
                    found.add(new Release(
                            row.getLong(1),
                            row.getLong(2),
                            row.getString(3),
                            row.getObject(4, LocalDate.class),
                            row.getBoolean(5)));
                }
                return found;
            }
        }
    }
}
