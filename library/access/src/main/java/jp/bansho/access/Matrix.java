package jp.bansho.access;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The permission matrix 権限表 (A5): which role of which department has which right. Data, in one place; what
/// is not in it is not allowed.
///
/// Tab-separated: a head line `right japanese english <role> …`, then one line a right. A cell holds `-`
/// (never), `*` (any department) or department codes with commas between.
public final class Matrix {

    private final Map<String, Row> rows;

    /// One right.
    ///
    /// @param departments departments by role; a set that holds `*` means any
    public record Row(String right, String japanese, String english, Map<AccountRole, Set<String>> departments) {

        /// Whether that role in that department has the right.
        public boolean allows(AccountRole role, String department) {
            var named = departments.getOrDefault(role, Set.of());
            return named.contains("*") || named.contains(department);
        }
    }

    private Matrix(Map<String, Row> rows) {
        this.rows = rows;
    }

    /// Reads a matrix.
    ///
    /// @throws IllegalArgumentException if a line is not readable; a machine must not start then
    public static Matrix read(String text) {
        var lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        var roles = new ArrayList<AccountRole>();
        var head = lines.getFirst().split("\t", -1);
        for (var i = 3; i < head.length; i++) {
            var word = head[i];
            roles.add(AccountRole.of(word).orElseThrow(() -> new IllegalArgumentException("no such role: " + word)));
        }
        var rows = new LinkedHashMap<String, Row>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split("\t", -1);
            if (cells.length != head.length) {
                throw new IllegalArgumentException("a line of the matrix has not a cell for each role: " + cells[0]);
            }
            var departments = new EnumMap<AccountRole, Set<String>>(AccountRole.class);
            for (var i = 3; i < cells.length; i++) {
                departments.put(roles.get(i - 3), cells[i].equals("-") ? Set.of() : Set.of(cells[i].split(",", -1)));
            }
            if (rows.put(cells[0], new Row(cells[0], cells[1], cells[2], departments)) != null) {
                throw new IllegalArgumentException("a right stands twice in the matrix: " + cells[0]);
            }
        }
        return new Matrix(rows);
    }

    /// Whether that role in that department has that right; false for a right nobody wrote down.
    public boolean allows(AccountRole role, String department, String right) {
        return row(right).map(row -> row.allows(role, department)).orElse(false);
    }

    /// Whether the member has that right.
    public boolean allows(Member member, String right) {
        return allows(member.role(), member.department(), right);
    }

    /// The row of that right.
    public Optional<Row> row(String right) {
        return Optional.ofNullable(rows.get(right));
    }

    /// All rows in their order.
    public List<Row> rows() {
        return List.copyOf(rows.values());
    }
}
