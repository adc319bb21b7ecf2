package jp.bansho.numbers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.bansho.individual.IndividualNumber;

/// Small input files about invented people. Person `i` (0, 1, …) of an association always has the same user number and
/// the same number with a valid check digit.
public final class InventedFiles {

    private static final long STRIDE = 7_368_787L;

    private InventedFiles() {}

    /// The number of person `i` of an association.
    public static long number(int association, int i) {
        var first11 = (association * 1_000_000_000L + 10_000_000_000L + i * STRIDE) % 100_000_000_000L;
        return first11 * 10 + IndividualNumber.checkDigit(first11);
    }

    /// The number as twelve digits.
    public static String digits(int association, int i) {
        return "%012d".formatted(number(association, i));
    }

    /// The user number of person `i` of an association.
    public static String userNumber(int association, int i) {
        return "%02d%08d".formatted(association, i);
    }

    /// A results file that registers persons `from` to `to` (exclusive) as recipients.
    public static Path results(Path file, int association, int from, int to) {
        return write(
                file,
                IntStream.range(from, to)
                        .mapToObj(i -> found(i + 1, userNumber(association, i), digits(association, i), false))
                        .collect(Collectors.joining()));
    }

    /// One row of a results file: exactly one hit.
    ///
    /// @param changed whether J-LIS says that the number itself changed
    public static String found(int request, String userNumber, String number, boolean changed) {
        return request + ",21,1," + userNumber
                + ",20261001,20261031,20261101,0,,番所　太郎,ばんしょ　たろう,19500401,1,兵庫県神戸市中央区,28110,,,"
                + "00,1,1,2,0,1," + (changed ? 2 : 0) + ",24846016224,番所　太郎,ばんしょ　たろう,19500401,1,兵庫県神戸市中央区,"
                + number + ",,,0,0,0,28110,0,01,\r\n";
    }

    /// One row of a results file: nobody was found.
    public static String noHit(int request, String userNumber) {
        return request + ",21,1," + userNumber
                + ",20261001,20261031,20261101,0,,番所　太郎,ばんしょ　たろう,19500401,1,兵庫県神戸市中央区,28110,,,"
                + "10,0,0" + ",".repeat(18) + "0,01,\r\n";
    }

    /// A dependants file that registers persons `from` to `to` (exclusive).
    public static Path dependants(Path file, int association, int from, int to) {
        return write(
                file,
                IntStream.range(from, to)
                        .mapToObj(i ->
                                digits(association, i) + "," + userNumber(association, i) + ",K%07d\r\n".formatted(i))
                        .collect(Collectors.joining()));
    }

    /// Writes a file of ready rows.
    public static Path write(Path file, String rows) {
        try {
            return Files.writeString(file, rows, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
