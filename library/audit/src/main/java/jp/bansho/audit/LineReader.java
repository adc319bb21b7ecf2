package jp.bansho.audit;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A place in a line of JSON whose keys and their order are known.
final class LineReader {

    /// The line is not one that was written here.
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed() {
            super("malformed line", null, false, false);
        }
    }

    private final String line;
    private int at;

    LineReader(String line) {
        this.line = line;
    }

    /// Where the reader stands.
    int at() {
        return at;
    }

    LineReader key(String expected) throws Malformed {
        if (!line.startsWith(expected, at)) {
            throw new Malformed();
        }
        at += expected.length();
        return this;
    }

    void end() throws Malformed {
        if (at != line.length()) {
            throw new Malformed();
        }
    }

    long number() throws Malformed {
        int from = at;
        while (at < line.length() && (line.charAt(at) == '-' || Character.isDigit(line.charAt(at)))) {
            at++;
        }
        try {
            return Long.parseLong(line, from, at, 10);
        } catch (NumberFormatException e) {
            throw new Malformed();
        }
    }

    @Nullable
    Long numberOrNull() throws Malformed {
        return isNull() ? null : Long.valueOf(number());
    }

    String text() throws Malformed {
        key("\"");
        int end = line.indexOf('"', at);
        int escape = line.indexOf('\\', at);
        if (end < 0) {
            throw new Malformed();
        }
        if (escape < 0 || escape > end) {
            var text = line.substring(at, end);
            at = end + 1;
            return text;
        }
        return unescaped();
    }

    @Nullable
    String textOrNull() throws Malformed {
        return isNull() ? null : text();
    }

    byte[] hex() throws Malformed {
        key("\"");
        int end = line.indexOf('"', at);
        if (end < 0) {
            throw new Malformed();
        }
        try {
            var octets = HexFormat.of().parseHex(line, at, end);
            at = end + 1;
            return octets;
        } catch (IllegalArgumentException e) {
            throw new Malformed();
        }
    }

    byte @Nullable [] hexOrNull() throws Malformed {
        return isNull() ? null : hex();
    }

    long moment() throws Malformed {
        key("\"");
        long micros = Moment.read(line, at);
        at += Moment.LENGTH;
        key("\"");
        return micros;
    }

    private boolean isNull() {
        boolean is = line.startsWith("null", at);
        at += is ? 4 : 0;
        return is;
    }

    private String unescaped() throws Malformed {
        var text = new StringBuilder();
        int from = at;
        for (; at < line.length(); at++) {
            char character = line.charAt(at);
            if (character == '"') {
                text.append(line, from, at++);
                return text.toString();
            }
            if (character == '\\') {
                text.append(line, from, at);
                text.append(escaped());
                from = at + 1;
            }
        }
        throw new Malformed();
    }

    /// Leaves the reader on the last character of the escape.
    private char escaped() throws Malformed {
        at++;
        return switch (at < line.length() ? line.charAt(at) : ' ') {
            case '"' -> '"';
            case '\\' -> '\\';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + 4 >= line.length()) {
                    throw new Malformed();
                }
                try {
                    char character = (char) HexFormat.fromHexDigits(line, at + 1, at + 5);
                    at += 4;
                    yield character;
                } catch (NumberFormatException e) {
                    throw new Malformed();
                }
            }
            default -> throw new Malformed();
        };
    }
}
