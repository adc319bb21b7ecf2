package jp.bansho.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A point in time as `2026-11-22T01:02:03.456789Z`, always 27 characters for the years 0 to 9999.
final class Moment {

    static final int LENGTH = 27;

    private static final String FORM = "0000-00-00T00:00:00.000000Z";
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private Moment() {}

    static void write(StringBuilder line, long micros) {
        FORMAT.formatTo(LocalDateTime.ofInstant(Envelope.instant(micros), ZoneOffset.UTC), line);
    }

    /// Microseconds since 1970, read by hand: millions of them are read.
    static long read(String line, int from) throws LineReader.Malformed {
        if (line.length() < from + LENGTH) {
            throw new LineReader.Malformed();
        }
        for (int i = 0; i < LENGTH; i++) {
            char character = line.charAt(from + i);
            char form = FORM.charAt(i);
            if (form == '0' ? character < '0' || character > '9' : character != form) {
                throw new LineReader.Malformed();
            }
        }
        int hour = digits(line, from + 11, 2);
        int minute = digits(line, from + 14, 2);
        int second = digits(line, from + 17, 2);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new LineReader.Malformed();
        }
        try {
            long day = LocalDate.of(digits(line, from, 4), digits(line, from + 5, 2), digits(line, from + 8, 2))
                    .toEpochDay();
            return ((day * 24 + hour) * 60 + minute) * 60_000_000 + second * 1_000_000L + digits(line, from + 20, 6);
        } catch (DateTimeException e) {
            throw new LineReader.Malformed();
        }
    }

    private static int digits(String line, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            value = 10 * value + line.charAt(i) - '0';
        }
        return value;
    }
}
