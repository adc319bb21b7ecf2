package jp.bansho.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Puts a layout together: its base, its first table, then each amendment in the order of the index.
final class LayoutAssembly {

    private final CodeTable codes;
    private final List<Column> columns = new ArrayList<>();
    private final List<Combination> combinations = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    private int same;

    private LayoutAssembly(CodeTable codes) {
        this.codes = codes;
    }

    static Layout of(String id, int taxYear, List<LayoutTable> parts) {
        var assembly = new LayoutAssembly(CodeTable.of(id));
        var first = parts.getFirst();
        if (!first.base().isEmpty()) {
            assembly.derive(Layouts.find(first.base(), taxYear), first.widen());
        }
        var confirmed = 0;
        for (var part : parts) {
            assembly.amend(part, taxYear);
            confirmed = Math.max(confirmed, part.confirmed());
        }
        var title = first.all("title").getFirst();
        var set = CharacterSet.parse(first.setting("charset"));
        assembly.verify(id);
        return new Layout(
                id,
                first.since() == 0 ? 0 : taxYear,
                new LayoutTitle(title.get(1), title.get(2), confirmed),
                set,
                first.prefix(),
                assembly.same,
                assembly.columns,
                assembly.combinations,
                assembly.fills);
    }

    private void derive(Layout base, int widen) {
        base.columns().stream()
                .map(column -> widen == 0 ? column : column.widened(widen))
                .forEach(columns::add);
        base.combinations().stream()
                .filter(rule -> widen == 0
                        || !(rule instanceof Worded worded && worded.wording().ofThePaper()))
                .forEach(combinations::add);
        fills.addAll(base.fills());
        same = base.same();
    }

    private void amend(LayoutTable part, int taxYear) {
        same = Math.max(same, part.same());
        for (var column : part.columns(taxYear, codes)) {
            if (column.number() <= columns.size()) {
                columns.set(column.number() - 1, column);
            } else {
                columns.add(column);
            }
        }
        part.all("rule")
                .forEach(row -> combinations.add(combination(
                        row.get(1),
                        List.of(row.get(2).split(" ")),
                        row.size() > 4 ? Rule.valueOf(row.get(4)) : Rule.COMBINATION,
                        taxYear)));
        part.all("fill")
                .forEach(row -> fills.add(new Fill(
                        Integer.parseInt(row.get(1)),
                        Integer.parseInt(row.get(2)),
                        Integer.parseInt(row.get(3)),
                        row.get(4))));
    }

    private Combination combination(String word, List<String> parts, Rule rule, int taxYear) {
        var wording = Wording.find(word);
        if (wording != null) {
            return new Worded(wording, number(parts, 0), parts.size() > 1 ? number(parts, 1) : 0);
        }
        return switch (word) {
            case "when" -> new When(term(parts.get(0)), term(parts.get(1)), rule);
            case "order" -> new Order(number(parts, 0), number(parts, 1), rule);
            case "at-most" -> new AtMost(Sum.parse(parts.get(0)), Sum.parse(parts.get(1)), rule);
            case "named" -> new Named(Sum.parse(parts.get(0)), Sum.parse(parts.get(1)));
            case "kinds" -> new Kinds(number(parts, 0), Sum.parse(parts.get(1)));
            case "some" -> new Some(Sum.parse(parts.get(0)), rule);
            case "born-by" -> new BornBy(number(parts, 0), number(parts, 1), taxYear, Era.all());
            case "era-date" ->
                new EraDate(number(parts, 0), number(parts, 1), number(parts, 2), number(parts, 3), Era.all());
            case String unknown -> throw new IllegalStateException("no rule is named " + unknown);
        };
    }

    private Term term(String text) {
        var column = Integer.parseInt(text.substring(0, text.indexOf('=')).split("-", 2)[0]);
        UnaryOperator<String> code = value -> value.startsWith("@") ? codes.value(column, value.substring(1)) : value;
        return Term.parse(text, code);
    }

    private void verify(String id) {
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).number() != i + 1) {
                throw new IllegalStateException("layout " + id + " has a gap before column " + (i + 1));
            }
        }
        if (combinations.stream().anyMatch(rule -> rule.columns().anyMatch(column -> column > columns.size()))) {
            throw new IllegalStateException("layout " + id + " has a rule beyond its last column");
        }
    }

    private static int number(List<String> parts, int index) {
        return Integer.parseInt(parts.get(index));
    }
}
