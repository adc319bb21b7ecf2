package jp.bansho.pension.slips;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The designated numbers (指定番号) by which municipalities know the payer, from
/// `designated-numbers.tsv` in the home folder: code of the municipality, a tab, the number. A
/// line that begins with `#` is a remark.
///
/// @param byMunicipality five digits, and up to twelve half-width characters
record DesignatedNumbers(Map<String, String> byMunicipality) {

    static final String FILE = "designated-numbers.tsv";

    static final DesignatedNumbers NONE = new DesignatedNumbers(Map.of());

    private static final Pattern LINE =
            Pattern.compile("((?:0[1-9]|[1-3][0-9]|4[0-7])[0-9]{3})\t([0-9A-Za-z](?:[0-9A-Za-z-]{0,10}[0-9A-Za-z])?)");

    /// Twelve digits may not stand anywhere in this machine.
    private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");

    DesignatedNumbers {
        byMunicipality = Map.copyOf(byMunicipality);
    }

    /// Reads the file; where there is none, no municipality has given a number.
    ///
    /// @throws SlipsRefused if it cannot be read, or at the first line that is wrong
    static DesignatedNumbers read(Path home) {
        var file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return NONE;
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw SlipsRefused.designated(0, "it cannot be read", "読めません");
        }
        var numbers = new HashMap<String, String>();
        for (var number = 1; number <= lines.size(); number++) {
            var text = lines.get(number - 1).strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                add(numbers, text, number);
            }
        }
        return new DesignatedNumbers(numbers);
    }

    private static void add(Map<String, String> numbers, String text, int number) {
        var line = LINE.matcher(text);
        if (!line.matches()) {
            throw SlipsRefused.designated(
                    number,
                    "not `municipality TAB number`, five digits and up to twelve half-width characters",
                    "「市町村コード（5桁）、タブ、指定番号（半角12文字以内）」ではありません");
        }
        if (TWELVE_DIGITS.matcher(line.group(2)).matches()) {
            throw SlipsRefused.designated(
                    number,
                    "twelve digits may not stand here: no Individual Number comes into this machine",
                    "12桁の数字は記録できません。この機械に個人番号を入れることはできません");
        }
        if (numbers.putIfAbsent(line.group(1), line.group(2)) != null) {
            throw SlipsRefused.designated(number, "this municipality stands twice", "同じ市町村が2回記録されています");
        }
    }

    /// The number that municipality gave; empty if none is known.
    String of(String municipality) {
        return byMunicipality.getOrDefault(municipality, "");
    }
}
