package jp.bansho.pension.payments;

import java.util.List;
import java.util.stream.IntStream;

/// The three files of this desk, and how far their rows are looked at beyond the layout.
///
/// @param layout  name of the layout
/// @param columns how many it has
/// @param users   columns with a user number (利用番号)
/// @param free    columns whose layout would let twelve digits through
/// @param key     columns that come together once
record FileKind(String layout, int columns, List<Integer> users, List<Integer> free, List<Integer> key) {

    static final FileKind AWARDS = new FileKind("awards", 12, List.of(1), List.of(1, 4, 5, 7), List.of(1));
    static final FileKind PAYMENTS = new FileKind("payments", 11, List.of(1), List.of(1), List.of(1, 2));
    static final FileKind DECLARATIONS =
            new FileKind("declarations", 12, List.of(2, 5), List.of(2, 5, 6, 7), List.of(2, 3, 4));

    /// The table it is read into, which vanishes with the transaction; its columns are `c1`, `c2` and so on.
    String table() {
        return "incoming_" + layout;
    }

    String created() {
        var list = IntStream.rangeClosed(1, columns)
                .mapToObj(column -> "c" + column + " text collate \"C\"")
                .toList();
        return "create temporary table %s (line bigint, %s) on commit drop".formatted(table(), String.join(", ", list));
    }

    String keyColumns() {
        return String.join(", ", key.stream().map(column -> "c" + column).toList());
    }
}
