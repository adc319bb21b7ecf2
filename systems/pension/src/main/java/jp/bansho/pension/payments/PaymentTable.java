package jp.bansho.pension.payments;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All SQL of this desk besides the staging.
final class PaymentTable {

    /// Lines of payments to people without an award.
    static final String WITHOUT_AWARD = """
            select line from incoming_payments i
             where not exists (select from payments.award a where a.user_number = i.c1) order by line
            """;

    private static final String AWARDS = """
            with done as (
                merge into payments.award t
                using (select ?::smallint as association, c1 as user_number, c2::smallint as kind, c3 as certificate_number,
                              c4 as name, c5 as kana, c6::date as born, c7 as address, c8 as municipality,
                              c9 = '1' as abroad, c10::date as begins, c11::date as ends, c12::bigint as yearly_amount
                         from incoming_awards) s
                   on t.association = s.association and t.user_number = s.user_number
                when matched and (t.*) is distinct from (s.*) then update
                    set kind = s.kind, certificate_number = s.certificate_number, name = s.name, kana = s.kana,
                        born = s.born, address = s.address, municipality = s.municipality, abroad = s.abroad,
                        begins = s.begins, ends = s.ends, yearly_amount = s.yearly_amount
                when not matched then insert values (s.association, s.user_number, s.kind, s.certificate_number, s.name,
                    s.kana, s.born, s.address, s.municipality, s.abroad, s.begins, s.ends, s.yearly_amount)
                returning merge_action() as act)
            """;

    private static final String PAYMENTS = """
            with done as (
                merge into payments.payment t
                using (select ?::smallint as association, c1 as user_number, c2::integer as month, c3::smallint as bucket,
                              c4::bigint as due, c5::bigint as unpaid, c6::bigint as tax, c7::bigint as uncollected,
                              c8::bigint as care_premium, c9::bigint as health_premium, c10::bigint as aged_premium,
                              c11::bigint as resident_tax
                         from incoming_payments) s
                   on t.association = s.association and t.user_number = s.user_number and t.month = s.month
                when matched and (t.*) is distinct from (s.*) then update
                    set bucket = s.bucket, due = s.due, unpaid = s.unpaid, tax = s.tax, uncollected = s.uncollected,
                        care_premium = s.care_premium, health_premium = s.health_premium,
                        aged_premium = s.aged_premium, resident_tax = s.resident_tax
                when not matched then insert values (s.association, s.user_number, s.month, s.bucket, s.due, s.unpaid,
                    s.tax, s.uncollected, s.care_premium, s.health_premium, s.aged_premium, s.resident_tax)
                when not matched by source and t.month / 100 = ? then delete
                returning merge_action() as act)
            """;

    private static final String DECLARED = """
            with done as (
                merge into payments.declared t
                using (select ?::smallint as association, c1::smallint as tax_year, c2 as recipient, c3::smallint as part,
                              c4::smallint as place, c5 as user_number, c6 as name, c7 as kana, c8::date as born,
                              c9::smallint as deduction, c10::smallint as handicap, c11 as abroad, c12::date as deadline
                         from incoming_declarations) s
                   on t.association = s.association and t.tax_year = s.tax_year and t.recipient = s.recipient
                      and t.part = s.part and t.place = s.place
                when matched and (t.*) is distinct from (s.*) then update
                    set user_number = s.user_number, name = s.name, kana = s.kana, born = s.born,
                        deduction = s.deduction, handicap = s.handicap, abroad = s.abroad, deadline = s.deadline
                when not matched then insert values (s.association, s.tax_year, s.recipient, s.part, s.place,
                    s.user_number, s.name, s.kana, s.born, s.deduction, s.handicap, s.abroad, s.deadline)
                when not matched by source and t.tax_year = ? then delete
                returning merge_action() as act)
            """;

    private static final String COUNTED = """
            select count(*) filter (where act = 'INSERT'), count(*) filter (where act = 'UPDATE'),
                   count(*) filter (where act = 'DELETE') from done
            """;

    private PaymentTable() {}

    static Optional<String> userNumberPattern(Connection connection, int association) throws SQLException {
        var sql = "select user_number_pattern from members.association where code = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, association);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /// Takes over the staged awards. An award that is not among them stays: it may have been paid in another year.
    static Taken mergeAwards(Connection connection, int association, long rows) throws SQLException {
        return merged(connection, AWARDS, association, null, rows);
    }

    /// Takes over the staged payments as all there are of that year.
    static Taken mergePayments(Connection connection, int association, int taxYear, long rows) throws SQLException {
        return merged(connection, PAYMENTS, association, taxYear, rows);
    }

    /// Takes over the staged declarations as all there are of that year.
    static Taken mergeDeclarations(Connection connection, int association, int taxYear, long rows) throws SQLException {
        return merged(connection, DECLARED, association, taxYear, rows);
    }

    private static Taken merged(
            Connection connection, String merge, int association, @Nullable Integer taxYear, long rows)
            throws SQLException {
        try (var statement = connection.prepareStatement(merge + COUNTED)) {
            statement.setInt(1, association);
            if (taxYear != null) {
                statement.setInt(2, taxYear);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                var added = row.getLong(1);
                var changed = row.getLong(2);
                return new Taken(rows, added, changed, rows - added - changed, row.getLong(3));
            }
        }
    }
}
