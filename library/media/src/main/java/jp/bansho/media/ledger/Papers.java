package jp.bansho.media.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Receipts and certificates as pages: XHTML for whatever prints papers 帳票. The page says what
/// the signed text says, and where the text can be verified; it is no proof itself.
public final class Papers {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu年M月d日 HH時mm分ss秒", Locale.JAPAN).withZone(ZoneId.of("Asia/Tokyo"));
    private static final String STYLE =
            "h1 { font-size: 16pt; text-align: center } table { width: 100% } th { width: 30%; text-align: left }"
                    + " th, td { border: 0.5pt solid #000; padding: 2mm; font-weight: normal; word-wrap: break-word }"
                    + " pre { font-size: 7pt; white-space: pre-wrap; word-wrap: break-word } .sign { height: 14mm }";

    private Papers() {}

    /// The page of a disposal certificate, with the signed text at its foot and room for two seals.
    public static String certificate(SignedDisposal signed) {
        var it = signed.certificate();
        var page = new Page(it.destroyed() ? "媒体廃棄証明書" : "媒体消去証明書");
        page.row("証明書番号 Certificate", it.number());
        page.row("発行機関 Issuer", it.issuer());
        page.row(
                "媒体 Medium", it.owner() + " / " + it.medium() + " (" + it.kind().word() + ")");
        page.row("処理 What", it.destroyed() ? "廃棄 destroyed" : "消去 erased");
        page.row("方法 Method", it.method());
        page.row("日時 Done at", moment(it.doneAt()));
        page.row("作業者 Done by", it.doneBy());
        page.row("立会者 Witnessed by", it.witnessedBy());
        for (var parcel : it.parcels()) {
            page.row("媒体番号 Parcel", parcel.number().text());
        }
        page.seals("作業者印", "立会者印");
        return page.end("次の署名付きデータが証明書の原本です。 The signed text below is the certificate itself.", signed.text());
    }

    /// The page of a receipt.
    public static String receipt(Receipt it) {
        var page = new Page("受領書");
        page.row("受領書番号 Receipt", it.number());
        page.row("受領機関 Received by", it.receivedBy());
        page.row("差出機関 From", it.from());
        page.row("媒体番号 Parcel", it.parcel().text());
        page.row("目録のハッシュ Manifest", it.manifestHash());
        page.row("受領日時 Received at", moment(it.receivedAt()));
        page.seals("受領者印", "立会者印");
        return page.end("未開封のまま受領しました。 Received unopened.", it.text());
    }

    private static String moment(Instant at) {
        return MOMENT.format(at) + " (" + at + ")";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// A page under way.
    private static final class Page {

        private final StringBuilder text = new StringBuilder();

        Page(String title) {
            text.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"ja\"><head><title>")
                    .append(title)
                    .append("</title><style>")
                    .append(STYLE)
                    .append("</style></head><body><h1>")
                    .append(title)
                    .append("</h1><table>");
        }

        void row(String name, String value) {
            text.append("<tr><th>")
                    .append(escaped(name))
                    .append("</th><td>")
                    .append(escaped(value))
                    .append("</td></tr>");
        }

        void seals(String first, String second) {
            for (var seal : new String[] {first, second}) {
                text.append("<tr><th>").append(seal).append("</th><td class=\"sign\"></td></tr>");
            }
        }

        String end(String remark, String original) {
            return text.append("</table><p>")
                    .append(escaped(remark))
                    .append("</p><pre>")
                    .append(escaped(original))
                    .append("</pre></body></html>")
                    .toString();
        }
    }
}
