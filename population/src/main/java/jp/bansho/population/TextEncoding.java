package jp.bansho.population;

import java.util.Arrays;

/// How the characters of a record become bytes. Refuses (IllegalArgumentException) what the encoding cannot hold.
interface TextEncoding {

    /// Writes one record's text from `at` on and returns the position after it; `target` has four bytes per character
    /// left.
    int put(CharSequence text, byte[] target, int at);

    default byte[] bytes(CharSequence text) {
        byte[] target = new byte[text.length() * 4];
        return Arrays.copyOf(target, put(text, target, 0));
    }
}
