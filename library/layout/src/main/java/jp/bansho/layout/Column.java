package jp.bansho.layout;

import java.util.List;
import java.util.Locale;

/// One column of a [Layout]: a line of its table.
///
/// @param number     position in the record, from 1
/// @param item       the item number of the official list (項番), which may name a group: `5-6`
/// @param japanese   the item's Japanese name
/// @param english    the item's English name
/// @param kind       which characters it holds
/// @param width      how long it is when not empty
/// @param obligatory whether it must not be empty
/// @param values     the values allowed, empty when any is; one ending in `*` allows all that begin so
/// @param source     how certain the rule is
public record Column(
        int number,
        String item,
        String japanese,
        String english,
        Kind kind,
        Width width,
        boolean obligatory,
        List<String> values,
        Source source) {

    public Column {
        values = List.copyOf(values);
    }

    /// Reads a column from the nine cells of a table's row, whose values are listed in it.
    public static Column parse(List<String> cells) {
        return parse(
                cells,
                cells.get(7).equals("-") ? List.of() : List.of(cells.get(7).split("\\|", -1)));
    }

    static Column parse(List<String> cells, List<String> values) {
        return new Column(
                Integer.parseInt(cells.get(0)),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                Kind.valueOf(cells.get(4).toUpperCase(Locale.ROOT)),
                Width.parse(cells.get(5)),
                cells.get(6).equals("yes"),
                values,
                Source.valueOf(cells.get(8).toUpperCase(Locale.ROOT)));
    }

    /// The column of a layout that is the same in UTF-8: what was written in two-byte characters or kana becomes text,
    /// so many times as wide, for its width is checked when the characters are those of the paper.
    Column widened(int times) {
        return switch (kind) {
            case FULL, EITHER, KANA ->
                new Column(
                        number,
                        item,
                        japanese,
                        english,
                        Kind.TEXT,
                        new Width(Math.min(width.least(), 1), width.most() * times),
                        obligatory,
                        values,
                        source);
            case DIGITS, HALF, IDENTIFIER, TEXT, DATE, EMPTY -> this;
        };
    }
}
