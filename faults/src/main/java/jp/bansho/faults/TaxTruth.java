package jp.bansho.faults;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import jp.bansho.population.Truth;

/// The tax file that must come out, made from the source and the truth by code of the harness; what the characters
/// became is taken from the confirmed list.
final class TaxTruth {

    private final Site site;

    TaxTruth(Site site) {
        this.site = site;
    }

    /// Every line of the source is there once, in order, with the numbers of the truth.
    void compare(List<String> found, Tally tally) throws IOException, SQLException {
        var wanted = expected();
        if (found.equals(wanted)) {
            return;
        }
        var counts = new HashMap<String, Integer>();
        wanted.forEach(line -> counts.merge(line, 1, Integer::sum));
        found.forEach(line -> counts.merge(line, -1, Integer::sum));
        tally.lost(counts.values().stream().filter(n -> n > 0).mapToLong(n -> n).sum(), "lines of a tax file");
        tally.doubled(
                counts.values().stream().filter(n -> n < 0).mapToLong(n -> -n).sum(), "lines of a tax file");
        tally.wrong("a tax file is not the one that must come out");
    }

    private List<String> expected() throws IOException, SQLException {
        var source = lines(site.town.resolve("withholding-source.csv"));
        var all = new ArrayList<String>();
        try (var slips = Truth.of(site.town).slips()) {
            slips.forEach(slip -> {
                var kept = Arrays.copyOf(source.get((int) slip.line() - 1).split(",", -1), 71);
                for (var n = 0; n < 4; n++) {
                    kept[52 + 4 * n] = slip.numbers().get(n);
                }
                all.add(String.join(",", kept));
            });
        }
        try (var connection = site.connect()) {
            for (var pair : Sql.rows(connection, "select from_text || to_text from taxfile.preview_replacement")) {
                var from = bytes(pair.substring(0, pair.offsetByCodePoints(0, 1)));
                var to = bytes(pair.substring(pair.offsetByCodePoints(0, 1)));
                all.replaceAll(line -> line.replace(from, to));
            }
        }
        return all;
    }

    private static String bytes(String text) {
        return new String(text.getBytes(Charset.forName("Shift_JIS")), StandardCharsets.ISO_8859_1);
    }

    private static List<String> lines(Path file) throws IOException {
        return List.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).split("\r\n", 0));
    }
}
