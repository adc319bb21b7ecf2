package jp.bansho.numbers.taxfile;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The SQL of the numbers that tax files want and the machine has not: work for the associations.
final class LackTable {

    /// Numbers that came since are not work any more, without anybody saying so.
    private static final String OPEN = """
             from taxfile.lack l
            where l.association = linkage.current_association()
              and not exists (select from linkage.subject s
                                join vault.sealed_number n on n.subject = s.id and n.state = 1
                               where s.association = l.association and s.user_number = l.user_number)
            """;

    private LackTable() {}

    /// Enters what a preview missed; what is known stays as it is.
    static void add(Connection connection, long preview, TaxReport report, int taxYear, List<Missing> all, Instant now)
            throws SQLException {
        var sql = """
                insert into taxfile.lack (association, report, tax_year, person, user_number, reason, preview, opened_at)
                select association, ?, ?, person, user_number, reason, ?, ?
                  from unnest(?::smallint[], ?::text[], ?::text[], ?::text[]) l (association, person, user_number, reason)
                on conflict do nothing
                """;
        var named = all.stream()
                .filter(one -> !one.userNumber().isEmpty() && one.association() > 0)
                .toList();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, report.word());
            statement.setInt(2, taxYear);
            statement.setLong(3, preview);
            statement.setTimestamp(4, Timestamp.from(now));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "smallint",
                            named.stream().map(one -> (short) one.association()).toArray()));
            statement.setArray(
                    6,
                    texts(
                            connection,
                            named.stream()
                                    .map(Missing::person)
                                    .map(LackTable::kind)
                                    .toList()));
            statement.setArray(
                    7, texts(connection, named.stream().map(Missing::userNumber).toList()));
            statement.setArray(
                    8, texts(connection, named.stream().map(Missing::reason).toList()));
            statement.executeUpdate();
        }
    }

    private static String kind(String person) {
        return person.startsWith("dependant") ? "dependant" : person;
    }

    private static java.sql.Array texts(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    /// How many of the association in scope are open.
    static long open(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*)" + OPEN)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// The open ones of the association in scope.
    static List<Lack> list(Connection connection, int most) throws SQLException {
        var sql = "select l.report, l.tax_year, l.person, l.user_number, l.reason, l.opened_at" + OPEN
                + " order by l.tax_year desc, l.user_number limit ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, most);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Lack>();
                while (row.next()) {
                    found.add(new Lack(
                            TaxReport.of(row.getString(1)),
                            row.getInt(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getTimestamp(6).toInstant()));
                }
                return found;
            }
        }
    }

    /// By line, the fields a job left empty.
    static Map<Long, Set<Integer>> late(Connection connection, long job) throws SQLException {
        var late = new HashMap<Long, Set<Integer>>();
        PreviewTable.each(
                connection,
                "select line, field from taxfile.missing where job = ?",
                job,
                row -> late.computeIfAbsent(row.getLong(1), _ -> new HashSet<>())
                        .add(row.getInt(2)));
        return late;
    }
}
