package jp.bansho.numbers.incident;

import java.util.List;

/// The draft of the report as a document for the press: tables only, no style outside the document.
public final class ReportPaper {

    private static final List<String> ITEMS = List.of(
            "概要",
            "特定個人情報の項目",
            "本人の数",
            "原因",
            "二次被害又はそのおそれの有無及びその内容",
            "本人への対応の実施状況",
            "公表の実施状況",
            "再発防止のための措置",
            "その他参考となる事項");

    private ReportPaper() {}

    /// The document, XHTML in Japanese.
    public static String xhtml(Drafts.Printed printed) {
        var draft = printed.draft();
        var rows = new StringBuilder();
        for (var item = 0; item < ITEMS.size(); item++) {
            rows.append("<tr><th>")
                    .append(ITEMS.get(item))
                    .append("</th><td>")
                    .append(text(draft.texts().get(item)))
                    .append("</td></tr>");
        }
        return """
                <html xmlns="http://www.w3.org/1999/xhtml" lang="ja"><head><title>特定個人情報の漏えい等に関する報告書（案）</title>
                <style>
                  table { width: 100%%; border-collapse: collapse; }
                  th, td { border: 0.5pt solid #000; padding: 4pt; vertical-align: top; text-align: left; }
                  th { width: 30%%; font-weight: normal; }
                  h1 { font-size: 14pt; text-align: center; }
                </style></head><body>
                <p>事故第%d号　第%d版（案）</p>
                <h1>特定個人情報の漏えい等に関する報告書（案）</h1>
                <table>%s</table>
                <p>人数等は、%sから%sまでの使用の記録を集計したものです。作成 %s</p>
                </body></html>
                """.formatted(
                        printed.incident().id(), draft.version(), rows, draft.from(), draft.until(), draft.madeBy());
    }

    private static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "<br/>");
    }
}
