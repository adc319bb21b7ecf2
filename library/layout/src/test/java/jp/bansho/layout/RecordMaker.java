package jp.bansho.layout;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes random valid records out of nothing but a layout's table.
final class RecordMaker {

    private static final List<Integer> STARTS = List.of(1926, 1912, 1868, 1989, 2019);

    private final Layout layout;
    private final RandomGenerator random;
    private final String[] fields;

    private RecordMaker(Layout layout, RandomGenerator random) {
        this.layout = layout;
        this.random = random;
        this.fields = new String[layout.columns().size()];
    }

    static String make(Layout layout, RandomGenerator random) {
        var maker = new RecordMaker(layout, random);
        for (var column : layout.columns()) {
            var empty = !column.obligatory() && random.nextInt(3) == 0;
            maker.set(column.number(), empty ? "" : maker.content(column));
        }
        var changed = true;
        for (var round = 0; changed; round++) {
            if (round > 1000) {
                throw new AssertionError("the rules between columns of " + layout + " contradict each other");
            }
            changed = false;
            for (var combination : layout.combinations()) {
                changed |= maker.mend(combination);
            }
        }
        return String.join(",", maker.fields);
    }

    private boolean mend(Combination combination) {
        return switch (combination) {
            case EraDate date -> mend(date);
            case Worded worded -> mend(worded);
            case BornBy born -> mend(born);
            case AtMost(Sum low, Sum high, Rule _) -> {
                if (sum(low) <= sum(high)) {
                    yield false;
                }
                for (var column : low.columns()) {
                    set(column, "");
                }
                yield true;
            }
            case Named(Sum counts, Sum names) -> {
                var named = filled(names);
                if (named == Math.min(sum(counts), names.columns().length)) {
                    yield false;
                }
                for (var column : counts.columns()) {
                    set(column, "");
                }
                set(counts.first(), String.valueOf(named));
                yield true;
            }
            case Kinds(int count, Sum kinds) -> {
                var marked = 0;
                for (var column : kinds.columns()) {
                    marked += get(column).matches("0?0?") ? 0 : 1;
                }
                if (marked <= number(count)) {
                    yield false;
                }
                set(count, String.valueOf(marked + random.nextInt(3)));
                yield true;
            }
            case Some(Sum columns, Rule _) -> {
                if (filled(columns) > 0) {
                    yield false;
                }
                set(columns.first(), "0");
                yield true;
            }
            case Order(int low, int high, Rule _) -> {
                if (get(low).isEmpty()
                        || get(high).isEmpty()
                        || Long.parseLong(get(low)) <= Long.parseLong(get(high))) {
                    yield false;
                }
                var greater = get(low);
                set(low, get(high));
                set(high, greater);
                yield true;
            }
            case When(Term condition, Term demand, Rule _) -> {
                if (!fits(condition) || fits(demand)) {
                    yield false;
                }
                var other = condition.first();
                if (condition.content() == Term.Content.PRESENT
                        && !layout.column(other).obligatory()
                        && random.nextInt(3) == 0) {
                    set(other, "");
                    yield true;
                }
                for (var column = demand.first(); column <= demand.last(); column++) {
                    set(column, fitting(demand, column));
                }
                yield true;
            }
        };
    }

    private boolean mend(Worded worded) {
        var full = layout.column(worded.column()).kind() == Kind.FULL;
        var good = Samples.of(worded.wording()).stream()
                .filter(text -> !full || text.chars().allMatch(one -> one > 0x7F && (one < 0xFF61 || one > 0xFF9F)))
                .toList();
        if (get(worded.column()).isEmpty() || good.contains(get(worded.column()))) {
            return false;
        }
        set(worded.column(), good.get(random.nextInt(good.size())));
        return true;
    }

    private boolean mend(BornBy born) {
        var later = STARTS.stream()
                .skip(3)
                .filter(start -> get(born.era()).equals(String.valueOf(STARTS.indexOf(start) + 1)))
                .anyMatch(start -> start - 1 + number(born.year()) > layout.taxYear());
        if (!later) {
            return false;
        }
        set(born.era(), "2");
        set(born.year(), "10");
        return true;
    }

    private long sum(Sum sum) {
        return sum.more() + Arrays.stream(sum.columns()).mapToLong(this::number).sum();
    }

    private int filled(Sum names) {
        return (int) Arrays.stream(names.columns())
                .filter(column -> !get(column).isEmpty())
                .count();
    }

    private long number(int column) {
        return get(column).isEmpty() ? 0 : Long.parseLong(get(column));
    }

    private boolean mend(EraDate date) {
        if (real(date)) {
            return false;
        }
        var known = layout.column(date.era()).values().contains("5") ? 5 : 4;
        var code = random.nextInt(known);
        var first = code == 2 ? 1869 : STARTS.get(code) + 1;
        var day = LocalDate.of(first, 1, 1).plusDays(random.nextInt(365 * 5));
        set(date.era(), String.valueOf(code + 1));
        set(date.year(), "%02d".formatted(day.getYear() - STARTS.get(code) + 1));
        set(date.month(), "%02d".formatted(day.getMonthValue()));
        set(date.day(), "%02d".formatted(day.getDayOfMonth()));
        return true;
    }

    private boolean real(EraDate date) {
        return SlowCheck.eraDate(get(date.era()), get(date.year()), get(date.month()), get(date.day()));
    }

    private String fitting(Term demand, int column) {
        return switch (demand.content()) {
            case EMPTY -> "";
            case PRESENT, NOT_IN -> content(layout.column(column));
            case IN -> new String(demand.values().whole[0], StandardCharsets.US_ASCII);
        };
    }

    private boolean fits(Term term) {
        for (var column = term.first(); column <= term.last(); column++) {
            var bytes = get(column).getBytes(StandardCharsets.UTF_8);
            var fits = switch (term.content()) {
                case EMPTY -> bytes.length == 0;
                case PRESENT -> bytes.length > 0;
                case IN -> term.values().has(bytes, 0, bytes.length);
                case NOT_IN -> !term.values().has(bytes, 0, bytes.length);
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private String content(Column column) {
        if (!column.values().isEmpty()) {
            var value = column.values().get(random.nextInt(column.values().size()));
            return value.endsWith("*") ? "0" + text(column.width().most() - 1, "0123456789") : value;
        }
        var width = column.width();
        var length = random.nextInt(width.least(), width.most() + 1);
        return switch (column.kind()) {
            case DIGITS -> text(length, "0123456789");
            case HALF -> text(length, " !#$%&'()*+-./0123456789:;<=>?@AZ[\\]^_`az{|}~");
            case IDENTIFIER -> text(length, "!#$%&'()*+-./0123456789:;<=>?@AZ[\\]^_`az{|}~");
            case FULL -> wide(length);
            case EITHER -> random.nextBoolean() ? wide(length) : text(length, " ()-.09AZazｱｲｳﾊﾟﾞ｡･ｰ");
            case KANA -> text(length, " ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺﾝﾞﾟ･");
            case TEXT -> any(length);
            case DATE -> LocalDate.ofEpochDay(random.nextInt(-30000, 30000)).format(DateTimeFormatter.BASIC_ISO_DATE);
            case EMPTY -> "";
        };
    }

    private String text(int length, String alphabet) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private String wide(int length) {
        var encoder = Charset.forName("x-JIS0208").newEncoder();
        var text = new StringBuilder();
        while (text.length() < length) {
            var start = random.nextInt(4) == 0 ? 0x3000 : 0x4E00;
            var one = (char) (start + random.nextInt(start == 0x3000 ? 0x100 : 0x51A0));
            if (encoder.canEncode(one)) {
                text.append(one);
            }
        }
        return text.toString();
    }

    private String any(int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> 'A' + random.nextInt(26);
                        case 1 -> 0x4E00 + random.nextInt(0x5000);
                        case 2 -> 0xA0 + random.nextInt(0x700);
                        default -> 0x20000 + random.nextInt(0xA000);
                    });
        }
        return text.toString();
    }

    private String get(int column) {
        return fields[column - 1];
    }

    private void set(int column, String text) {
        fields[column - 1] = text;
    }
}
