package jp.bansho.identifiers;

import java.util.List;

/// One alternative of an [IdentifierPattern] as a machine: a row of places, of which some may be left out.
///
/// State is one `int`: bit *i* says that place *i* may come next. A character that place *i* accepts moves
/// bit *i* on by one, and a place that may be left out lets its bit through. All places move at once, so
/// there is nothing to go back to.
final class PatternSequence {

    private final int[] acceptedBy = new int[128];
    private final int optional;
    private final int shortest;
    private final int longest;

    /// @param places at most 30
    PatternSequence(List<Place> places) {
        var mayBeLeftOut = 0;
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            var bit = 1 << i;
            place.characters().forEach(c -> acceptedBy[c] |= bit);
            mayBeLeftOut |= place.optional() ? bit : 0;
        }
        this.optional = mayBeLeftOut;
        this.longest = places.size();
        this.shortest = longest - Integer.bitCount(mayBeLeftOut);
    }

    boolean matches(CharSequence text) {
        if (text.length() < shortest || text.length() > longest) {
            return false;
        }
        var state = letThrough(1);
        for (int i = 0; i < text.length() && state != 0; i++) {
            var c = text.charAt(i);
            state = c < acceptedBy.length ? letThrough((state & acceptedBy[c]) << 1) : 0;
        }
        return (state & (1 << longest)) != 0;
    }

    private int letThrough(int state) {
        var before = 0;
        var after = state;
        while (before != after) {
            before = after;
            after |= (after & optional) << 1;
        }
        return after;
    }

    int shortest() {
        return shortest;
    }

    int longest() {
        return longest;
    }
}
