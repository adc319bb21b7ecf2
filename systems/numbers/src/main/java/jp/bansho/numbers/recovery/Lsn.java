package jp.bansho.numbers.recovery;

/// A place in PostgreSQL's write-ahead log, such as `0/3000028`.
///
/// @param value bytes since the beginning of the log
public record Lsn(long value) implements Comparable<Lsn> {

    static Lsn parse(String written) {
        var parts = written.split("/", -1);
        return new Lsn(Long.parseLong(parts[0], 16) << 32 | Long.parseLong(parts[1], 16));
    }

    /// The number of the segment this place is in.
    long segment(long size) {
        return value / size;
    }

    @Override
    public int compareTo(Lsn other) {
        return Long.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        return "%X/%X".formatted(value >>> 32, value & 0xffff_ffffL);
    }
}
