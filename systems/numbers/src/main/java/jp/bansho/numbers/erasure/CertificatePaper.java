package jp.bansho.numbers.erasure;

import java.util.ArrayList;
import java.util.List;
import jp.bansho.retention.Certificate;
import jp.bansho.retention.Rule;
import org.springframework.web.util.HtmlUtils;

/// The certificate as a document for the paper press: a table of facts, then the handles that went.
public final class CertificatePaper {

    private static final String STYLE = """
            h1 { font-size: 18pt; text-align: center; margin: 0 0 2mm 0; }
            .english { font-size: 8pt; color: #444; text-align: center; }
            table { width: 100%; margin-top: 5mm; }
            th, td { border: 0.5pt solid #666; padding: 1mm 2mm; text-align: left; }
            th { background: #eee; width: 45%; }
            """;

    private CertificatePaper() {}

    /// A fact in both languages.
    private record Line(String japanese, String english, String value) {}

    /// The document.
    public static String xhtml(Certificate it) {
        var text = new StringBuilder(4_000);
        text.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"ja\"><head><title>個人番号廃棄証明書 ")
                .append(safe(it.number()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>個人番号廃棄証明書</h1><p class=\"english\">Certificate of erasure</p>")
                .append("<p>次のとおり個人番号を廃棄し、以前のバックアップからも復元できないよう鍵を破壊したことを証明します。</p><table><tbody>");
        for (var line : lines(it)) {
            text.append("<tr><th scope=\"row\">")
                    .append(safe(line.japanese()))
                    .append(" / ")
                    .append(safe(line.english()))
                    .append("</th><td>")
                    .append(safe(line.value()))
                    .append("</td></tr>");
        }
        return text.append("</tbody></table><p>署名付きの証明（テキスト）が正本です。公開鍵だけで検証できます: ")
                .append("bansho audit certificate</p></body></html>")
                .toString();
    }

    private static List<Line> lines(Certificate it) {
        var lines = new ArrayList<>(List.of(
                new Line("証明の番号", "Number", it.number()),
                new Line("構成組合", "Association", String.valueOf(it.association())),
                new Line("基準日", "Due on", it.day().toString()),
                new Line("廃棄日時", "Erased at", it.erasedAt().toString()),
                new Line("個人番号がなくなった人", "People gone", String.valueOf(it.people())),
                new Line("廃棄した個人番号", "Numbers deleted", String.valueOf(it.numbers())),
                new Line("年金（死亡確認から10年）", "Pension uses", String.valueOf(it.count(Rule.PENSION_TEN_YEARS))),
                new Line("税（提出期限から7年）", "Tax uses", String.valueOf(it.count(Rule.TAX_SEVEN_YEARS))),
                new Line("申請番号", "Application", String.valueOf(it.application())),
                new Line("指示した人", "Ordered by", it.orderedBy()),
                new Line("承認した人", "Approved by", it.approvedBy()),
                new Line("一覧の照合値", "Digest of the list", it.listDigest()),
                new Line("破壊した鍵", "Destroyed keys", String.join(", ", it.destroyedKeys())),
                new Line("破壊した鍵暗号化鍵", "Destroyed key-encryption key", it.keyBefore()),
                new Line("使用の記録の位置", "Audit position", String.valueOf(it.auditPosition())),
                new Line("使用の記録の連鎖値", "Audit hash", it.auditHash())));
        it.warnings().forEach(warning -> lines.add(new Line("注意", "Warning", warning)));
        return lines;
    }

    private static String safe(String raw) {
        return HtmlUtils.htmlEscapeDecimal(raw, "UTF-8");
    }
}
