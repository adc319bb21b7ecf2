package jp.bansho.layout.fixed;

import jp.bansho.layout.Column;
import jp.bansho.layout.Kind;

/// One field of a record of fixed length.
///
/// @param start  its first byte in the record, from 0
/// @param bytes  how many bytes it takes
/// @param column what it may hold; its number counts the fields of the record from 1
public record FixedField(int start, int bytes, Column column) {

    /// The byte after its last.
    int end() {
        return start + bytes;
    }

    /// Whether the field is filled up with full-width blanks.
    boolean wide() {
        return column.kind() == Kind.FULL;
    }

    /// Whether the content stands at the right end, filled up with zeros: digits of no certain length.
    boolean rightAligned() {
        return column.kind() == Kind.DIGITS && column.width().least() < bytes;
    }
}
