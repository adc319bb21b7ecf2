package jp.bansho.identifiers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Reads the small pattern language of [IdentifierPattern]; whatever it accepts means the same to
/// `java.util.regex`.
final class PatternReader {

    private static final String SPECIAL = ".^$*+?()[]{}|\\&";

    private final String source;
    private int at;

    PatternReader(String source) {
        this.source = source;
    }

    List<PatternSequence> alternatives(int longest) {
        var alternatives = new ArrayList<PatternSequence>();
        do {
            alternatives.add(alternative(longest));
        } while (skips('|'));
        if (at < source.length()) {
            throw refused("unexpected character");
        }
        return List.copyOf(alternatives);
    }

    private PatternSequence alternative(int longest) {
        var places = new ArrayList<Place>();
        while (at < source.length() && peek() != '|') {
            element(places, longest);
        }
        if (places.stream().allMatch(Place::optional)) {
            throw refused("it could match the empty text");
        }
        return new PatternSequence(places);
    }

    private void element(List<Place> places, int longest) {
        var characters = skips('[') ? characterClass() : escapedOrLiteral();
        var least = 1;
        var most = 1;
        if (skips('?')) {
            least = 0;
        } else if (skips('{')) {
            least = count();
            most = skips(',') ? count() : least;
            require(skips('}'), "a repetition must be {n} or {n,m}");
            require(least <= most && most > 0, "a repetition must not be empty");
        }
        require(places.size() + most <= longest, "it could match more than " + longest + " characters");
        for (int i = 0; i < most; i++) {
            places.add(new Place(characters, i >= least));
        }
    }

    private Set<Character> characterClass() {
        var characters = new TreeSet<Character>();
        while (!skips(']')) {
            var first = escapedOrLiteral();
            characters.addAll(first);
            if (skips('-')) {
                var last = escapedOrLiteral();
                require(first.size() == 1 && last.size() == 1, "a range needs two single characters");
                range(characters, first.iterator().next(), last.iterator().next());
            }
        }
        require(!characters.isEmpty(), "a class of characters must not be empty");
        return characters;
    }

    private void range(Set<Character> characters, char first, char last) {
        require(first <= last, "a range must go upwards");
        for (char c = first; c <= last; c++) {
            require(VisibleAscii.allows(c), "a range must not contain a comma or a quotation mark");
            characters.add(c);
        }
    }

    private Set<Character> escapedOrLiteral() {
        var escaped = skips('\\');
        require(at < source.length(), "it ends too early");
        var c = source.charAt(at++);
        if (escaped && c == 'd') {
            return Set.of('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        }
        require(VisibleAscii.allows(c), "only visible ASCII without comma and quotation mark can be matched");
        require(!escaped || !isAlphanumeric(c), "only \\d and escaped punctuation are known");
        require(escaped || SPECIAL.indexOf(c) < 0, "a special character that is not part of this language");
        return Set.of(c);
    }

    private int count() {
        var start = at;
        while (at < source.length() && peek() >= '0' && peek() <= '9') {
            at++;
        }
        require(at > start && at - start <= 2, "a repetition must be {n} or {n,m} with at most two digits each");
        return Integer.parseInt(source, start, at, 10);
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private char peek() {
        return source.charAt(at);
    }

    private boolean skips(char expected) {
        var found = at < source.length() && peek() == expected;
        if (found) {
            at++;
        }
        return found;
    }

    private void require(boolean condition, String reason) {
        if (!condition) {
            throw refused(reason);
        }
    }

    private IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("identifier pattern " + source + ": " + reason);
    }
}
