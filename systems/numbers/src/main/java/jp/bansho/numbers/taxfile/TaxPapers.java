package jp.bansho.numbers.taxfile;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/// The papers that go with an output: the summary sheet (合計表) and a label for each file, original
/// and duplicate (正本・副本). No number and no name stands in them.
public final class TaxPapers {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String STYLE = """
            h1 { font-size: 16pt; text-align: center; }
            table { width: 100%; margin-top: 4mm; }
            th, td { border: 0.5pt solid #666; padding: 1mm 2mm; text-align: left; }
            th { background: #eee; width: 45%; }
            .label { page-break-before: always; }
            """;

    private TaxPapers() {}

    /// A fact in both languages.
    ///
    /// @param english empty where the Japanese is a form's own word
    public record Line(String japanese, String english, String value) {}

    /// The summary sheet's lines; the figures are the sums of the records.
    public static List<Line> summary(Output it) {
        var figures = it.figures();
        var lines = new ArrayList<>(List.of(
                new Line("帳票", "Report", it.preview().report().japanese()),
                new Line("年分", "Tax year", String.valueOf(it.preview().taxYear())),
                new Line(
                        "提出区分",
                        "Kind",
                        it.preview().mode().code() + " " + it.preview().mode().japanese()),
                new Line("提出媒体", "Medium", String.valueOf(it.sending().mediumCode())),
                new Line("本店等一括提出", "For all branches", "無"),
                new Line("支払総額 人員", "Persons", amount(figures.persons())),
                new Line("うち税額のない者", "of which without tax", amount(figures.untaxed())),
                new Line("支払金額", "Amount paid", amount(figures.paid())),
                new Line("源泉徴収税額", "Tax withheld", amount(figures.withheld())),
                new Line("うち提出するもの 人員", "Submitted: persons", amount(figures.persons())),
                new Line("うち提出するもの 支払金額", "Submitted: amount paid", amount(figures.paid())),
                new Line("うち提出するもの 源泉徴収税額", "Submitted: tax withheld", amount(figures.withheld())),
                new Line("災害減免法 人員", "Disaster relief: persons", "0"),
                new Line("災害減免法 猶予税額", "Disaster relief: tax deferred", "0")));
        if (figures.voided() > 0) {
            lines.add(new Line("無効とするもの", "Voided records", amount(figures.voided())));
        }
        return lines;
    }

    /// A label's nine lines.
    ///
    /// @param place    of the file among all files, from 1
    /// @param original true for 正本, false for 副本
    public static List<Line> label(Output it, OutputFile file, int place, int files, boolean original) {
        var name = it.preview().report() == TaxReport.WITHHOLDING ? "公的年金等の源泉徴収票（377）" : "公的年金等支払報告書（331）";
        var step = it.steps().stream()
                .filter(one -> one.act() == Output.Act.SUBMITTED)
                .findFirst();
        return List.of(
                new Line("①提出者名", "Submitted by", "連合会"),
                new Line("②住所", "Address", ""),
                new Line("③法人番号", "Corporate number", ""),
                new Line("④局署番号・整理番号", "Office and reference", file.group()),
                new Line("⑤法定資料の名称", "Kind of paper", name),
                new Line("⑥件数", "Records", amount(file.records())),
                new Line(
                        "⑦提出年月日",
                        "Submitted on",
                        step.map(one -> LocalDate.ofInstant(one.at(), JAPAN).toString())
                                .orElse("")),
                new Line("⑧正本・副本", "Original or duplicate", original ? "正本" : "副本"),
                new Line("⑨総枚数・一連番号", "Number of all", files + "枚中 " + place));
    }

    /// Both as a document for the paper press.
    public static String xhtml(Output it, List<OutputFile> files) {
        var text = new StringBuilder(8_000);
        text.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"ja\"><head><title>合計表 ")
                .append(it.id())
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(safe(it.preview().report().japanese()))
                .append("合計表</h1>");
        table(text, summary(it));
        for (var original : new boolean[] {true, false}) {
            for (var place = 1; place <= files.size(); place++) {
                text.append("<div class=\"label\"><h1>ラベル ")
                        .append(safe(files.get(place - 1).name()))
                        .append("</h1>");
                table(text, label(it, files.get(place - 1), place, files.size(), original));
                text.append("</div>");
            }
        }
        return text.append("</body></html>").toString();
    }

    private static void table(StringBuilder text, List<Line> lines) {
        text.append("<table><tbody>");
        for (var line : lines) {
            text.append("<tr><th scope=\"row\">")
                    .append(safe(line.japanese()))
                    .append(" / ")
                    .append(safe(line.english()))
                    .append("</th><td>")
                    .append(safe(line.value()))
                    .append("</td></tr>");
        }
        text.append("</tbody></table>");
    }

    private static String amount(long value) {
        return "%,d".formatted(value);
    }

    private static String safe(String raw) {
        return HtmlUtils.htmlEscapeDecimal(raw, "UTF-8");
    }
}
