package jp.bansho.numbers.registry.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jp.bansho.individual.IndividualNumber;

/// The way an Individual Number stands on the two pages that may show it: four, four, four.
final class Grouped {

    private Grouped() {}

    static String of(IndividualNumber number) {
        var digits = new byte[IndividualNumber.WIDTH];
        number.writeDigits(digits, 0);
        var text = new String(digits, StandardCharsets.US_ASCII);
        Arrays.fill(digits, (byte) 0);
        return text.substring(0, 4) + " " + text.substring(4, 8) + " " + text.substring(8);
    }
}
