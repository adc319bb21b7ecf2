package jp.bansho.pension.cutting;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All SQL of this desk but the rows of the file.
final class CutTable {

    private CutTable() {}

    /// A cut as it stands.
    record Row(
            long id,
            @Nullable LocalDate since,
            String applicant,
            String approver,
            Instant approvedAt,
            String parcel,
            String outbox,
            @Nullable LocalDate useBy,
            People people,
            boolean made) {}

    /// Who is asked about for that purpose.
    static String toAsk(CutPurpose purpose) {
        return switch (purpose) {
            case REGISTRATION -> """
                    receives and due_since > (select coalesce(max(up_to), 0) from cutting.cut
                                               where manifest_hash is not null)""";
            case LIFE_STATUS -> "receives";
        };
    }

    static boolean known(Connection connection, int association) throws SQLException {
        try (var statement = connection.prepareStatement("select from members.association where code = ?")) {
            statement.setInt(1, association);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    static People people(Connection connection, CutPurpose purpose) throws SQLException {
        var sql = """
                select count(*) filter (where kind = 1), count(*) filter (where kind = 2), count(resident_record_code)
                  from members.member where %s
                """.formatted(toAsk(purpose));
        try (var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            row.next();
            return new People(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    /// The reference day of the last finished cut of that purpose; before the first life-status
    /// inquiry, that of the registration.
    static Optional<LocalDate> lastAsked(Connection connection, CutPurpose purpose, LocalDate until)
            throws SQLException {
        var sql = """
                select reference_day from cutting.cut where manifest_hash is not null and purpose in (?, 'registration')
                   and reference_day <= ?
                 order by purpose = ? desc, reference_day desc limit 1
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, purpose.word());
            statement.setObject(2, until);
            statement.setString(3, purpose.word());
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, LocalDate.class)) : Optional.empty();
            }
        }
    }

    static Optional<Row> find(Connection connection, CutOrder order) throws SQLException {
        var sql = """
                select id, since, applied_by, approved_by, approved_at, parcel, outbox, use_by, recipients, spouses,
                       by_code, manifest_hash is not null
                  from cutting.cut where purpose = ? and reference_day = ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, order.purpose().word());
            statement.setObject(2, order.referenceDay());
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(
                                row.getLong(1),
                                row.getObject(2, LocalDate.class),
                                row.getString(3),
                                row.getString(4),
                                row.getTimestamp(5).toInstant(),
                                row.getString(6),
                                row.getString(7),
                                row.getObject(8, LocalDate.class),
                                new People(row.getLong(9), row.getLong(10), row.getLong(11)),
                                row.getBoolean(12)))
                        : Optional.empty();
            }
        }
    }

    static void add(
            Connection connection,
            long id,
            CutOrder order,
            @Nullable LocalDate since,
            Instant now,
            String parcel,
            People people)
            throws SQLException {
        var sql = """
                insert into cutting.cut (id, association, purpose, reference_day, since, applied_by, approved_by,
                                         approved_at, parcel, outbox, use_by, recipients, spouses, by_code, up_to)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                        (select coalesce(max(due_since), 0) from members.member where receives))
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.setInt(2, order.association());
            statement.setString(3, order.purpose().word());
            statement.setObject(4, order.referenceDay());
            statement.setObject(5, since);
            statement.setString(6, order.party().applicant().name());
            statement.setString(7, order.party().approver().name());
            statement.setTimestamp(8, Timestamp.from(now));
            statement.setString(9, parcel);
            statement.setString(10, outbox(order));
            statement.setObject(11, order.useBy());
            statement.setLong(12, people.recipients());
            statement.setLong(13, people.spouses());
            statement.setLong(14, people.byCode());
            statement.executeUpdate();
        }
    }

    /// The people are counted anew when an unfinished cut is taken up again.
    static void recount(Connection connection, long cut, Instant now, People people) throws SQLException {
        var sql = """
                update cutting.cut set approved_at = ?, recipients = ?, spouses = ?, by_code = ?,
                       up_to = (select coalesce(max(due_since), 0) from members.member where receives)
                 where id = ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setLong(2, people.recipients());
            statement.setLong(3, people.spouses());
            statement.setLong(4, people.byCode());
            statement.setLong(5, cut);
            statement.executeUpdate();
        }
    }

    /// Notes that the parcel is made; so its people were asked about.
    static void made(Connection connection, Row cut, String manifestHash, Instant now) throws SQLException {
        var made = "update cutting.cut set manifest_hash = ?, cut_at = ? where id = ?";
        try (var statement = connection.prepareStatement(made)) {
            statement.setString(1, manifestHash);
            statement.setTimestamp(2, Timestamp.from(now));
            statement.setLong(3, cut.id());
            statement.executeUpdate();
        }
    }

    static String outbox(CutOrder order) {
        return order.outbox().toAbsolutePath().normalize().toString();
    }
}
