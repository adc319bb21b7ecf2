package jp.bansho.media.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The table of media.
final class MediumTable {

    private static final String COLUMNS = "select id, number, kind, label, owner, own, state from media.medium ";

    private MediumTable() {}

    /// Reads a medium and keeps it for this transaction.
    static Medium locked(Connection connection, long id) throws SQLException {
        return Sql.query(connection, COLUMNS + "where id = ? for update", MediumTable::medium, id).stream()
                .findFirst()
                .orElseThrow(Refusal.NO_SUCH_MEDIUM::refused);
    }

    static Optional<Medium> find(Connection connection, String owner, String number) throws SQLException {
        return Sql.query(connection, COLUMNS + "where owner = ? and number = ?", MediumTable::medium, owner, number)
                .stream()
                .findFirst();
    }

    static List<Medium> all(Connection connection) throws SQLException {
        return Sql.query(connection, COLUMNS + "order by own desc, owner, number", MediumTable::medium);
    }

    static Optional<Medium> insert(Connection connection, Actor actor, Medium it) throws SQLException {
        return Sql.query(
                        connection,
                        """
                        insert into media.medium (organisation, number, kind, label, owner, own) values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        returning id, number, kind, label, owner, own, state
                        """,
                        MediumTable::medium,
                        actor.organisation(),
                        it.number(),
                        it.kind().word(),
                        it.label(),
                        it.owner(),
                        it.own())
                .stream()
                .findFirst();
    }

    /// How a medium is called in the record.
    static String called(Medium medium) {
        return medium.owner() + "/" + medium.number();
    }

    private static Medium medium(ResultSet row) throws SQLException {
        return new Medium(
                row.getLong(1),
                row.getString(2),
                MediumKind.of(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                MediumState.of(row.getString(7)));
    }
}
