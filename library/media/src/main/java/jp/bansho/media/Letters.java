package jp.bansho.media;

import java.security.SecureRandom;

/// Thirty-two letters and digits that people do not mix up on paper: no 0 and O, no 1 and I.
final class Letters {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private Letters() {}

    static char at(int value) {
        return ALPHABET.charAt(value);
    }

    /// The value of a letter, or -1.
    static int value(char letter) {
        return ALPHABET.indexOf(letter);
    }

    static int random(SecureRandom random) {
        return random.nextInt(ALPHABET.length());
    }

    /// Product in the field of 32 elements, so that each typing error of one letter or two neighbours
    /// changes a sum.
    static int times(int a, int b) {
        var product = 0;
        for (var bit = 0; bit < 5; bit++) {
            if (((b >> bit) & 1) == 1) {
                product ^= a << bit;
            }
        }
        for (var bit = 8; bit >= 5; bit--) {
            if (((product >> bit) & 1) == 1) {
                product ^= 0b100101 << (bit - 5);
            }
        }
        return product;
    }
}
