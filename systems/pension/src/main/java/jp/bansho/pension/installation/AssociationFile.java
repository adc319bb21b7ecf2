package jp.bansho.pension.installation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.identifiers.IdentifierPattern;
import jp.bansho.machine.Home;
import jp.bansho.machine.NotInstalled;

/// The associations (構成組合) whose pensions are paid here, from a properties file: `28.name`,
/// `28.user-number-pattern`.
final class AssociationFile {

    private static final int NUMBER_LENGTH = 12;

    private AssociationFile() {}

    record Row(int code, String name, String userNumbers) {}

    static List<Row> read(Path file) {
        var properties = Home.load(file);
        var rows = new ArrayList<Row>();
        for (var code = 1; code <= 99; code++) {
            var prefix = "%02d.".formatted(code);
            var name = properties.getProperty(prefix + "name");
            var pattern = properties.getProperty(prefix + "user-number-pattern");
            if (name != null && pattern != null) {
                prove(code, pattern.strip());
                rows.add(new Row(code, name.strip(), pattern.strip()));
            }
        }
        if (rows.isEmpty()) {
            throw new NotInstalled("the associations file names no association", "構成組合のファイルに組合がありません");
        }
        return rows;
    }

    private static void prove(int code, String pattern) {
        try {
            var userNumbers = IdentifierPattern.ofUserNumbers(pattern);
            if (userNumbers.shortest() <= NUMBER_LENGTH
                    && userNumbers.longest() >= NUMBER_LENGTH
                    && !Character.isLetter(pattern.charAt(0))) {
                throw new IllegalArgumentException("a user number of twelve digits cannot be told from a number");
            }
        } catch (IllegalArgumentException e) {
            throw new NotInstalled(
                    "the user number pattern of association " + code + " is not usable: " + e.getMessage(),
                    "構成組合 " + code + " の利用番号のパターンが使えません");
        }
    }

    static void write(Connection connection, List<Row> rows) throws SQLException {
        var sql = """
                insert into members.association (code, name, user_number_pattern) values (?, ?, ?)
                on conflict (code) do update
                   set name = excluded.name, user_number_pattern = excluded.user_number_pattern
                """;
        try (var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                statement.setInt(1, row.code());
                statement.setString(2, row.name());
                statement.setString(3, row.userNumbers());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
