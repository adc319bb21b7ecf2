package jp.bansho.numbers.inspection;

import java.util.List;

/// A page of a search of the record, newest first.
///
/// @param total how many records meet the conditions; counting ends at 10,000
/// @param page  counts from 1
/// @param first position of the first line in the whole list, from 1
public record LogPage(int total, int page, int first, List<LogRecord> records) {

    /// So many records stand on a page.
    public static final int SIZE = 50;

    /// Position of the last line.
    public int last() {
        return first + records.size() - 1;
    }

    /// How many pages there are.
    public int pages() {
        return Math.max(1, (total + SIZE - 1) / SIZE);
    }

    /// True if counting was ended.
    public boolean more() {
        return total >= RecordTable.MOST_COUNTED;
    }
}
