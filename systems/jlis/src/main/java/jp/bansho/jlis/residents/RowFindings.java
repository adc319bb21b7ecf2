package jp.bansho.jlis.residents;

import java.util.ArrayList;
import java.util.List;
import jp.bansho.layout.Violation;

/// What is wrong in a file: how much, and the first few places. Never the text that stands there.
final class RowFindings {

    private static final int SHOWN = 10;

    private final List<String> english = new ArrayList<>();
    private final List<String> japanese = new ArrayList<>();
    private long count;

    void add(Violation violation) {
        add(
                violation.line(),
                violation.column(),
                violation.rule().english(),
                violation.rule().japanese());
    }

    void add(long line, int column, Fault fault) {
        add(line, column, fault.english(), fault.japanese());
    }

    private void add(long line, int column, String inEnglish, String inJapanese) {
        if (count++ < SHOWN) {
            english.add("line " + line + ", column " + column + ": " + inEnglish);
            japanese.add(line + " 行目 " + column + " 列: " + inJapanese);
        }
    }

    long count() {
        return count;
    }

    String english() {
        return text(english);
    }

    String japanese() {
        return text(japanese);
    }

    private String text(List<String> shown) {
        return String.join("; ", shown) + (count > shown.size() ? "; …" : "");
    }
}
