package jp.bansho.layout;

/// What a rule between columns found, a column and a rule in one number, so that looking makes no object.
final class Flaw {

    private static final Rule[] RULES = Rule.values();

    private Flaw() {}

    // The number never leaves the process, so the order of the constants may change.
    @SuppressWarnings("EnumOrdinal")
    static int of(int column, Rule rule) {
        return column == 0 ? 0 : (rule.ordinal() << 16) | column;
    }

    static int column(int flaw) {
        return flaw & 0xFFFF;
    }

    static Rule rule(int flaw) {
        return RULES[flaw >>> 16];
    }
}
