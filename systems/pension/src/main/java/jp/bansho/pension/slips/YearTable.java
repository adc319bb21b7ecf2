package jp.bansho.pension.slips;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads the year of each recipient from the payments, one after the other, with memory for some thousands.
final class YearTable {

    private static final int FETCHED = 5_000;
    private static final String LISTED = "join unnest(?::smallint[], ?::text[]) as l (association, user_number)"
            + " using (association, user_number)";

    /// Slips are made of pensions for old age; the others are not taxed.
    private static final String YEARS = """
            select association, user_number, y.amounts, y.insurance, a.certificate_number, a.name, a.kana, a.born, a.address,
                   a.municipality, a.abroad, coalesce(d.people, '')
              from payments.yearly y join payments.award a using (association, user_number) {listed}
              left join lateral (
                   select string_agg(concat_ws(chr(31), part, d.user_number, name, kana, deduction, handicap, abroad),
                                     chr(30) order by part, place) as people
                     from payments.declared d
                    where d.association = y.association and d.tax_year = y.tax_year and d.recipient = y.user_number) d on true
             where y.tax_year = ? and a.kind = 1 {residence}
             order by {sort} association, user_number
            """;

    /// Adds up the payments themselves, not what the view made of them.
    private static final String SUMS = """
            select count(distinct (association, user_number)), coalesce(sum(due), 0), coalesce(sum(unpaid), 0),
                   coalesce(sum(tax), 0), coalesce(sum(uncollected), 0),
                   coalesce(sum(care_premium + health_premium + aged_premium), 0)
              from payments.payment p join payments.award a using (association, user_number) {listed}
             where p.month / 100 = ? and a.kind = 1 {residence}
            """;

    /// Reports go to the municipality somebody lives in on the first of January; who lives abroad has none
    /// (local tax act, article 317-6).
    private static final String RESIDENCE = "and not a.abroad";

    private YearTable() {}

    /// What to do with each recipient.
    interface Each {
        void take(Recipient recipient) throws SQLException, IOException;
    }

    /// Goes through all recipients, or those of a list: for slips by association and user number, for reports by
    /// municipality first.
    static void each(Connection connection, SlipOrder order, Each each) throws SQLException, IOException {
        var sort = switch (order.file()) {
            case SLIPS -> "";
            case REPORTS -> "a.municipality,";
        };
        var sql = YEARS.replace("{listed}", listed(order))
                .replace("{sort}", sort)
                .replace("{residence}", residence(order));
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED);
            parameters(connection, statement, order.wanted(), order.taxYear());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    each.take(recipient(row));
                }
            }
        }
    }

    /// What the payments of all of them come to; `records` counts the recipients.
    static Sums sums(Connection connection, SlipOrder order) throws SQLException {
        var sql = SUMS.replace("{listed}", listed(order)).replace("{residence}", residence(order));
        try (var statement = connection.prepareStatement(sql)) {
            parameters(connection, statement, order.wanted(), order.taxYear());
            try (var row = statement.executeQuery()) {
                row.next();
                return new Sums(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
            }
        }
    }

    private static String residence(SlipOrder order) {
        return switch (order.file()) {
            case SLIPS -> "";
            case REPORTS -> RESIDENCE;
        };
    }

    private static String listed(SlipOrder order) {
        return order.wanted() == null ? "" : LISTED;
    }

    private static void parameters(
            Connection connection, PreparedStatement statement, @Nullable Wanted wanted, int taxYear)
            throws SQLException {
        var next = 1;
        if (wanted != null) {
            keys(connection, statement, 1, wanted.keys());
            next += 2;
        }
        statement.setInt(next, taxYear);
    }

    /// Two arrays, of associations and of user numbers.
    static void keys(Connection connection, PreparedStatement statement, int from, List<RecipientKey> keys)
            throws SQLException {
        statement.setArray(
                from,
                connection.createArrayOf(
                        "int2",
                        keys.stream().map(key -> (short) key.association()).toArray()));
        statement.setArray(
                from + 1,
                connection.createArrayOf(
                        "text", keys.stream().map(RecipientKey::userNumber).toArray()));
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        return new Recipient(
                row.getInt(1),
                row.getString(2),
                Arrays.asList((Long[]) row.getArray(3).getArray()),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Objects.requireNonNull(row.getObject(8, LocalDate.class)),
                row.getString(9),
                row.getString(10),
                row.getBoolean(11),
                Declared.read(row.getString(12)));
    }
}
