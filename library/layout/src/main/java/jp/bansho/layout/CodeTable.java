package jp.bansho.layout;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The code values of one layout, from `codes/<layout>.tsv`: which value means found, no hit, number changed, spouse.
///
/// Programs ask by meaning, so a real value that becomes known one day changes a table and nothing else (duty N4).
public final class CodeTable {

    private final String layout;
    private final List<Code> codes;

    private CodeTable(String layout, List<Code> codes) {
        this.layout = layout;
        this.codes = codes;
    }

    /// The codes of a layout; without any when the layout has no such table.
    public static CodeTable of(String layout) {
        var rows = Tables.find("codes/" + layout + ".tsv").orElse(List.of());
        return new CodeTable(layout, rows.stream().map(CodeTable::code).toList());
    }

    /// All codes in the order of the table.
    public List<Code> codes() {
        return codes;
    }

    /// The code of that value in that column, if it is known.
    public Optional<Code> find(int column, String value) {
        return codes.stream()
                .filter(code -> code.column() == column && code.value().equals(value))
                .findFirst();
    }

    /// The value that has that meaning in that column.
    ///
    /// @throws IllegalArgumentException if the table knows no such meaning there
    public String value(int column, String meaning) {
        return values(column, meaning).getFirst();
    }

    /// A test of records by meaning, in bytes: made once, asked for each record without making anything.
    ///
    /// @throws IllegalArgumentException if the table knows no such meaning there
    public CodeMatch match(int column, String meaning) {
        return new CodeMatch(column, new Values(values(column, meaning)));
    }

    /// All values of a column.
    List<String> values(int column) {
        return codes.stream()
                .filter(code -> code.column() == column)
                .map(Code::value)
                .toList();
    }

    private List<String> values(int column, String meaning) {
        var values = codes.stream()
                .filter(code -> code.column() == column && code.meaning().equals(meaning))
                .map(Code::value)
                .toList();
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no code of " + layout + " column " + column + " means " + meaning);
        }
        return values;
    }

    private static Code code(List<String> row) {
        return new Code(
                Integer.parseInt(row.get(0)),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                Source.valueOf(row.get(5).toUpperCase(Locale.ROOT)));
    }
}
