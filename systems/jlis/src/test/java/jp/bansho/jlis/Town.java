package jp.bansho.jlis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.identifiers.ResidentRecordCode;
import jp.bansho.individual.IndividualNumber;

/// Invented residents, as rows of the layout `residents`, and inquiries about them.
public final class Town {

    /// Columns 2 and 3 of an inquiry of the pension side.
    private static final String AFFAIRS = ",21,1,";

    private final List<String> rows = new ArrayList<>();

    /// The `i`th number.
    public static String number(int i) {
        var first11 = 37_123_456_789L + i * 7919L;
        return "%011d%d".formatted(first11, IndividualNumber.checkDigit(first11));
    }

    /// The `i`th resident record code.
    public static String code(int i) {
        var first10 = 2_345_678_901L + i * 31L;
        return "%010d%d".formatted(first10, ResidentRecordCode.checkDigit(first10));
    }

    /// Somebody with a name, living in Kobe since ever.
    public Town person(int i, String name, String kana, String birth, String sex, String address) {
        return person(i, name, kana, birth, sex, address, "28110", "1,,");
    }

    /// Somebody elsewhere.
    ///
    /// @param standing columns 9 to 11
    public Town person(
            int i,
            String name,
            String kana,
            String birth,
            String sex,
            String address,
            String municipality,
            String standing) {
        rows.add(String.join(
                ",", number(i), code(i), name, kana, birth, sex, address, municipality, standing, "0", "0"));
        return this;
    }

    /// Many people without much difference.
    public Town crowd(int from, int to) {
        for (var i = from; i < to; i++) {
            person(i, "番所　太郎" + i, "ばんしょ　たろう", "19500401", "1", "兵庫県神戸市中央区中山手通９");
        }
        return this;
    }

    /// A row as it stands.
    public Town row(String row) {
        rows.add(row);
        return this;
    }

    /// Writes the file.
    public Path write(Path file) {
        return write(file, rows);
    }

    /// Writes rows as a file.
    public static Path write(Path file, List<String> rows) {
        try {
            return Files.writeString(file, String.join("\r\n", rows) + "\r\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An inquiry by code.
    public static String byCode(int record, String code) {
        return byCode(record, code, ",");
    }

    /// An inquiry by code about a period.
    ///
    /// @param period two days with a comma between
    public static String byCode(int record, String code, String period) {
        return record + AFFAIRS + user(record) + "," + period + ",20261201,1," + code + ",,,,,,,,";
    }

    /// An inquiry by the four items.
    ///
    /// @param items name, kana, birth, sex, address, municipality
    public static String byItems(int record, String items) {
        return byItems(record, items, "1");
    }

    /// As above.
    ///
    /// @param removed whether removed residents are wanted: `0` or `1`
    public static String byItems(int record, String items, String removed) {
        return record + AFFAIRS + user(record) + ",,,20261201," + removed + ",," + items + ",,";
    }

    /// A batch of rows.
    public static byte[] batch(List<String> rows) {
        return (String.join("\r\n", rows) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String user(int record) {
        return "28%08d".formatted(record);
    }
}
