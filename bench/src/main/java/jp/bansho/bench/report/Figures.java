package jp.bansho.bench.report;

import java.util.Locale;

/// How figures are written, whatever the locale.
public final class Figures {

    private Figures() {}

    /// A figure with as many decimals as mean something, no separators.
    public static String plain(double figure) {
        if (Double.isNaN(figure) || Double.isInfinite(figure)) {
            throw new IllegalArgumentException("a measurement without a figure");
        }
        return figure >= 100 || figure == Math.rint(figure)
                ? String.format(Locale.ROOT, "%.0f", figure)
                : String.format(Locale.ROOT, "%.3f", figure);
    }

    /// A figure for people, with separators.
    public static String shown(double figure) {
        return figure >= 100 || figure == Math.rint(figure)
                ? String.format(Locale.ROOT, "%,.0f", figure)
                : String.format(Locale.ROOT, "%.2f", figure);
    }
}
