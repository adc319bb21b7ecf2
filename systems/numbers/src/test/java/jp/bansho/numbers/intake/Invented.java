package jp.bansho.numbers.intake;

import java.util.Arrays;
import java.util.stream.Collectors;
import jp.bansho.identifiers.IdentifierPattern;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.numbers.linkage.Association;

/// Lines of source files about invented people.
public final class Invented {

    /// The association of the invented people: user numbers `28` and eight digits, own numbers `K` and seven.
    public static final Association ASSOCIATION = new Association(
            28,
            "架空組合",
            IdentifierPattern.ofUserNumbers("28\\d{8}"),
            IdentifierPattern.ofCertificateNumbers("28\\d{13}"),
            IdentifierPattern.ofPayrollNumbers("\\d{8}"),
            IdentifierPattern.ofAssociationNumbers("K\\d{7}"));

    private Invented() {}

    /// A valid number that begins with these eleven digits.
    public static String number(long first11) {
        return "%011d%d".formatted(first11, IndividualNumber.checkDigit(first11));
    }

    /// The same with another check digit.
    public static String mistyped(long first11) {
        return "%011d%d".formatted(first11, (IndividualNumber.checkDigit(first11) + 1) % 10);
    }

    /// The user number of the n-th person of an association.
    public static String user(int association, int n) {
        return "%02d%08d".formatted(association, n);
    }

    /// A result: exactly one hit.
    public static String found(String user, String number) {
        return found("1", user, number, "0");
    }

    /// A result that says the number changed.
    public static String changed(String user, String number) {
        return found("1", user, number, "2");
    }

    /// A result of a spouse.
    public static String spouse(String user, String number) {
        return found("2", user, number, "0");
    }

    /// A result: nobody.
    public static String nobody(String user) {
        return result("1", user, "10", "0", "0", "", "1", "0", "");
    }

    /// A result: the i-th of n hits.
    public static String oneOf(int i, int n, String user, String number) {
        return result("1", user, "20", "" + n, "" + i, "2", "1", "0", number);
    }

    /// A result: the request was in error.
    public static String refused(String user) {
        return result("1", user, "90", "0", "0", "", "", "", "");
    }

    private static String found(String kind, String user, String number, String change) {
        return result(kind, user, "00", "1", "1", "1", "1", change, number);
    }

    private static String result(
            String kind,
            String user,
            String code,
            String hits,
            String sequence,
            String matched,
            String life,
            String change,
            String number) {
        var columns = new String[40];
        Arrays.fill(columns, "");
        columns[0] = "1";
        columns[1] = "21";
        columns[2] = kind;
        columns[3] = user;
        columns[17] = code;
        columns[18] = hits;
        columns[19] = sequence;
        columns[20] = matched;
        columns[21] = "0";
        columns[22] = life;
        columns[23] = change;
        columns[30] = number;
        return String.join(",", columns);
    }

    /// A line with one of its columns, from 1, replaced.
    public static String with(String line, int column, String value) {
        var columns = line.split(",", -1);
        columns[column - 1] = value;
        return String.join(",", columns);
    }

    /// A file of these lines, each ended by CR LF.
    public static String file(String... lines) {
        return Arrays.stream(lines).map(line -> line + "\r\n").collect(Collectors.joining());
    }
}
