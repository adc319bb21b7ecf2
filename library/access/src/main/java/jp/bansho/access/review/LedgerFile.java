package jp.bansho.access.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.bansho.access.NumberInText;
import jp.bansho.access.review.LedgerReport.LedgerError;

/// Reads a ledger 利用者台帳: comma-separated, UTF-8, a head line, then staff number, name, code of the department. A cell
/// may stand in double quotes, a double quote in it is written twice; a cell does not go over the end of its line.
final class LedgerFile {

    private static final Set<List<String>> HEADS =
            Set.of(List.of("staff_number", "name", "department"), List.of("職員番号", "氏名", "所属"));
    private static final int LONGEST = 200;

    private final List<Row> rows = new ArrayList<>();
    private final List<LedgerError> errors = new ArrayList<>();
    private final Set<String> staffNumbers = new HashSet<>();

    /// Somebody in the ledger.
    record Row(String staffNumber, String name, String department) {

        /// Without the name: it may end up in a log.
        @Override
        public String toString() {
            return "Row[" + staffNumber + "]";
        }
    }

    private LedgerFile() {}

    static LedgerFile read(String text) {
        var file = new LedgerFile();
        var lines =
                (text.startsWith("\ufeff") ? text.substring(1) : text).lines().toList();
        if (lines.isEmpty() || !HEADS.contains(cells(lines.getFirst()).orElse(List.of()))) {
            file.error(1, "the head line must be staff_number,name,department", "1行目は「職員番号,氏名,所属」としてください");
            return file;
        }
        for (var i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                file.line(i + 1, lines.get(i));
            }
        }
        if (file.rows.isEmpty() && file.errors.isEmpty()) {
            file.error(1, "the ledger is empty", "台帳が空です");
        }
        return file;
    }

    List<Row> rows() {
        return rows;
    }

    List<LedgerError> errors() {
        return errors;
    }

    private void line(int number, String line) {
        var cells = cells(line);
        if (line.indexOf('\ufffd') >= 0) {
            error(number, "the text is not UTF-8", "文字コードがUTF-8ではありません");
        } else if (cells.isEmpty() || cells.get().size() != 3) {
            error(number, "there must be three cells", "項目は3つにしてください");
        } else if (cells.get().stream().anyMatch(cell -> cell.isEmpty() || cell.length() > LONGEST)) {
            error(number, "a cell is empty or too long", "空または長すぎる項目があります");
        } else if (cells.get().stream().anyMatch(cell -> cell.chars().anyMatch(Character::isISOControl))) {
            error(number, "a cell holds a control character", "制御文字が含まれています");
        } else if (cells.get().stream().anyMatch(NumberInText::in)) {
            error(number, "no Individual Number may stand in the ledger", "個人番号は書けません（12桁の数字が含まれています）");
        } else if (!staffNumbers.add(cells.get().getFirst())) {
            error(number, "the staff number stands twice", "職員番号が重複しています");
        } else {
            rows.add(new Row(cells.get().get(0), cells.get().get(1), cells.get().get(2)));
        }
    }

    private void error(int line, String english, String japanese) {
        errors.add(new LedgerError(line, english, japanese));
    }

    /// The cells of a line without the spaces around them; nothing if a quote is not closed.
    private static Optional<List<String>> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var character = line.charAt(i);
            if (character == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        cells.add(cell.toString().strip());
        return quoted ? Optional.empty() : Optional.of(cells);
    }
}
