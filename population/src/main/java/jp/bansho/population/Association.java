package jp.bansho.population;

import java.util.Comparator;
import java.util.List;

/// An invented association (構成組合); its code is that of its prefecture, its size is relative to the others.
record Association(int code, String name, int weight) {

    /// In the order in which they are taken: `--associations 3` means the first three.
    private static final List<Association> ALL = List.of(
            of(28, "兵庫県", 40),
            of(11, "埼玉県", 46),
            of(40, "福岡県", 29),
            of(14, "神奈川県", 33),
            of(23, "愛知県", 51),
            of(27, "大阪府", 58),
            of(4, "宮城県", 18),
            of(34, "広島県", 22));

    static final int MOST = ALL.size();

    private static Association of(int code, String prefecture, int weight) {
        return new Association(code, prefecture + "市町村職員共済組合（架空）", weight);
    }

    /// The first `count` associations by code, ascending.
    static List<Association> first(int count) {
        return ALL.subList(0, count).stream()
                .sorted(Comparator.comparingInt(Association::code))
                .toList();
    }

    String twoDigits() {
        return Digits.padded(code, 2);
    }

    /// The user number (利用番号) in this association: its code and eight digits.
    String userNumber(long eightDigits) {
        return twoDigits() + Digits.padded(eightDigits, 8);
    }

    /// A code that is certainly another association's.
    String foreignPrefix() {
        return code == 99 ? "98" : Digits.padded(code + 1L, 2);
    }
}
