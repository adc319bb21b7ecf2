package jp.bansho.access;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps Individual Numbers 個人番号 out of what people write about their work: twelve digits that stand alone, of any
/// width, with or without spaces or hyphens between groups of four.
public final class NumberInText {

    private static final Pattern NUMBER = Pattern.compile(
            "(?<!\\p{Nd})\\p{Nd}{4}[\\s\\-‐-―−ー・.]{0,2}\\p{Nd}{4}[\\s\\-‐-―−ー・.]{0,2}\\p{Nd}{4}(?!\\p{Nd})");

    private NumberInText() {}

    /// Whether a number stands in that text.
    public static boolean in(@Nullable String text) {
        return text != null
                && NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                        .find();
    }

    /// Refuses texts in which a number stands; the refusal does not repeat it.
    public static void refuse(@Nullable String... texts) {
        if (Stream.of(texts).anyMatch(NumberInText::in)) {
            throw new AccessRefused(
                    "number-in-text",
                    "no Individual Number may be written here: twelve digits stand alone",
                    "個人番号は書けません（12桁の数字が含まれています）");
        }
    }
}
