package jp.bansho.layout.fixed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.bansho.layout.CharacterSet;
import jp.bansho.layout.Column;
import jp.bansho.layout.LayoutUnknown;
import jp.bansho.layout.Tables;

/// The layout of a file of records of one length: fields by part, what its trailers count and add
/// up, and what the records of a group have in common.
public final class FixedLayout {

    private final String id;
    private final int length;
    private final Map<Part, List<FixedField>> fields = new EnumMap<>(Part.class);
    private final List<Total> totals;
    private final int groupKey;
    private final int common;
    private final int count;

    /// What a trailer's field adds up: a field of each data record of its group.
    record Total(int trailer, int data) {}

    private FixedLayout(String id, List<List<String>> rows) {
        this.id = id;
        this.length = setting(rows, "length");
        this.groupKey = setting(rows, "group-key");
        this.common = setting(rows, "common");
        this.count = setting(rows, "count");
        this.totals = rows.stream()
                .filter(row -> row.getFirst().equals("total"))
                .map(row -> new Total(Integer.parseInt(row.get(1)), Integer.parseInt(row.get(2))))
                .toList();
        for (var part : Part.values()) {
            fields.put(part, fields(part, rows));
        }
    }

    /// The layout of that name.
    ///
    /// @throws LayoutUnknown if there is none
    public static FixedLayout find(String id) {
        return new FixedLayout(
                id, Tables.find("layouts/fixed/" + id + ".tsv").orElseThrow(() -> new LayoutUnknown(id)));
    }

    /// The layout's name.
    public String id() {
        return id;
    }

    /// The bytes of each record.
    public int length() {
        return length;
    }

    /// The character code of its text fields.
    public CharacterSet characterSet() {
        return CharacterSet.SHIFT_JIS;
    }

    /// The fields of a part in their order.
    public List<FixedField> fields(Part part) {
        return Objects.requireNonNull(fields.get(part));
    }

    /// The field of that number, from 1.
    public FixedField field(Part part, int number) {
        return fields(part).get(number - 1);
    }

    /// The digit a record of that part begins with.
    public String mark(Part part) {
        return field(part, 1).column().values().getFirst();
    }

    List<Total> totals() {
        return totals;
    }

    /// The field groups ascend by.
    int groupKey() {
        return groupKey;
    }

    /// The last of the fields, from the second on, that are the same in all records of a group.
    int common() {
        return common;
    }

    /// The trailer's field with the number of data records.
    int count() {
        return count;
    }

    private static List<FixedField> fields(Part part, List<List<String>> rows) {
        var found = new ArrayList<FixedField>();
        var start = 0;
        for (var row : rows) {
            if (row.getFirst().equals(part.name().toLowerCase(java.util.Locale.ROOT))) {
                var bytes = Integer.parseInt(row.get(1));
                found.add(new FixedField(start, bytes, Column.parse(row.subList(2, row.size()))));
                start += bytes;
            }
        }
        return List.copyOf(found);
    }

    private static int setting(List<List<String>> rows, String key) {
        return rows.stream()
                .filter(row -> row.getFirst().equals(key))
                .mapToInt(row -> Integer.parseInt(row.get(1)))
                .findFirst()
                .orElse(0);
    }
}
