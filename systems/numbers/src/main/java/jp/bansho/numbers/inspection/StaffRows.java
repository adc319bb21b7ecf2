package jp.bansho.numbers.inspection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jp.bansho.numbers.inspection.Background.Staff;

/// Who works at an organisation, as the log check needs it; reads the accounts in the scope of its desk.
final class StaffRows {

    private StaffRows() {}

    /// The staff by account, and the persons by the user number under which they are kept here themselves.
    record Found(Map<String, Staff> byAccount, Map<String, Set<Long>> personOfUserNumber) {}

    /// @param families makes the keyed marks of the family name in a name
    static Found read(Connection connection, Function<String, Set<Long>> families) throws SQLException {
        var sql = """
                select a.id, p.id, p.name, p.own_user_number
                  from access.account a
                  join access.person p on p.id = a.person
                """;
        try (var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            var byAccount = new HashMap<String, Staff>();
            var byUserNumber = new HashMap<String, Set<Long>>();
            while (row.next()) {
                byAccount.put(row.getString(1), new Staff(row.getLong(2), families.apply(row.getString(3))));
                if (row.getString(4) != null) {
                    byUserNumber
                            .computeIfAbsent(row.getString(4), _ -> new HashSet<>())
                            .add(row.getLong(2));
                }
            }
            return new Found(byAccount, byUserNumber);
        }
    }

    /// The human being behind an account; 0 if this desk knows none.
    static long person(Connection connection, String account) throws SQLException {
        try (var statement = connection.prepareStatement("select person from access.account where id = ?")) {
            statement.setString(1, account);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
