package jp.bansho.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PaperPressTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:04:05Z");

    private final PaperPress press = new PaperPress(() -> NOW);

    @TempDir
    Path folder;

    @Test
    void japaneseTextComesBackFromThePaperAsItWasWritten() throws IOException {
        var text = text(paper("<h1>消去証明書</h1><p>令和8年（2026年）11月22日 日曜日</p><p>元年・二人・山田・生年月日・用紙・目的・比較・高齢者・手続・風力</p>"));

        assertThat(text)
                .contains("消去証明書", "令和8年（2026年）11月22日 日曜日", "二人・山田・生年月日・用紙・目的・比較・高齢者・手続・風力")
                .doesNotContain("〓", "#");
        assertThat(text.codePoints().filter(letter -> letter >= 0x2E80 && letter <= 0x2FDF))
                .isEmpty();
    }

    @Test
    void aLetterThatTheFontLacksIsPrintedAsTheSignForIt() throws IOException {
        var text = text(paper("<p>𠮷野・葛\uDB40\uDD00城</p>"));

        assertThat(text).contains("〓野・葛城");
    }

    @Test
    void longTablesRunOverPagesWithTheirHeadAndTheirNumbers() throws IOException {
        var rows = new StringBuilder("<table><thead><tr><th>見出し</th></tr></thead><tbody>");
        for (int row = 1; row <= 120; row++) {
            rows.append("<tr><td>第").append(row).append("行</td></tr>");
        }

        try (var document = Loader.loadPDF(paper(rows.append("</tbody></table>").toString()))) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            var stripper = new PDFTextStripper();
            for (int page = 1; page <= pages; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("見出し", page + " / " + pages);
                var size = document.getPage(page - 1).getMediaBox();
                assertThat(size.getWidth()).isBetween(595f, 596f);
                assertThat(size.getHeight()).isBetween(841f, 843f);
            }
        }
    }

    @Test
    void thePaperSaysItsTitleItsLanguageItsMakerAndTheMomentGiven() throws IOException {
        try (var document = Loader.loadPDF(paper("<p>本文</p>"))) {
            var information = document.getDocumentInformation();
            assertThat(information.getTitle()).isEqualTo("試験の紙");
            assertThat(information.getProducer()).isEqualTo("Bansho");
            assertThat(information.getCreationDate().toInstant()).isEqualTo(NOW);
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("ja");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(new String(catalog.getMetadata().toByteArray(), UTF_8))
                    .contains("<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>U</pdfaid:conformance>", "pdfuaid");
            assertThat(catalog.getOutputIntents()).hasSize(1);
        }
    }

    @Test
    void theSameDocumentAtTheSameMomentIsTheSameBytes() {
        assertThat(paper("<p>同じ紙</p>")).isEqualTo(paper("<p>同じ紙</p>"));
    }

    @Test
    void nothingOutsideTheDocumentIsRead() throws IOException {
        var calls = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            var web = "http://127.0.0.1:" + server.getAddress().getPort();
            var style = Files.writeString(folder.resolve("style.css"), "p:after { content: '漏洩' }");
            var text = text(press.pdf(document(
                    "<link rel='stylesheet' href='" + web + "/a.css'/><link rel='stylesheet' href='" + style.toUri()
                            + "'/><style>@import url('" + web + "/b.css'); @import url('" + style.toUri()
                            + "'); @font-face { font-family: x; src: url('" + web
                            + "/f.ttf'); } body { background: url('"
                            + web + "/c.png'); }</style>",
                    "<p>本文<img alt='絵' src='" + web + "/d.png'/><img alt='絵' src='" + style.toUri()
                            + "'/><object data='" + web + "/e.svg'></object></p>")));

            assertThat(text).contains("本文").doesNotContain("漏洩");
            assertThat(calls).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void documentTypesAndEntitiesAreRefusedWithoutRepeatingTheText() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "秘密");
        var entity = "<!DOCTYPE html [<!ENTITY s SYSTEM '" + secret.toUri() + "'>]>" + document("", "<p>&s;</p>");

        assertThatThrownBy(() -> press.pdf(entity))
                .isInstanceOf(PaperRefused.class)
                .hasMessageContaining("line 1")
                .hasMessageNotContaining("秘密");
        assertThatThrownBy(() -> press.pdf(document("", "<p>開いたまま")))
                .isInstanceOf(PaperRefused.class)
                .hasMessageNotContaining("開いた");
        assertThatThrownBy(
                        () -> press.pdf("<html xmlns='http://www.w3.org/1999/xhtml' lang='ja'><head/><body/></html>"))
                .isInstanceOf(PaperRefused.class)
                .hasMessageContaining("title");
    }

    @Test
    void noFontCacheIsWrittenAndNoFontOfTheMachineIsSearched() throws IOException {
        var before = System.getProperty("pdfbox.fontcache");
        System.setProperty("pdfbox.fontcache", folder.toString());
        try {
            text(paper("<h1>見出し</h1><p><b>太字</b> <i>斜体</i> <code>等幅</code></p><ul><li>点</li></ul>"));

            try (var files = Files.list(folder)) {
                assertThat(files).isEmpty();
            }
        } finally {
            if (before == null) {
                System.clearProperty("pdfbox.fontcache");
            } else {
                System.setProperty("pdfbox.fontcache", before);
            }
        }
    }

    private byte[] paper(String body) {
        return press.pdf(document("", body));
    }

    private static String document(String head, String body) {
        return "<html xmlns='http://www.w3.org/1999/xhtml' lang='ja'><head><title>試験の紙</title>"
                + "<meta name='subject' content='試験'/>" + head + "</head><body>" + body + "</body></html>";
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
