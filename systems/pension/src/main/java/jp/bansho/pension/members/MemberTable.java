package jp.bansho.pension.members;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/// All SQL of this desk besides the staging.
final class MemberTable {

    private MemberTable() {}

    static Optional<String> userNumberPattern(Connection connection, int association) throws SQLException {
        var sql = "select user_number_pattern from members.association where code = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, association);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /// Takes over what was staged. Whoever is asked about by something new has not been asked
    /// about yet.
    static Loaded merge(Connection connection, int association, Instant now, long rows) throws SQLException {
        var number = number(connection);
        var sql = """
                with taken as (
                    insert into members.member as m (
                        association, user_number, kind, resident_record_code, name, kana, born, sex, address,
                        municipality, certificate_number, basic_pension_number, payroll_number, own_number, changed_at,
                        due_since)
                    select ?, user_number, kind::smallint, resident_record_code, name, kana, born::date, sex::smallint,
                           address, municipality, certificate_number, basic_pension_number, payroll_number, own_number,
                           ?, ?
                      from incoming
                    on conflict (association, user_number) do update
                       set kind = excluded.kind, resident_record_code = excluded.resident_record_code,
                           name = excluded.name, kana = excluded.kana, born = excluded.born, sex = excluded.sex,
                           address = excluded.address, municipality = excluded.municipality,
                           certificate_number = excluded.certificate_number,
                           basic_pension_number = excluded.basic_pension_number,
                           payroll_number = excluded.payroll_number, own_number = excluded.own_number,
                           receives = true, changed_at = excluded.changed_at,
                           due_since = case when m.receives and row (m.kind, m.resident_record_code, m.name, m.kana,
                                                                    m.born, m.sex, m.address, m.municipality)
                                                is not distinct from
                                                row (excluded.kind, excluded.resident_record_code, excluded.name,
                                                     excluded.kana, excluded.born, excluded.sex, excluded.address,
                                                     excluded.municipality)
                                           then m.due_since else excluded.due_since end
                     where not m.receives
                        or row (m.kind, m.resident_record_code, m.name, m.kana, m.born, m.sex, m.address,
                                m.municipality, m.certificate_number, m.basic_pension_number, m.payroll_number,
                                m.own_number)
                           is distinct from
                           row (excluded.kind, excluded.resident_record_code, excluded.name, excluded.kana,
                                excluded.born, excluded.sex, excluded.address, excluded.municipality,
                                excluded.certificate_number, excluded.basic_pension_number, excluded.payroll_number,
                                excluded.own_number)
                    returning (xmax = 0) as fresh
                )
                select count(*) filter (where fresh), count(*) filter (where not fresh) from taken
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, association);
            statement.setTimestamp(2, Timestamp.from(now));
            statement.setLong(3, number);
            try (var row = statement.executeQuery()) {
                row.next();
                var added = row.getLong(1);
                var changed = row.getLong(2);
                return new Loaded(rows, added, changed, rows - added - changed, end(connection, now));
            }
        }
    }

    private static long number(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select nextval('members.load_number')");
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long end(Connection connection, Instant now) throws SQLException {
        var sql = """
                update members.member m set receives = false, changed_at = ?
                 where receives and not exists (select from incoming i where i.user_number = m.user_number)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(now));
            return statement.executeUpdate();
        }
    }
}
