package jp.bansho.pension.slips;

import java.util.Arrays;
import java.util.List;
import jp.bansho.layout.Layout;
import jp.bansho.pension.slips.Declared.Part;

/// Writes the fields of one record: columns 1 to 71 of the withholding slip with the four numbers
/// empty, which both layouts begin with, and the keys that follow in each. Names and addresses go
/// as they were declared.
final class SlipFields {

    /// 訂正表示: whether the record is new or takes another one back.
    static final int MARK = 10;

    static final int FIRST_AMOUNT = 19;
    static final int INSURANCE = 43;

    /// Places for names of dependants of either age.
    private static final int PLACES = 2;

    /// The last column of the paper; keys follow.
    static final int RECORDED = 71;

    private final Layout layout;
    private final String formCode;
    private final String yearOfEra;
    private final Payer payer;

    SlipFields(Layout layout, Payer payer) {
        this.layout = layout;
        this.formCode = first(layout.column(1).values());
        this.yearOfEra = layout.column(11).values().getLast();
        this.payer = payer;
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "377" : values.getFirst();
    }

    /// The fields of a withholding slip.
    String[] slip(Recipient recipient, String mark) {
        var fields = common(recipient, mark);
        keys(fields, 72, recipient, List.of());
        set(fields, RECORDED + 5, BirthDay.two(recipient.association()));
        return fields;
    }

    /// The fields of a payment report.
    String[] report(Recipient recipient, String mark) {
        var fields = common(recipient, mark);
        set(fields, 74, HalfWidth.of(recipient.kana()));
        set(fields, 75, recipient.reference());
        set(fields, 76, recipient.municipality());
        set(fields, 77, payer.designated().of(recipient.municipality()));
        keys(fields, 78, recipient, recipient.of(Part.UNDER_16));
        set(fields, 84, BirthDay.two(recipient.association()));
        return fields;
    }

    private String[] common(Recipient recipient, String mark) {
        var fields = new String[layout.columns().size()];
        Arrays.fill(fields, "");
        set(fields, 1, formCode);
        set(fields, 2, payer.reference());
        set(fields, 4, payer.address());
        set(fields, 5, payer.name());
        set(fields, 6, payer.telephone());
        set(fields, MARK, mark);
        set(fields, 11, yearOfEra);
        set(fields, 51, payer.corporateNumber());
        recipient(fields, recipient);
        counts(fields, recipient);
        recipient.of(Part.SPOUSE).stream().findFirst().ifPresent(spouse -> name(fields, 54, spouse));
        places(fields, recipient.of(Part.DEPENDANT), 58, 4);
        places(fields, recipient.of(Part.UNDER_16), 66, 3);
        set(fields, 45, remarks(recipient));
        return fields;
    }

    private static void recipient(String[] fields, Recipient recipient) {
        var born = BirthDay.of(recipient.born());
        set(fields, 12, recipient.address());
        set(fields, 13, mark(recipient.abroad()));
        set(fields, 14, recipient.name());
        set(fields, 15, born.era());
        set(fields, 16, born.year());
        set(fields, 17, born.month());
        set(fields, 18, born.day());
        for (var amount = 0; amount < recipient.amounts().size(); amount++) {
            set(fields, FIRST_AMOUNT + amount, Long.toString(recipient.amounts().get(amount)));
        }
        set(fields, INSURANCE, Long.toString(recipient.insurance()));
        set(fields, 52, HalfWidth.of(recipient.kana()));
    }

    private static void counts(String[] fields, Recipient recipient) {
        var own = recipient.of(Part.RECIPIENT);
        var spouse = recipient.of(Part.SPOUSE);
        var grown = recipient.of(Part.DEPENDANT);
        var others = recipient.declared().stream()
                .filter(person -> person.part() != Part.RECIPIENT)
                .toList();
        set(fields, 35, mark(own.stream().anyMatch(Declared::special)));
        set(fields, 36, mark(own.stream().anyMatch(person -> person.handicap() == 1)));
        set(fields, 38, spouse.isEmpty() ? "2" : spouse.getFirst().deduction() == Declared.AGED ? "3" : "1");
        set(fields, 39, count(grown, Declared.AGED));
        set(fields, 40, count(grown, Declared.GENERAL));
        set(fields, 41, Long.toString(others.stream().filter(Declared::special).count()));
        set(
                fields,
                42,
                Long.toString(
                        others.stream().filter(person -> person.handicap() == 1).count()));
        set(fields, 44, count(grown, Declared.SPECIFIED));
        set(
                fields,
                46,
                Long.toString(
                        others.stream().filter(person -> person.handicap() == 3).count()));
        set(fields, 47, mark(own.stream().anyMatch(person -> person.deduction() == Declared.SINGLE_PARENT)));
        set(fields, 48, mark(own.stream().anyMatch(person -> person.deduction() == Declared.WIDOW)));
        set(fields, 49, Integer.toString(recipient.of(Part.UNDER_16).size()));
        set(
                fields,
                50,
                Long.toString(others.stream()
                        .filter(person -> !person.abroad().equals("00"))
                        .count()));
    }

    private static void places(String[] fields, List<Declared> people, int first, int width) {
        for (var place = 0; place < Math.min(PLACES, people.size()); place++) {
            name(fields, first + width * place, people.get(place));
        }
    }

    private static void name(String[] fields, int column, Declared person) {
        set(fields, column, person.kana());
        set(fields, column + 1, person.name());
        set(fields, column + 2, person.abroad());
    }

    /// 摘要: those who have no place of their own.
    private static String remarks(Recipient recipient) {
        var text = new StringBuilder();
        remark(text, "扶養親族", recipient.of(Part.DEPENDANT));
        remark(text, "１６歳未満", recipient.of(Part.UNDER_16));
        return text.toString();
    }

    private static void remark(StringBuilder text, String title, List<Declared> people) {
        for (var place = PLACES; place < people.size(); place++) {
            text.append(title)
                    .append(wide(place + 1))
                    .append('\u3000')
                    .append(people.get(place).name());
        }
    }

    private static String wide(int number) {
        var text = new StringBuilder();
        Integer.toString(number).chars().forEach(digit -> text.append((char) (digit - '0' + '０')));
        return text.toString();
    }

    /// User numbers from `column` on: recipient, spouse, two dependants, two under 16.
    private static void keys(String[] fields, int column, Recipient recipient, List<Declared> children) {
        set(fields, column, recipient.userNumber());
        recipient.of(Part.SPOUSE).stream()
                .findFirst()
                .ifPresent(spouse -> set(fields, column + 1, spouse.userNumber()));
        key(fields, column + 2, recipient.of(Part.DEPENDANT));
        key(fields, column + 4, children);
    }

    private static void key(String[] fields, int column, List<Declared> people) {
        for (var place = 0; place < Math.min(PLACES, people.size()); place++) {
            set(fields, column + place, people.get(place).userNumber());
        }
    }

    private static String count(List<Declared> people, int deduction) {
        return Long.toString(people.stream()
                .filter(person -> person.deduction() == deduction)
                .count());
    }

    private static String mark(boolean so) {
        return so ? "1" : "0";
    }

    private static void set(String[] fields, int column, String value) {
        fields[column - 1] = value;
    }
}
