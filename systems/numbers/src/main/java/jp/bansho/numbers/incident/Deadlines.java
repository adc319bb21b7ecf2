package jp.bansho.numbers.incident;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The clock of the report (番号法29条の4): by when the preliminary report 速報 and the final report 確報 are due.
///
/// Calendar days; neither weekends nor holidays stop the clock. How the day of knowing counts is a parameter, because
/// the guidelines and common readings differ; meaning and defaults stand in `incident/incident.properties`.
public record Deadlines(
        int preliminaryWarn,
        int preliminaryLate,
        boolean preliminaryCountsFirstDay,
        int finalDays,
        int finalWrongfulDays,
        boolean finalCountsFirstDay,
        int finalWarnBefore,
        int manyPeople) {

    public Deadlines {
        if (preliminaryWarn > preliminaryLate || finalDays > finalWrongfulDays) {
            throw new IllegalArgumentException("incident.properties: a later deadline lies before an earlier one");
        }
    }

    /// How a report stands on a day.
    public enum Standing {
        /// There is time.
        RUNNING,
        /// The end of the time is near.
        DUE,
        /// The time is over.
        OVERDUE,
        /// It was made in time.
        MADE,
        /// It was made after its time.
        MADE_LATE,
        /// None is needed.
        NOT_NEEDED
    }

    /// One report.
    ///
    /// @param warnFrom first day on which the clock warns
    /// @param last     last day in time
    public record Due(LocalDate warnFrom, LocalDate last) {

        /// How it stands.
        ///
        /// @param made the day it was made; null while it was not
        public Standing on(LocalDate today, @Nullable LocalDate made) {
            if (made != null) {
                return made.isAfter(last) ? Standing.MADE_LATE : Standing.MADE;
            }
            if (today.isAfter(last)) {
                return Standing.OVERDUE;
            }
            return today.isBefore(warnFrom) ? Standing.RUNNING : Standing.DUE;
        }
    }

    /// The preliminary report 速報.
    ///
    /// @param known day of knowing, in Japan
    public Due preliminary(LocalDate known) {
        return new Due(
                nth(known, preliminaryWarn, preliminaryCountsFirstDay),
                nth(known, preliminaryLate, preliminaryCountsFirstDay));
    }

    /// The final report 確報.
    ///
    /// @param wrongful true for a wrongful purpose 不正の目的
    public Due last(LocalDate known, boolean wrongful) {
        var last = nth(known, wrongful ? finalWrongfulDays : finalDays, finalCountsFirstDay);
        return new Due(last.minusDays(finalWarnBefore), last);
    }

    private static LocalDate nth(LocalDate known, int day, boolean countsFirst) {
        return known.plusDays(countsFirst ? day - 1L : day);
    }

    /// The defaults, with the given properties over them.
    ///
    /// @throws IllegalArgumentException if a value is not readable, or a key is unknown
    public static Deadlines of(Properties over) {
        var all = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Deadlines.class.getResourceAsStream("/incident/incident.properties")),
                StandardCharsets.UTF_8)) {
            all.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var key : over.stringPropertyNames()) {
            if (!all.containsKey(key)) {
                throw new IllegalArgumentException("no such key in incident.properties: " + key);
            }
            all.setProperty(key, over.getProperty(key));
        }
        return new Deadlines(
                days(all, "preliminary.warn"),
                days(all, "preliminary.late"),
                truth(all, "preliminary.counts-day-of-knowing"),
                days(all, "final.days"),
                days(all, "final.wrongful-days"),
                truth(all, "final.counts-day-of-knowing"),
                days(all, "final.warn-before"),
                days(all, "people.more-than"));
    }

    private static int days(Properties all, String key) {
        var value = Integer.parseInt(text(all, key));
        if (value < 1 || value > 1_000) {
            throw new IllegalArgumentException("incident.properties: " + key + " must be 1 to 1000");
        }
        return value;
    }

    private static boolean truth(Properties all, String key) {
        return switch (text(all, key)) {
            case "true" -> true;
            case "false" -> false;
            case String other ->
                throw new IllegalArgumentException("incident.properties: " + key + " is true or false");
        };
    }

    private static String text(Properties all, String key) {
        return Objects.requireNonNull(all.getProperty(key), key).strip();
    }
}
