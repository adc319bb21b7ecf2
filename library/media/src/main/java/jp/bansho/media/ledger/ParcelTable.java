package jp.bansho.media.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.bansho.media.Counts;
import jp.bansho.media.Manifest;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.PayloadFile;

/// The tables of parcels and of what is in them.
final class ParcelTable {

    private static final String COLUMNS = """
            select p.number, p.direction = 'out', p.medium, p.content, p.purpose, p.sender, p.recipient, p.use_by,
                   p.way_of_return, p.application, p.noted_at, p.state, c.manifest_hash, coalesce(c.items, 0),
                   coalesce(c.rows, 0), coalesce(c.bytes, 0)
              from media.parcel p
              left join media.content c on c.parcel = p.number
            """;

    private ParcelTable() {}

    static Optional<NotedParcel> find(Connection connection, ParcelNumber number) throws SQLException {
        return Sql.query(connection, COLUMNS + " where p.number = ?", ParcelTable::parcel, number.text()).stream()
                .findFirst();
    }

    static Optional<NotedParcel> under(Connection connection, long application) throws SQLException {
        return Sql.query(connection, COLUMNS + " where p.application = ?", ParcelTable::parcel, application).stream()
                .findFirst();
    }

    /// The parcel on a medium that is not settled.
    static Optional<NotedParcel> on(Connection connection, long medium) throws SQLException {
        return Sql.query(
                        connection,
                        COLUMNS + " where p.medium = ? and p.live for update of p",
                        ParcelTable::parcel,
                        medium)
                .stream()
                .findFirst();
    }

    static List<NotedParcel> all(Connection connection) throws SQLException {
        return Sql.query(connection, COLUMNS + " order by p.noted_at, p.number", ParcelTable::parcel);
    }

    /// What lay on a medium since it was last erased, and was written.
    static List<NotedParcel> since(Connection connection, long medium) throws SQLException {
        return Sql.query(connection, COLUMNS + """
                         where p.medium = ? and c.parcel is not null and p.last_step > coalesce(
                               (select max(s.id) from media.step s where s.medium = p.medium and s.action = 'erase'), 0)
                         order by p.noted_at, p.number
                        """, ParcelTable::parcel, medium);
    }

    static void insertOutgoing(
            Connection connection,
            Actor actor,
            ParcelNumber number,
            long medium,
            ParcelOrder order,
            Approved approved,
            Instant now)
            throws SQLException {
        Sql.update(
                connection,
                """
                insert into media.parcel (number, organisation, direction, medium, content, purpose, sender, recipient, use_by,
                                          way_of_return, application, applicant, approver, approved_hash, noted_at)
                values (?, ?, 'out', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                number.text(),
                actor.organisation(),
                medium,
                order.content(),
                order.purpose(),
                order.from(),
                order.to(),
                order.useBy(),
                order.wayOfReturn(),
                approved.application(),
                approved.applicant(),
                approved.approver(),
                approved.payloadHash(),
                now);
    }

    /// Notes an incoming parcel, unless its number is known, to whichever organisation of the
    /// machine.
    static boolean insertIncoming(Connection connection, Actor actor, long medium, Manifest manifest, Instant now)
            throws SQLException {
        var label = manifest.label();
        return Sql.update(
                        connection,
                        """
                        insert into media.parcel (number, organisation, direction, medium, content, purpose, sender, recipient,
                                                  use_by, way_of_return, noted_at)
                        values (?, ?, 'in', ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (number) do nothing
                        """,
                        label.number().text(),
                        actor.organisation(),
                        medium,
                        label.content(),
                        label.purpose(),
                        label.from(),
                        label.to(),
                        label.useBy(),
                        label.wayOfReturn(),
                        now)
                == 1;
    }

    static void insertContent(Connection connection, Actor actor, Manifest manifest, String hash) throws SQLException {
        var counts = counts(manifest);
        Sql.update(
                connection,
                """
                insert into media.content (parcel, organisation, files, items, rows, bytes, manifest_hash, made_at, made_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                manifest.label().number().text(),
                actor.organisation(),
                manifest.files().size(),
                counts.items(),
                counts.rows(),
                manifest.bytes(),
                hash,
                manifest.madeAt(),
                manifest.label().madeBy());
    }

    /// What was counted in all files together.
    static Counts counts(Manifest manifest) {
        var counts = manifest.files().stream().map(PayloadFile::counts).toList();
        return new Counts(
                counts.stream().mapToLong(Counts::items).sum(),
                counts.stream().mapToLong(Counts::rows).sum());
    }

    private static NotedParcel parcel(ResultSet row) throws SQLException {
        return new NotedParcel(
                new ParcelNumber(row.getString(1)),
                row.getBoolean(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, LocalDate.class),
                row.getString(9),
                row.getObject(10, Long.class),
                Sql.instant(row, 11),
                ParcelState.of(row.getString(12)),
                row.getString(13),
                row.getLong(14),
                row.getLong(15),
                row.getLong(16));
    }
}
