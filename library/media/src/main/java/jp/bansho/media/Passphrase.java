package jp.bansho.media;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;

/// The words for a body without a certificate: seven groups of four random letters (140 bits) and a
/// check letter, typed from paper. It travels by another way than the parcel; nothing of this package
/// writes it into a file.
public final class Passphrase implements AutoCloseable {

    private static final int GROUPS = 7;
    private static final int RANDOM_LETTERS = 4;
    private static final int GROUP = RANDOM_LETTERS + 1;

    private final char[] letters;

    private Passphrase(char[] letters) {
        this.letters = letters;
    }

    /// What was typed.
    public sealed interface Typed {
        /// All groups are right.
        record Right(Passphrase passphrase) implements Typed {}

        /// Another count of letters than there should be.
        record WrongLength() implements Typed {}

        /// A group, from 1, whose letters do not fit its check letter.
        record WrongGroup(int group) implements Typed {}
    }

    /// A new one.
    public static Passphrase make(SecureRandom random) {
        var letters = new char[GROUPS * GROUP];
        for (var i = 0; i < letters.length; i++) {
            letters[i] = i % GROUP < RANDOM_LETTERS ? Letters.at(Letters.random(random)) : check(letters, i / GROUP);
        }
        return new Passphrase(letters);
    }

    /// Takes what a person typed: blanks, hyphens and small letters make no difference.
    public static Typed typed(CharSequence text) {
        var letters = new char[GROUPS * GROUP];
        var count = 0;
        for (var i = 0; i < text.length(); i++) {
            var letter =
                    Character.toString(text.charAt(i)).toUpperCase(Locale.ROOT).charAt(0);
            if (Character.isWhitespace(letter) || letter == '-') {
                continue;
            }
            if (count == letters.length) {
                return new Typed.WrongLength();
            }
            letters[count++] = letter;
        }
        if (count < letters.length) {
            return new Typed.WrongLength();
        }
        for (var group = 0; group < GROUPS; group++) {
            if (!fits(letters, group)) {
                return new Typed.WrongGroup(group + 1);
            }
        }
        return new Typed.Right(new Passphrase(letters));
    }

    /// The groups with hyphens between them: what is printed, and what `openssl` is given.
    public char[] shown() {
        var shown = new char[letters.length + GROUPS - 1];
        for (int from = 0, to = 0; from < letters.length; from++) {
            if (from > 0 && from % GROUP == 0) {
                shown[to++] = '-';
            }
            shown[to++] = letters[from];
        }
        return shown;
    }

    /// Overwrites the letters.
    @Override
    public void close() {
        Arrays.fill(letters, '\0');
    }

    @Override
    public String toString() {
        return "Passphrase";
    }

    private static boolean fits(char[] letters, int group) {
        for (var i = group * GROUP; i < (group + 1) * GROUP; i++) {
            if (Letters.value(letters[i]) < 0) {
                return false;
            }
        }
        return letters[group * GROUP + RANDOM_LETTERS] == check(letters, group);
    }

    /// Each place has its own factor, and each group its own beginning, so that swapped letters and
    /// groups are found.
    private static char check(char[] letters, int group) {
        var sum = group + 1;
        var factor = 2;
        for (var i = 0; i < RANDOM_LETTERS; i++) {
            sum ^= Letters.times(Letters.value(letters[group * GROUP + i]), factor);
            factor = Letters.times(factor, 2);
        }
        return Letters.at(sum);
    }
}
