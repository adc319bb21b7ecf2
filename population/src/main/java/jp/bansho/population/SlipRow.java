package jp.bansho.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.bansho.population.Relative.Handicap;

/// One withholding slip (公的年金等の源泉徴収票, kind 377): the 71 fields of the tax agency with the four numbers left empty,
/// and four key columns with user numbers.
final class SlipRow {

    static final int COLUMNS = 75;
    static final int ADDRESS = 12;
    static final int NAME = 14;
    static final int DAY = 18;

    static final String REFERENCE = "0000012345";
    static final String TELEPHONE = "03-0000-0000";
    static final String PAYER_ADDRESS = "東京都千代田区架空町１－２－３";
    static final String PAYER = "全国市町村職員共済連合会（架空）";
    static final String PAYER_NUMBER = CheckDigits.ofCorporateNumber(999_999_999_999L) + "999999999999";

    private final String[] cells = new String[COLUMNS];
    private final Family family;
    private final int taxYear;
    private final Slip slip;
    private final Spelling spelling;
    private final List<Relative> grown;
    private final List<Relative> children;

    private SlipRow(Family family, int taxYear, Slip slip, Spelling spelling) {
        this.family = family;
        this.taxYear = taxYear;
        this.slip = slip;
        this.spelling = spelling;
        this.grown = family.grown(taxYear);
        this.children = family.children(taxYear);
        Arrays.fill(cells, "");
    }

    static String[] cells(Family family, int taxYear, Slip slip, Spelling spelling) {
        SlipRow row = new SlipRow(family, taxYear, slip, spelling);
        row.payer();
        row.recipient();
        row.money();
        row.counts();
        row.people();
        row.keys();
        return row.cells;
    }

    private void payer() {
        set(1, "377");
        set(2, REFERENCE);
        set(4, PAYER_ADDRESS);
        set(5, PAYER);
        set(6, TELEPHONE);
        set(10, "0");
        set(11, Digits.padded(taxYear - 2018L, 2));
        set(51, PAYER_NUMBER);
    }

    private void recipient() {
        Person person = family.recipient();
        set(ADDRESS, family.place().full());
        set(13, "0");
        set(NAME, spelling.onSlip(person));
        set(15, person.birth().era().code());
        set(16, person.birth().yearOfEra());
        set(17, Digits.padded(person.birth().month(), 2));
        set(DAY, Digits.padded(person.birth().day(), 2));
        set(52, person.name().halfWidthKatakana());
    }

    private void money() {
        Pension pension = slip.pension();
        for (int bucket = 0; bucket < 4; bucket++) {
            boolean applies = bucket == pension.bucket();
            int column = 19 + 4 * bucket;
            set(column, applies ? Integer.toString(pension.payment()) : "0");
            set(column + 1, applies ? Integer.toString(slip.unpaidPayment()) : "0");
            set(column + 2, applies ? Integer.toString(pension.tax()) : "0");
            set(column + 3, applies ? Integer.toString(slip.uncollectedTax()) : "0");
        }
        set(43, Integer.toString(pension.insurance()));
        set(47, slip.singleParent() ? "1" : "0");
        set(48, slip.widow() ? "1" : "0");
    }

    private void counts() {
        List<Relative> declared = new ArrayList<>(family.relatives());
        Relative spouse = family.spouse();
        boolean named = spouse != null && family.spouseOnSlip();
        if (spouse != null && named) {
            declared.add(spouse);
        }
        Handicap own = family.recipientHandicap();
        set(35, own == Handicap.SPECIAL || own == Handicap.SPECIAL_LIVING_TOGETHER ? "1" : "0");
        set(36, own == Handicap.ORDINARY ? "1" : "0");
        set(38, spouse == null || !named ? "2" : spouse.age(taxYear) >= 70 ? "3" : "1");
        count(39, grown.stream().filter(relative -> relative.age(taxYear) >= 70).count());
        count(
                40,
                grown.stream()
                        .filter(relative -> relative.age(taxYear) < 70 && !isStudent(relative))
                        .count());
        count(
                41,
                declared.stream()
                        .filter(relative -> relative.handicap() == Handicap.SPECIAL
                                || relative.handicap() == Handicap.SPECIAL_LIVING_TOGETHER)
                        .count());
        count(
                42,
                declared.stream()
                        .filter(relative -> relative.handicap() == Handicap.ORDINARY)
                        .count());
        count(44, grown.stream().filter(this::isStudent).count());
        count(
                46,
                declared.stream()
                        .filter(relative -> relative.handicap() == Handicap.SPECIAL_LIVING_TOGETHER)
                        .count());
        count(49, children.size());
        count(50, declared.stream().filter(Relative::abroad).count());
    }

    /// 特定扶養親族: nineteen to twenty-two.
    private boolean isStudent(Relative relative) {
        return relative.isStudent(taxYear);
    }

    private void people() {
        Relative spouse = family.spouse();
        if (spouse != null && family.spouseOnSlip()) {
            name(54, spouse, spouse.abroadMark());
        }
        for (int place = 0; place < Math.min(2, grown.size()); place++) {
            name(58 + 4 * place, grown.get(place), grown.get(place).abroadCode(taxYear));
        }
        for (int place = 0; place < Math.min(2, children.size()); place++) {
            Relative child = children.get(place);
            name(66 + 3 * place, child, child.abroadMark());
        }
        StringBuilder remarks = new StringBuilder();
        grown.stream()
                .skip(2)
                .forEach(third -> remarks.append("扶養親族３\u3000")
                        .append(third.person().name().unified()));
        children.stream()
                .skip(2)
                .forEach(third -> remarks.append("１６歳未満３\u3000")
                        .append(third.person().name().unified()));
        set(45, remarks.toString());
    }

    private void name(int column, Relative relative, String code) {
        set(column, relative.person().name().katakana());
        set(column + 1, spelling.onSlip(relative.person()));
        set(column + 2, code);
    }

    private void keys() {
        set(72, family.recipient().userNumber());
        Relative spouse = family.spouse();
        set(73, spouse != null && family.spouseOnSlip() ? spouse.person().userNumber() : "");
        set(74, grown.isEmpty() ? "" : grown.get(0).person().userNumber());
        set(75, grown.size() < 2 ? "" : grown.get(1).person().userNumber());
    }

    private void count(int column, long people) {
        set(column, Long.toString(people));
    }

    private void set(int column, String value) {
        cells[column - 1] = value;
    }
}
