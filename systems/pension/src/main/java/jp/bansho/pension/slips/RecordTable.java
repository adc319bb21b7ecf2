package jp.bansho.pension.slips;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The SQL of frozen records.
final class RecordTable {

    private static final int FETCHED = 5_000;

    private RecordTable() {}

    /// A record of a cut.
    ///
    /// @param municipality where it goes; empty for slips
    /// @param text         its fields with commas between
    record Kept(String municipality, RecipientKey of, long nth, String text) {

        String[] fields() {
            return text.split(",", -1);
        }

        @Override
        public String toString() {
            return "Kept[…]";
        }
    }

    static void add(Connection connection, long cut, List<Kept> records) throws SQLException {
        var sql = """
                insert into slips.record (cut, association, user_number, municipality, nth, record)
                select ?, * from unnest(?::smallint[], ?::text[], ?::text[], ?::bigint[], ?::text[])
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, cut);
            YearTable.keys(
                    connection, statement, 2, records.stream().map(Kept::of).toList());
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "text", records.stream().map(Kept::municipality).toArray()));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "int8", records.stream().map(Kept::nth).toArray()));
            statement.setArray(
                    6,
                    connection.createArrayOf(
                            "text", records.stream().map(Kept::text).toArray()));
            statement.executeUpdate();
        }
    }

    /// The records of those people in a cut, without those that void an earlier one.
    static Map<RecipientKey, Kept> of(Connection connection, long cut, TaxFile file, Wanted wanted)
            throws SQLException {
        var sql = """
                select association, user_number, municipality, nth, record
                  from slips.record join unnest(?::smallint[], ?::text[]) as l (association, user_number)
                       using (association, user_number)
                 where cut = ? and split_part(record, ',', ?) <> ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            YearTable.keys(connection, statement, 1, wanted.keys());
            statement.setLong(3, cut);
            statement.setInt(4, SlipFields.MARK);
            statement.setString(5, file.voided());
            try (var row = statement.executeQuery()) {
                var found = new HashMap<RecipientKey, Kept>();
                while (row.next()) {
                    var key = new RecipientKey(row.getInt(1), row.getString(2));
                    found.put(key, new Kept(row.getString(3), key, row.getLong(4), row.getString(5)));
                }
                return found;
            }
        }
    }

    /// How many of the list are in any finished cut of that file and year.
    static long cutBefore(Connection connection, SlipOrder order, Wanted wanted) throws SQLException {
        return counted(
                connection,
                "c.file = ? and c.tax_year = ?",
                order,
                wanted,
                order.file().word(),
                order.taxYear());
    }

    /// How many of the list are in a finished correction of that cut.
    static long corrected(Connection connection, long cut, SlipOrder order, Wanted wanted) throws SQLException {
        return counted(connection, "c.corrects = ?", order, wanted, cut);
    }

    /// The cut in whose place the order stands does not count.
    private static long counted(
            Connection connection, String which, SlipOrder order, Wanted wanted, Object... parameters)
            throws SQLException {
        var sql = """
                select count(distinct (association, user_number))
                  from slips.record r join slips.cut c on c.id = r.cut
                  join unnest(?::smallint[], ?::text[]) as l (association, user_number) using (association, user_number)
                 where c.id is distinct from ?::bigint and %s and %s
                """.formatted(which, SlipTable.STANDS);
        try (var statement = connection.prepareStatement(sql)) {
            YearTable.keys(connection, statement, 1, wanted.keys());
            statement.setObject(3, order.replaces(), Types.BIGINT);
            for (var next = 0; next < parameters.length; next++) {
                statement.setObject(4 + next, parameters[next]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /// Told after some thousand records how many there were.
    interface Counted {
        void at(long records);
    }

    /// Writes the records of a cut, each with CR LF at its end, and adds up what was written.
    static Sums write(Connection connection, long cut, OutputStream to, Counted counted)
            throws SQLException, IOException {
        var sql = "select record from slips.record where cut = ? order by municipality, association, user_number, nth";
        var out = new BufferedOutputStream(to, 1 << 16);
        var sums = Sums.NONE;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED);
            statement.setLong(1, cut);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var record = row.getString(1);
                    sums = sums.and(record.split(",", -1));
                    out.write(record.getBytes(StandardCharsets.UTF_8));
                    out.write('\r');
                    out.write('\n');
                    if (sums.records() % FETCHED == 0) {
                        counted.at(sums.records());
                    }
                }
            }
        }
        // closing it would close the parcel's stream, which is the parcel's own business
        out.flush();
        return sums;
    }
}
