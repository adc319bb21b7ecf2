package jp.bansho.identifiers;

import java.time.LocalDate;
import jp.bansho.identifiers.Parsed.Valid;

/// 元号 era, with the one-digit code that the files of the National Tax Agency use; the codes are not
/// chronological.
public enum Era {
    SHOWA(1, "昭和", LocalDate.of(1926, 12, 25), LocalDate.of(1989, 1, 7)),
    TAISHO(2, "大正", LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 24)),
    MEIJI(3, "明治", LocalDate.of(1868, 10, 23), LocalDate.of(1912, 7, 29)),
    HEISEI(4, "平成", LocalDate.of(1989, 1, 8), LocalDate.of(2019, 4, 30)),
    /// Bounded by the two digits of its year, 99.
    REIWA(5, "令和", LocalDate.of(2019, 5, 1), LocalDate.of(2117, 12, 31)),
    /// その他: the code exists, but no date can be computed from it.
    OTHER(9, "その他", LocalDate.MAX, LocalDate.MIN);

    private final int code;
    private final String japanese;
    private final LocalDate first;
    private final LocalDate last;

    Era(int code, String japanese, LocalDate first, LocalDate last) {
        this.code = code;
        this.japanese = japanese;
        this.first = first;
        this.last = last;
    }

    /// The era of a code; [IdentifierFault#ERA] if there is none.
    public static Parsed<Era> ofCode(int code) {
        for (var era : values()) {
            if (era.code == code) {
                return new Valid<>(era);
            }
        }
        return IdentifierFault.ERA.refuses();
    }

    /// The era of a day; the day of a change belongs to the new era. [IdentifierFault#ERA] before Meiji and
    /// after Reiwa 99.
    public static Parsed<Era> at(LocalDate date) {
        for (var era : values()) {
            if (era.holds(date)) {
                return new Valid<>(era);
            }
        }
        return IdentifierFault.ERA.refuses();
    }

    /// Whether the day lies in the era; never for [#OTHER].
    public boolean holds(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    /// The code in files, one digit.
    public int code() {
        return code;
    }

    /// The name on paper.
    public String japanese() {
        return japanese;
    }

    /// The calendar year of the era's first year (元年); of no meaning for [#OTHER].
    int firstYear() {
        return first.getYear();
    }
}
