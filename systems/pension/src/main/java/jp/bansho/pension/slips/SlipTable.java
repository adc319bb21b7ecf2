package jp.bansho.pension.slips;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.pension.outbox.Consignment;

/// The SQL of cuts; their records are those of [RecordTable].
final class SlipTable {

    /// A finished cut `c` in whose place no other one stands.
    static final String STANDS = """
            c.manifest_hash is not null
               and not exists (select from slips.cut n where n.replaces = c.id and n.manifest_hash is not null)
            """;

    private SlipTable() {}

    /// A cut as it stands.
    record Row(
            long id,
            String applicant,
            String approver,
            String parcel,
            String outbox,
            LocalDate useBy,
            Sums sums,
            long violations,
            boolean made) {}

    /// The cut of that order, if it was begun.
    static Optional<Row> find(Connection connection, SlipOrder order) throws SQLException {
        var sql = """
                select id, applied_by, approved_by, parcel, outbox, use_by, records, payment, unpaid, tax, uncollected,
                       insurance, violations, manifest_hash is not null
                  from slips.cut
                 where file = ? and tax_year = ? and corrects is not distinct from ? and list_hash is not distinct from ?
                   and replaces is not distinct from ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            which(statement, 1, order);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getObject(6, LocalDate.class),
                                new Sums(
                                        row.getLong(7),
                                        row.getLong(8),
                                        row.getLong(9),
                                        row.getLong(10),
                                        row.getLong(11),
                                        row.getLong(12)),
                                row.getLong(13),
                                row.getBoolean(14)))
                        : Optional.empty();
            }
        }
    }

    private static void which(PreparedStatement statement, int from, SlipOrder order) throws SQLException {
        statement.setString(from, order.file().word());
        statement.setInt(from + 1, order.taxYear());
        statement.setObject(from + 2, order.corrects(), Types.BIGINT);
        statement.setString(from + 3, order.listHash());
        statement.setObject(from + 4, order.replaces(), Types.BIGINT);
    }

    /// Whether that approval made a parcel of this file and year.
    static boolean made(Connection connection, SlipOrder order, long id) throws SQLException {
        var sql = "select from slips.cut c where c.id = ? and c.file = ? and c.tax_year = ? and " + STANDS;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.setString(2, order.file().word());
            statement.setInt(3, order.taxYear());
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /// Whether the order may stand in the place of that cut: the same list and correction, finished, not replaced yet.
    static boolean replaceable(Connection connection, SlipOrder order, long id) throws SQLException {
        var sql = """
                select from slips.cut c
                 where c.file = ? and c.tax_year = ? and c.corrects is not distinct from ?
                   and c.list_hash is not distinct from ? and c.id = ? and
                """ + STANDS;
        try (var statement = connection.prepareStatement(sql)) {
            which(statement, 1, order);
            statement.setLong(5, id);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /// Whether the file of the whole year is finished.
    static boolean yearIsCut(Connection connection, SlipOrder order) throws SQLException {
        var sql =
                "select from slips.cut where file = ? and tax_year = ? and list_hash is null and manifest_hash is not null";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, order.file().word());
            statement.setInt(2, order.taxYear());
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    static void add(
            Connection connection,
            SlipOrder order,
            Consignment parcel,
            String number,
            Sums sums,
            long violations,
            Instant now)
            throws SQLException {
        var sql = """
                insert into slips.cut (file, tax_year, corrects, list_hash, replaces, id, applied_by, approved_by, approved_at, parcel,
                                       outbox, use_by, records, payment, unpaid, tax, uncollected, insurance, violations)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            which(statement, 1, order);
            statement.setLong(6, parcel.application());
            statement.setString(7, order.party().applicant().name());
            statement.setString(8, order.party().approver().name());
            statement.setTimestamp(9, Timestamp.from(now));
            statement.setString(10, number);
            statement.setString(11, outbox(order));
            statement.setObject(12, order.useBy());
            statement.setLong(13, sums.records());
            statement.setLong(14, sums.payment());
            statement.setLong(15, sums.unpaid());
            statement.setLong(16, sums.tax());
            statement.setLong(17, sums.uncollected());
            statement.setLong(18, sums.insurance());
            statement.setLong(19, violations);
            statement.executeUpdate();
        }
    }

    /// Notes that the parcel is made.
    static void made(Connection connection, long cut, String manifestHash, Instant now) throws SQLException {
        var sql = "update slips.cut set manifest_hash = ?, cut_at = ? where id = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, manifestHash);
            statement.setTimestamp(2, Timestamp.from(now));
            statement.setLong(3, cut);
            statement.executeUpdate();
        }
    }

    /// Whose recipients are in a cut.
    static List<Integer> associations(Connection connection, long cut) throws SQLException {
        var sql = "select distinct association from slips.record where cut = ? order by association";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, cut);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Integer>();
                while (row.next()) {
                    found.add(row.getInt(1));
                }
                return found;
            }
        }
    }

    static String outbox(SlipOrder order) {
        return order.outbox().toAbsolutePath().normalize().toString();
    }
}
