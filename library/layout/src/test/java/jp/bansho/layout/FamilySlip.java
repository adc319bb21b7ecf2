package jp.bansho.layout;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// One slip or report of an invented family: amounts that add up, people who are counted and named, real days.
final class FamilySlip {

    private static final List<String> SURNAMES =
            List.of("佐藤", "鈴木", "長谷川", "林", "五百旗頭", "東海林", "氏家", "様似", "殿村", "勅使河原");
    private static final List<String> GIVEN = List.of("正", "清子", "三郎", "ハナ", "ゑい", "ゆき子", "一二三", "喜久治", "・");
    private static final List<String> KANA = List.of("サトウ", "スズキ", "ハセガワ", "ハヤシ", "イオキベ", "ショウジ", "ヴァン", "エー");
    private static final List<String> TOWNS = List.of(
            "宮城県仙台市青葉区本町",
            "北海道札幌市北区北七条西",
            "東京都港区芝公園",
            "新宿区西新宿",
            "大阪市中央区大手前",
            "京都府京都市上京区今出川通烏丸東入",
            "岩手県下閉伊郡岩泉町大字岩泉",
            "三重県四日市市",
            "東村山市本町",
            "沖縄県八重山郡与那国町字与那国",
            "兵庫県神戸市中央区下山手通\u3000県営住宅Ａ棟");
    private static final List<String> NUMBERS = List.of("0123456789018", "0621498320257", "0983205673214", "");

    private final Layout layout;
    private final RandomGenerator random;
    private final String[] fields;
    private final boolean source;

    FamilySlip(Layout layout, RandomGenerator random) {
        this.layout = layout;
        this.random = random;
        this.fields = new String[layout.columns().size()];
        this.source = !layout.fills().isEmpty();
    }

    String[] fields() {
        Arrays.fill(fields, "");
        head();
        money();
        relatives();
        if (layout.id().startsWith("municipal") || layout.id().startsWith("payment")) {
            set(74, source ? one(KANA) : "ｻﾄｳ ﾊﾅ");
            set(76, one(List.of("27128", "041017", "131016")));
        }
        if (source) {
            for (var fill : layout.fills()) {
                set(fill.key(), get(fill.name()).isEmpty() ? "" : "28" + random.nextInt(10_000_000, 100_000_000));
            }
            set(layout.columns().size(), "28");
        }
        return fields;
    }

    private void head() {
        set(1, layout.column(1).values().getFirst());
        set(2, random.nextBoolean() ? "0000012345" : "");
        set(4, "東京都千代田区架空町１\u2212２\u2212３");
        set(5, one(List.of("番所共済組合", "番所市町村連合会（架空）", "（財）番所会")));
        set(6, one(List.of("", "03-3581-4161", "03(3581)4161", "0120-123-456")));
        set(10, random.nextInt(50) == 0 ? "1" : "0");
        set(11, layout.column(11).values().getLast());
        set(12, one(TOWNS) + wide(random.nextInt(1, 90)) + "\u2212" + wide(random.nextInt(1, 30)));
        set(13, random.nextInt(100) == 0 ? "1" : "0");
        set(14, name());
        var born = random.nextInt(1920, 1965);
        set(15, born > 1926 ? "1" : "2");
        set(16, "%02d".formatted(born > 1926 ? born - 1925 : born - 1911));
        set(17, "%02d".formatted(random.nextInt(1, 12)));
        set(18, "%02d".formatted(random.nextInt(1, 29)));
        set(51, random.nextBoolean() ? "7000012050002" : "");
        set(52, random.nextBoolean() ? one(KANA) + "\u3000" + one(KANA) : "");
    }

    private void money() {
        var bucket = random.nextInt(4);
        for (var i = 0; i < 4; i++) {
            var paid = i == bucket ? random.nextInt(0, 4_000_000) : 0;
            var tax = random.nextInt(0, paid / 5 + 1);
            var unpaid = random.nextInt(10) == 0 ? random.nextInt(0, paid + 1) : 0;
            set(19 + 4 * i, i == bucket || random.nextBoolean() ? String.valueOf(paid) : "");
            set(20 + 4 * i, unpaid == 0 ? "" : String.valueOf(unpaid));
            set(21 + 4 * i, tax == 0 ? "" : String.valueOf(tax));
            set(22 + 4 * i, tax == 0 ? "0" : String.valueOf(random.nextInt(0, tax + 1)));
            if (i == bucket) {
                set(43, String.valueOf(random.nextInt(0, paid / 3 + 1)));
            }
        }
    }

    private void relatives() {
        var spouse = random.nextInt(3) == 0;
        var aged = random.nextInt(5) == 0 ? 1 : 0;
        var others = random.nextInt(6) == 0 ? random.nextInt(3) : 0;
        var students = random.nextInt(9) == 0 ? 1 : 0;
        var children = random.nextInt(9) == 0 ? random.nextInt(4) : 0;
        var grown = aged + others + students;
        set(35, "0");
        set(36, random.nextInt(20) == 0 ? "1" : "0");
        set(38, spouse ? one(List.of("1", "3")) : "2");
        set(39, "" + aged);
        set(40, "" + others);
        set(44, students == 0 ? "" : "" + students);
        set(47, !spouse && random.nextInt(50) == 0 ? "1" : "0");
        set(48, !spouse && get(47).equals("0") && random.nextInt(50) == 0 ? "1" : "0");
        set(49, "" + children);
        var severely = spouse && random.nextInt(9) == 0 ? 1 : 0;
        set(41, "" + severely);
        set(46, severely > 0 && random.nextBoolean() ? "1" : "");
        var abroad = 0;
        if (spouse) {
            abroad += person(55, 57);
        }
        for (var i = 0; i < Math.min(2, grown); i++) {
            abroad += person(59 + 4 * i, 61 + 4 * i);
        }
        for (var i = 0; i < Math.min(2, children); i++) {
            abroad += person(67 + 3 * i, 0);
        }
        set(50, "" + (abroad + (grown > 2 ? 1 : 0)));
        set(53, source ? "" : one(NUMBERS));
    }

    private int person(int column, int number) {
        var abroad = random.nextInt(30) == 0;
        set(column - 1, random.nextInt(5) == 0 ? "" : one(KANA) + "\u3000" + one(KANA));
        set(column, name());
        set(column + 1, abroad ? "01" : "00");
        if (number > 0 && !source) {
            set(number, one(NUMBERS));
        }
        return abroad ? 1 : 0;
    }

    private String name() {
        var given = one(GIVEN);
        return one(SURNAMES) + (random.nextInt(9) == 0 ? "" : "\u3000") + (given.equals("・") ? "マリア・テレサ" : given);
    }

    private String wide(int number) {
        var text = new StringBuilder();
        String.valueOf(number).chars().forEach(digit -> text.append((char) (digit - '0' + '０')));
        return text.toString();
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String get(int column) {
        return fields[column - 1];
    }

    private void set(int column, String text) {
        fields[column - 1] = text;
    }
}
