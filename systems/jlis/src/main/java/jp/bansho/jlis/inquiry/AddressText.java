package jp.bansho.jlis.inquiry;

import java.util.regex.Pattern;

/// Compares addresses by what they say: width, spaces, variant characters and hyphens do not count, 三丁目２番１号 is 3-2-1.
final class AddressText {

    private static final Pattern HYPHENS = Pattern.compile("[‐‑‒–—―−ー－]");
    private static final Pattern BLOCK = Pattern.compile("([〇一二三四五六七八九十]+)(?=丁目|番|号|-)");
    private static final Pattern UNITS = Pattern.compile("(?<=[0-9])(丁目|番地の|番地|番|号|の)");
    private static final Pattern DOUBLE = Pattern.compile("-{2,}");
    private static final Pattern LAST = Pattern.compile("-+(?![0-9])");
    private static final String DIGITS = "〇一二三四五六七八九";

    private final Variants variants;

    AddressText(Variants variants) {
        this.variants = variants;
    }

    /// The form that is compared.
    String key(String address) {
        var text = HYPHENS.matcher(variants.unify(address)).replaceAll("-");
        text = BLOCK.matcher(text).replaceAll(found -> Integer.toString(number(found.group(1))));
        text = UNITS.matcher(text).replaceAll("-");
        text = DOUBLE.matcher(text).replaceAll("-");
        return LAST.matcher(text).replaceAll("");
    }

    /// Up to 99: 二十三 as well as 二三.
    private static int number(String kanji) {
        var value = 0;
        for (var i = 0; i < kanji.length(); i++) {
            var each = kanji.charAt(i);
            if (each == '十') {
                value = Math.max(value, 1) * 10;
            } else if (i > 0 && kanji.charAt(i - 1) == '十') {
                value += DIGITS.indexOf(each);
            } else {
                value = value * 10 + DIGITS.indexOf(each);
            }
        }
        return value;
    }
}
