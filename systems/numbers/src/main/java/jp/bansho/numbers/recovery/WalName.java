package jp.bansho.numbers.recovery;

import java.util.regex.Pattern;

/// The names PostgreSQL gives the files of its write-ahead log: timeline, then the segment's number in two parts.
final class WalName {

    static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");
    static final Pattern HISTORY = Pattern.compile("[0-9A-F]{8}\\.history");

    private static final long LOG = 0x1_0000_0000L;

    private WalName() {}

    static String of(int timeline, long number, long size) {
        var each = LOG / size;
        return "%08X%08X%08X".formatted(timeline, number / each, number % each);
    }

    static int timeline(String name) {
        return Integer.parseUnsignedInt(name.substring(0, 8), 16);
    }

    static long number(String name, long size) {
        return Long.parseLong(name.substring(8, 16), 16) * (LOG / size) + Long.parseLong(name.substring(16, 24), 16);
    }
}
