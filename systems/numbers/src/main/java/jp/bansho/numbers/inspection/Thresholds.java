package jp.bansho.numbers.inspection;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/// What the log check takes for out of the ordinary; meaning and defaults stand in `inspection/logcheck.properties`.
record Thresholds(
        int days,
        int mostSearches,
        int mostReveals,
        int timesMedian,
        int leastActs,
        int leastDays,
        LocalTime open,
        LocalTime close,
        Set<LocalDate> holidays,
        int peopleOfOneAddress,
        int followUpDays,
        Set<String> exempt,
        int refusalsInARow) {

    /// So many days before the first reported one are read, too: the median needs them.
    static final int MEDIAN_DAYS = 30;

    /// The defaults, with the given properties over them.
    ///
    /// @throws IllegalArgumentException if a value is not readable, or a key is unknown
    static Thresholds of(Properties over) {
        var all = defaults();
        for (var key : over.stringPropertyNames()) {
            if (!all.containsKey(key)) {
                throw new IllegalArgumentException("no such key in logcheck.properties: " + key);
            }
            all.setProperty(key, over.getProperty(key));
        }
        return new Thresholds(
                whole(all, "days"),
                whole(all, "volume.most-searches"),
                whole(all, "volume.most-reveals"),
                whole(all, "volume.times-median"),
                whole(all, "volume.least"),
                whole(all, "volume.least-days"),
                LocalTime.parse(text(all, "hours.open")),
                LocalTime.parse(text(all, "hours.close")),
                words(all, "hours.holidays").stream().map(LocalDate::parse).collect(Collectors.toUnmodifiableSet()),
                whole(all, "address.people"),
                whole(all, "follow-up.days"),
                words(all, "follow-up.exempt"),
                whole(all, "refusals.row"));
    }

    private static Properties defaults() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Thresholds.class.getResourceAsStream("/inspection/logcheck.properties")),
                StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int whole(Properties properties, String key) {
        var value = Integer.parseInt(text(properties, key));
        if (value < 1) {
            throw new IllegalArgumentException("logcheck.properties: " + key + " must be 1 or more");
        }
        return value;
    }

    private static String text(Properties properties, String key) {
        return Objects.requireNonNull(properties.getProperty(key), key).strip();
    }

    private static Set<String> words(Properties properties, String key) {
        return Arrays.stream(text(properties, key).split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
