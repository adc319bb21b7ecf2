package jp.bansho.numbers.operation;

import java.time.YearMonth;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;

/// Writes the XHTML of the monthly report: tables only.
final class ReportPaper {

    private static final String STYLE = """
            h1 { font-size: 18pt; margin: 0 0 2mm 0; }
            h2 { font-size: 12pt; margin: 6mm 0 1mm 0; border-bottom: 1pt solid #000; page-break-after: avoid; }
            .english { font-size: 8pt; color: #444; }
            table { width: 100%; }
            th, td { border: 0.5pt solid #666; padding: 1mm 2mm; text-align: left; }
            th { background: #eee; }
            td.last { text-align: right; }
            """;

    private final StringBuilder text = new StringBuilder();
    private final MessageSource messages;

    ReportPaper(MessageSource messages) {
        this.messages = messages;
    }

    void head(YearMonth month, String day, String made) {
        var title = "運用月次報告書 " + day.replaceFirst("1日$", "");
        text.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"ja\"><head><title>")
                .append(safe(title))
                .append("</title><meta name=\"subject\" content=\"Operations report ")
                .append(month)
                .append("\"/><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(safe(title))
                .append("</h1><p class=\"english\">Monthly report of operations, ")
                .append(month)
                .append("</p><p>作成：")
                .append(safe(made))
                .append("　個人番号管理システム</p>");
    }

    void section(ReportPages.Section section) {
        var english = messages.getMessage("operation.report." + section.key(), null, section.key(), Locale.ENGLISH);
        text.append("<h2>").append(safe(section.title())).append(" <span class=\"english\">");
        text.append(safe(String.valueOf(english))).append("</span></h2>");
        if (section.rows().isEmpty()) {
            text.append("<p>ありません。<span class=\"english\">None.</span></p>");
            return;
        }
        text.append("<table><thead><tr>");
        section.heads()
                .forEach(head ->
                        text.append("<th scope=\"col\">").append(safe(head)).append("</th>"));
        text.append("</tr></thead><tbody>");
        for (var row : section.rows()) {
            text.append("<tr>");
            for (var at = 0; at < row.size(); at++) {
                text.append(at == row.size() - 1 ? "<td class=\"last\">" : "<td>")
                        .append(safe(row.get(at)))
                        .append("</td>");
            }
            text.append("</tr>");
        }
        text.append("</tbody></table>");
    }

    String end() {
        return text.append("</body></html>").toString();
    }

    private static String safe(String raw) {
        return HtmlUtils.htmlEscapeDecimal(raw, "UTF-8");
    }
}
