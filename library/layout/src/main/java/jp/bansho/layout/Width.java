package jp.bansho.layout;

/// How long a column's content is when it is not empty, in the unit of its [Kind].
///
/// @param least the fewest characters or bytes
/// @param most  the most characters or bytes
public record Width(int least, int most) {

    public Width {
        if (least < 0 || most < least) {
            throw new IllegalArgumentException("a width from " + least + " to " + most);
        }
    }

    /// Reads `=3` (exactly), `<=10` (at most) or `5-6` (from and to), the forms the tables use.
    static Width parse(String text) {
        if (text.startsWith("<=")) {
            return new Width(1, Integer.parseInt(text.substring(2)));
        }
        if (text.startsWith("=")) {
            var exactly = Integer.parseInt(text.substring(1));
            return new Width(exactly, exactly);
        }
        var dash = text.indexOf('-');
        if (dash > 0) {
            return new Width(Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
        }
        throw new IllegalArgumentException("not a width rule: " + text);
    }

    boolean holds(int length) {
        return least <= length && length <= most;
    }
}
