package jp.bansho.numbers.inspection.web;

import java.text.Normalizer;
import java.util.regex.Pattern;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;

/// Notes that people write: never empty, never with twelve digits that could be an Individual Number 個人番号.
final class Notes {

    private static final int LONGEST = 1_000;
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])(?:[0-9][\\s\\-‐-―−ー]*){12}(?![0-9])");

    private Notes() {}

    static void check(String field, String note, Problems problems, Texts texts) {
        if (note.isBlank()) {
            problems.add(field, texts.of("inspection.note.missing"));
        } else if (note.length() > LONGEST) {
            problems.add(field, texts.of("inspection.note.long", LONGEST));
        } else if (numbered(note)) {
            problems.add(field, texts.of("inspection.note.number"));
        }
    }

    /// The note for the form again; empty if a number may stand in it.
    static String safe(String note) {
        return numbered(note) ? "" : note;
    }

    private static boolean numbered(String note) {
        return NUMBER.matcher(Normalizer.normalize(note, Normalizer.Form.NFKC)).find();
    }
}
