package jp.bansho.paper;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;

/// Makes papers 帳票: XHTML with tables in, a PDF for the archive out (PDF/A-2u, tagged as PDF/UA asks, A4, numbered
/// pages).
///
/// The text layer of the PDF is what was written: the font has no letter that comes back as a Kangxi radical. A letter
/// that the font does not know is printed as 〓, the printers' sign for it; variation selectors are left out. Style
/// sheets inside the document are obeyed as far as CSS 2.1 goes (no flex, no grid); what lies outside the document is
/// never read. The same document at the same moment is the same bytes. Safe for several threads.
public final class PaperPress {
    private static final String FONT = "font/BIZUDGothic-Regular.ttf";
    private static final String MAKER = "Bansho";

    private final InstantSource clock;
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    /// A press whose papers carry the clock's moment as their date.
    public PaperPress(InstantSource clock) {
        this.clock = clock;
        // the renderer would log what it does not like in a document, with the document's text
        XRLog.setLoggingEnabled(false);
    }

    /// The paper of the document, which must be XHTML with `lang`, `head` and `title` and without a document type.
    ///
    /// @throws PaperRefused when the document is not that
    public byte[] pdf(String xhtml) {
        return print(Manuscript.read(withoutSelectors(xhtml)), clock.instant());
    }

    private byte[] print(Document manuscript, Instant made) {
        var bytes = new ByteArrayOutputStream();
        try (PDDocument document = new DatedDocument(made)) {
            var builder = new PdfRendererBuilder();
            builder.withW3cDocument(manuscript, null);
            builder.useUriResolver((base, uri) -> null);
            builder.useExternalResourceAccessControl(
                    (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.useFont(PaperPress::font, "BIZ UDGothic");
            builder.useReplacementText("〓");
            builder.withProducer(MAKER);
            builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_U);
            builder.usePdfUaAccessibility(true);
            builder.useColorProfile(colours);
            builder.usePDDocument(document);
            try (var renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
            }
            document.save(bytes);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toByteArray();
    }

    private static InputStream font() {
        var stream = PaperPress.class.getResourceAsStream(FONT);
        if (stream == null) {
            throw new IllegalStateException("the font of the papers is missing: " + FONT);
        }
        return stream;
    }

    /// The sequences that pick a variant of a letter name no letter themselves.
    private static String withoutSelectors(String text) {
        if (text.codePoints().noneMatch(PaperPress::isSelector)) {
            return text;
        }
        return text.codePoints()
                .filter(letter -> !isSelector(letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSelector(int letter) {
        return (letter >= 0xFE00 && letter <= 0xFE0F) || (letter >= 0xE0100 && letter <= 0xE01EF);
    }
}
