package jp.bansho.terminal;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A day as people type it: `2026-11-24`, `20261124`, `R8.11.24`, `令和8年11月24日`, in any width. A day that does not
/// lie in its era is no day.
public final class TypedDay {

    private static final Pattern COMMON = Pattern.compile("([0-9]{4})[-/.年]?([0-9]{1,2})[-/.月]?([0-9]{1,2})日?");
    private static final Pattern JAPANESE =
            Pattern.compile("(r|h|s|令和?|平成?|昭和?)([0-9]{1,2}|元)[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");
    private static final Map<String, JapaneseEra> ERAS = Map.of(
            "r",
            JapaneseEra.REIWA,
            "令",
            JapaneseEra.REIWA,
            "h",
            JapaneseEra.HEISEI,
            "平",
            JapaneseEra.HEISEI,
            "s",
            JapaneseEra.SHOWA,
            "昭",
            JapaneseEra.SHOWA);

    private TypedDay() {}

    /// The day that was typed; empty if it is none.
    public static Optional<LocalDate> read(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
        try {
            var common = COMMON.matcher(text);
            if (common.matches()) {
                return Optional.of(
                        LocalDate.of(number(common.group(1)), number(common.group(2)), number(common.group(3))));
            }
            var japanese = JAPANESE.matcher(text);
            if (japanese.matches()) {
                var year = japanese.group(2).equals("元") ? 1 : number(japanese.group(2));
                return Optional.of(LocalDate.from(JapaneseDate.of(
                        ERAS.get(japanese.group(1).substring(0, 1)),
                        year,
                        number(japanese.group(3)),
                        number(japanese.group(4)))));
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
