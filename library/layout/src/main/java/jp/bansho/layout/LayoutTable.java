package jp.bansho.layout;

import java.util.List;

/// One table file: a layout's first version, or the amendments to it from a tax year on.
record LayoutTable(String name, List<List<String>> rows) {

    static List<LayoutTable> all() {
        return Tables.rows("layouts/index.tsv").stream()
                .map(row -> new LayoutTable(row.getFirst(), Tables.rows("layouts/" + row.getFirst())))
                .toList();
    }

    String id() {
        return setting("layout");
    }

    /// The first tax year; 0 when the layout knows none.
    int since() {
        return number("since");
    }

    /// The last tax year the layout is in force for; the greatest number when none is the last.
    int until() {
        var last = number("until");
        return last == 0 ? Integer.MAX_VALUE : last;
    }

    /// How many times as wide the text columns of the base become when this layout is the same in UTF-8; 0 if not.
    int widen() {
        return number("widen");
    }

    /// The character that ends what a carrier put before a record, or 0 when nothing can stand there.
    char prefix() {
        var text = setting("prefix");
        return text.isEmpty() ? 0 : text.charAt(0);
    }

    /// How many columns from the first on say who sends the file, the same in all its records as a
    /// rule; 0 when it does not say.
    int same() {
        return number("same");
    }

    /// The last tax year covered by the official text read; 0 when none is.
    int confirmed() {
        return number("confirmed");
    }

    /// The layout this one is derived from, or an empty text.
    String base() {
        return setting("base");
    }

    String setting(String key) {
        return all(key).stream().map(row -> row.get(1)).findFirst().orElse("");
    }

    List<List<String>> all(String key) {
        return rows.stream().filter(row -> row.getFirst().equals(key)).toList();
    }

    List<Column> columns(int taxYear, CodeTable codes) {
        return rows.stream()
                .filter(row ->
                        row.size() == 9 && Character.isDigit(row.getFirst().charAt(0)))
                .map(row -> column(row, taxYear, codes))
                .toList();
    }

    private int number(String key) {
        var text = setting(key);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static Column column(List<String> row, int taxYear, CodeTable codes) {
        return Column.parse(row, values(row.get(7), Integer.parseInt(row.getFirst()), taxYear, codes));
    }

    private static List<String> values(String text, int column, int taxYear, CodeTable codes) {
        return switch (text) {
            case "-" -> List.of();
            case "@tax-year" -> Era.yearsOf(taxYear);
            case "@codes" -> codes.values(column);
            case String listed -> List.of(listed.split("\\|"));
        };
    }
}
