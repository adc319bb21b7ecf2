package jp.bansho.numbers.incident;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.bansho.numbers.inspection.Extent;

/// The nine items of the report as the machine proposes them, in Japanese: it goes to a Japanese authority.
final class Items {

    private Items() {}

    static List<String> proposed(Sheet sheet, LocalDate from, LocalDate until, Extent extent) {
        var incident = sheet.incident();
        var outline = incident.summary() + (incident.place().isBlank() ? "" : "\n場所: " + incident.place()) + "\n知った日: "
                + IncidentClock.day(incident.knownAt()) + "\n対象期間: " + from + "から" + until + "まで\n利用者ID: "
                + (extent.actors().isEmpty() ? "なし" : String.join(", ", extent.actors()));
        var data = String.format(
                Locale.ROOT,
                "個人番号の表示: %,d人分%n記録の検索・表示・変更: 延べ%,d件%n個人番号を含むファイル: %,d件",
                extent.revealed(),
                extent.looks(),
                extent.files());
        var people = String.format(Locale.ROOT, "%,d人（使用の記録から集計）", extent.people())
                + (extent.associations().isEmpty() ? "" : "\n構成組合: " + extent.associations());
        return List.of(
                outline,
                data.replace("\r\n", "\n"),
                people,
                note(sheet, Step.INVESTIGATE),
                "",
                note(sheet, Step.CONTAIN),
                note(sheet, Step.PUBLISH),
                note(sheet, Step.PREVENT),
                note(sheet, Step.SCOPE));
    }

    private static String note(Sheet sheet, Step step) {
        return sheet.steps()
                .getOrDefault(step, Optional.empty())
                .map(Line::text)
                .orElse("");
    }
}
