package jp.bansho.bench.measure;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import jp.bansho.media.Counts;
import jp.bansho.media.Label;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.ParcelWriter;

/// Source files of the tax season, made of an invented population's slips, and put into parcels as the pension system
/// would.
public final class TaxSources {

    private static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");
    private static final int SLIP = 71;
    private static final int KEYS = 4;

    private final Path slips;
    private final String association;

    /// Sources made of that file.
    ///
    /// @param slips       the population's `withholding-source.csv`
    /// @param association two digits
    public TaxSources(Path slips, String association) {
        this.slips = slips;
        this.association = association;
    }

    /// Takes a row of the population's file.
    private interface Rows {
        String row(long line, String[] fields);
    }

    /// Layout `withholding-source`.
    public long withholding(Path target) throws IOException {
        return each(target, (_, fields) -> String.join(",", fields) + "," + association);
    }

    /// Layout `payment-report-source`, for so many municipalities, one after the other.
    ///
    /// @param count slips in all
    public long reports(Path target, long count, int municipalities) throws IOException {
        return each(target, (line, fields) -> {
            var slip = Arrays.copyOf(fields, SLIP);
            slip[0] = "331";
            var keys = Arrays.copyOfRange(fields, SLIP, SLIP + KEYS);
            var columns = new ArrayList<>(Arrays.asList(slip));
            var municipality = line * municipalities / count;
            columns.addAll(java.util.List.of(
                    "",
                    "",
                    "ｱ ｲ",
                    "R" + line,
                    String.format(Locale.ROOT, "%02d%03d", 1 + municipality / 100, 100 + municipality % 100),
                    "12345"));
            columns.addAll(Arrays.asList(keys));
            columns.addAll(java.util.List.of("", "", association));
            return String.join(",", columns);
        });
    }

    private long each(Path target, Rows rows) throws IOException {
        var line = 0L;
        try (var in = Files.newBufferedReader(slips, SHIFT_JIS);
                BufferedWriter out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            for (var text = in.readLine(); text != null; text = in.readLine()) {
                out.write(rows.row(line++, text.split(",", -1)));
                out.write("\r\n");
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return line;
    }

    /// Puts a file into a parcel from the pension machine.
    ///
    /// @param keys of the sender, who knows the number machine
    public static Path parcel(ParcelKeys keys, Path file, String content, String purpose, long rows, Path folder)
            throws IOException {
        var clock = InstantSource.system();
        var number = ParcelNumber.make(new java.security.SecureRandom());
        var label = new Label(
                number,
                content,
                purpose,
                "none",
                "pension",
                "numbers",
                "bench",
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Tokyo")).plusDays(30),
                "none");
        var place = Files.createDirectories(folder).resolve(number.text());
        try (var writer = ParcelWriter.begin(
                place, label, keys.signing(), keys.recipient("numbers").orElseThrow(), clock)) {
            writer.add(content + ".csv", out -> {
                Files.copy(file, out);
                return new Counts(rows, rows);
            });
            writer.finish();
        }
        return place;
    }
}
