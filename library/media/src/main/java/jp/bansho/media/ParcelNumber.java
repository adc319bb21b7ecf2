package jp.bansho.media;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/// The number of a parcel 媒体番号, such as `P-7KQ2M-X9DTA-4HHRC-W8ZPN`: one hundred random bits, so that
/// no two parcels of any two machines are alike. Its groups of five never look like an Individual
/// Number.
public record ParcelNumber(String text) {

    private static final int GROUPS = 4;
    private static final int GROUP = 5;
    private static final Pattern SHAPE = Pattern.compile("P(-[2-9A-HJ-NP-Z]{5}){4}");

    /// Checks the shape.
    public ParcelNumber {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a parcel number");
        }
    }

    /// A new one.
    public static ParcelNumber make(SecureRandom random) {
        var text = new StringBuilder("P");
        for (var i = 0; i < GROUPS * GROUP; i++) {
            if (i % GROUP == 0) {
                text.append('-');
            }
            text.append(Letters.at(Letters.random(random)));
        }
        return new ParcelNumber(text.toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
