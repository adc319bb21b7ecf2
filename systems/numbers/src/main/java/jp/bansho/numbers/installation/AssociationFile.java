package jp.bansho.numbers.installation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.identifiers.IdentifierPattern;
import jp.bansho.machine.Home;
import jp.bansho.machine.NotInstalled;
import org.jspecify.annotations.Nullable;

/// Reads the associations (構成組合) of a federation from a properties file: `28.name`, `28.user-number-pattern`,
/// `28.certificate-number-pattern`, `28.payroll-number-pattern`, `28.own-number-pattern`.
final class AssociationFile {

    private AssociationFile() {}

    record Row(int code, String name, String userNumber, String certificate, String payroll, String own) {}

    static List<Row> read(Path file) {
        var properties = Home.load(file);
        var rows = new ArrayList<Row>();
        for (var code = 1; code <= 99; code++) {
            var prefix = "%02d.".formatted(code);
            if (properties.getProperty(prefix + "name") == null) {
                continue;
            }
            var row = new Row(
                    code,
                    value(properties.getProperty(prefix + "name"), prefix),
                    value(properties.getProperty(prefix + "user-number-pattern"), prefix),
                    value(properties.getProperty(prefix + "certificate-number-pattern"), prefix),
                    value(properties.getProperty(prefix + "payroll-number-pattern"), prefix),
                    value(properties.getProperty(prefix + "own-number-pattern"), prefix));
            prove(row);
            rows.add(row);
        }
        if (rows.isEmpty()) {
            throw new NotInstalled("the associations file names no association", "構成組合のファイルに組合がありません");
        }
        return rows;
    }

    private static String value(@Nullable String value, String prefix) {
        if (value == null || value.isBlank()) {
            throw new NotInstalled(
                    "the associations file lacks a name or pattern of " + prefix,
                    "構成組合のファイルに名称またはパターンがありません: " + prefix);
        }
        return value.strip();
    }

    private static void prove(Row row) {
        try {
            var userNumbers = IdentifierPattern.ofUserNumbers(row.userNumber());
            if (userNumbers.shortest() <= 12
                    && userNumbers.longest() >= 12
                    && !Character.isLetter(row.userNumber().charAt(0))) {
                throw new IllegalArgumentException("a user number of twelve digits cannot be told from a number");
            }
            IdentifierPattern.ofCertificateNumbers(row.certificate());
            IdentifierPattern.ofPayrollNumbers(row.payroll());
            IdentifierPattern.ofAssociationNumbers(row.own());
        } catch (IllegalArgumentException e) {
            throw new NotInstalled(
                    "a pattern of association " + row.code() + " is not usable: " + e.getMessage(),
                    "構成組合 " + row.code() + " のパターンが使えません");
        }
    }
}
