package jp.bansho.numbers.installation;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;

/// What a line of the log says: rows of eleven digits and more do not get through, and of a failure only the kinds and
/// places: its messages may quote what somebody typed. The second line of defence, for what libraries log.
public final class MaskedLine extends ClassicConverter {

    private static final Pattern DIGITS = Pattern.compile("[0-9０-９](?:[ 　\\-]?[0-9０-９]){10,}");

    @Override
    public String convert(ILoggingEvent event) {
        var line = new StringBuilder(DIGITS.matcher(event.getFormattedMessage()).replaceAll("…"));
        for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            line.append('\n').append(cause.getClassName());
            for (var frame : cause.getStackTraceElementProxyArray()) {
                line.append("\n    at ").append(frame.getStackTraceElement());
            }
        }
        return line.toString();
    }
}
