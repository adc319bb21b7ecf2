package jp.bansho.layout;

import java.util.List;

/// The library's door to its layouts: `layouts/index.tsv` names the tables, the tables say all else.
public final class Layouts {

    private Layouts() {}

    /// The names of all layouts, each once, in the order of the index.
    public static List<String> ids() {
        return LayoutTable.all().stream().map(LayoutTable::id).distinct().toList();
    }

    /// The layout in force for a tax year (年分); layouts without tax years are found for any.
    ///
    /// @param id      the layout's name, one of [#ids()]
    /// @param taxYear the Gregorian year, as 2016 for 平成28年分
    /// @throws LayoutUnknown if there is no such layout, or no version of it for that year
    public static Layout find(String id, int taxYear) {
        var named = LayoutTable.all().stream()
                .filter(table -> table.id().equals(id))
                .toList();
        if (named.isEmpty()) {
            throw new LayoutUnknown(id);
        }
        var parts = named.stream().filter(table -> table.since() <= taxYear).toList();
        if (parts.isEmpty() || taxYear > parts.getFirst().until()) {
            throw new LayoutUnknown(id, taxYear);
        }
        return LayoutAssembly.of(id, taxYear, parts);
    }

    /// A layout that knows no tax years.
    ///
    /// @throws LayoutUnknown if there is no such layout, or if it differs by tax year
    public static Layout find(String id) {
        return find(id, 0);
    }
}
