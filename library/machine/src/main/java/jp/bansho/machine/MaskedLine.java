package jp.bansho.machine;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/// What a line of the log says: rows of eleven digits and more do not get through, and of a failure only the kinds and
/// places: its messages may quote what somebody typed. The second line of defence, for what libraries log.
public final class MaskedLine extends ClassicConverter {

    private static final int LONGEST = 10;

    @Override
    public String convert(ILoggingEvent event) {
        var line = masked(event.getFormattedMessage());
        for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            line.append('\n').append(cause.getClassName());
            for (var frame : cause.getStackTraceElementProxyArray()) {
                line.append("\n    at ").append(frame.getStackTraceElement());
            }
        }
        return line.toString();
    }

    /// One pass, whatever the length: messages at their most talkative are long.
    private static StringBuilder masked(String message) {
        var line = new StringBuilder(message.length());
        var at = 0;
        while (at < message.length()) {
            var end = row(message, at);
            if (digits(message, at, end) > LONGEST) {
                line.append('…');
            } else {
                line.append(message, at, end);
            }
            at = end;
        }
        return line;
    }

    /// Where the row of digits that begins here ends, single blanks and hyphens inside it; one further if none begins.
    private static int row(String message, int from) {
        var end = from;
        while (end < message.length() && isDigit(message.charAt(end))) {
            end++;
            if (end + 1 < message.length()
                    && " 　-".indexOf(message.charAt(end)) >= 0
                    && isDigit(message.charAt(end + 1))) {
                end++;
            }
        }
        return Math.max(end, from + 1);
    }

    private static long digits(String message, int from, int to) {
        return message.substring(from, to).chars().filter(MaskedLine::isDigit).count();
    }

    private static boolean isDigit(int character) {
        return (character >= '0' && character <= '9') || (character >= '０' && character <= '９');
    }
}
