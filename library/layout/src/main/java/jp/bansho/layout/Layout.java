package jp.bansho.layout;

import java.util.List;
import java.util.Objects;

/// One version of a file's layout: its character code, its columns, and the rules between columns, all from tables.
///
/// Found by [Layouts]; immutable and free to share between threads.
public final class Layout {

    private final String id;
    private final int taxYear;
    private final LayoutTitle title;
    private final CharacterSet characterSet;
    private final char prefix;
    private final int same;
    private final List<Column> columns;
    private final List<Combination> combinations;
    private final List<Fill> fills;

    Layout(
            String id,
            int taxYear,
            LayoutTitle title,
            CharacterSet characterSet,
            char prefix,
            int same,
            List<Column> columns,
            List<Combination> combinations,
            List<Fill> fills) {
        this.id = id;
        this.taxYear = taxYear;
        this.title = title;
        this.characterSet = characterSet;
        this.prefix = prefix;
        this.same = same;
        this.columns = List.copyOf(columns);
        this.combinations = List.copyOf(combinations);
        this.fills = List.copyOf(fills);
    }

    /// The layout's name, as `nta-377`.
    public String id() {
        return id;
    }

    /// The tax year (年分) in the Gregorian calendar it was found for; 0 when the layout knows no tax years.
    public int taxYear() {
        return taxYear;
    }

    /// The paper's name in Japanese and English, and the last tax year its official text is known to cover.
    public LayoutTitle title() {
        return title;
    }

    /// The character code of the file.
    public CharacterSet characterSet() {
        return characterSet;
    }

    /// All columns in the order of the record.
    public List<Column> columns() {
        return columns;
    }

    /// The column of that number, from 1.
    public Column column(int number) {
        return columns.get(Objects.checkIndex(number - 1, columns.size()));
    }

    /// Where Individual Numbers are filled in, and by which keys; empty for a layout nothing is filled into.
    public List<Fill> fills() {
        return fills;
    }

    /// The character that ends what a carrier may have put before a record, or 0.
    char prefix() {
        return prefix;
    }

    /// How many columns from the first on are mostly the same in all records of a file; 0 if none are.
    int same() {
        return same;
    }

    List<Combination> combinations() {
        return combinations;
    }

    @Override
    public String toString() {
        return taxYear == 0 ? id : id + "@" + taxYear;
    }
}
