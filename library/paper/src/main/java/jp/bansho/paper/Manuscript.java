package jp.bansho.paper;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// Reads the XHTML of a paper without looking anywhere else, and puts the house's page style before its own.
final class Manuscript {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /// A4, room for a binder, the page number at the foot; one font for everything, because another has no letters
    /// here.
    private static final String STYLE = """
            @page {
              size: A4;
              margin: 18mm 16mm 20mm 20mm;
              @bottom-center {
                content: counter(page) " / " counter(pages);
                font-family: 'BIZ UDGothic';
                font-size: 9pt;
              }
            }
            * { font-family: 'BIZ UDGothic' !important; }
            body { font-size: 10pt; line-height: 1.5; }
            table { -fs-table-paginate: paginate; border-collapse: collapse; }
            thead { display: table-header-group; }
            tr { page-break-inside: avoid; }
            """;

    private Manuscript() {}

    static Document read(String xhtml) {
        try {
            var builder = parsers().newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            var document = builder.parse(new InputSource(new StringReader(xhtml)));
            head(document).insertBefore(style(document), head(document).getFirstChild());
            return document;
        } catch (SAXParseException fault) {
            throw new PaperRefused("the document is not well-formed XHTML or has a document type, line "
                    + fault.getLineNumber() + ", column " + fault.getColumnNumber());
        } catch (SAXException | IOException | ParserConfigurationException fault) {
            throw new PaperRefused(
                    "the document cannot be read: " + fault.getClass().getSimpleName());
        }
    }

    private static DocumentBuilderFactory parsers() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    private static Element head(Document document) {
        var html = document.getDocumentElement();
        var heads = document.getElementsByTagNameNS(XHTML, "head");
        if (!XHTML.equals(html.getNamespaceURI()) || !(heads.item(0) instanceof Element head)) {
            throw new PaperRefused("the document is not XHTML with a head");
        }
        if (text(document, "title") == null || html.getAttribute("lang").isEmpty()) {
            throw new PaperRefused("the document needs a title and a language: a reader that speaks announces them");
        }
        return head;
    }

    private static @Nullable String text(Document document, String tag) {
        var found = document.getElementsByTagNameNS(XHTML, tag).item(0);
        return found == null || found.getTextContent().isBlank() ? null : found.getTextContent();
    }

    private static Element style(Document document) {
        var style = document.createElementNS(XHTML, "style");
        style.setAttribute("type", "text/css");
        style.setTextContent(STYLE);
        return style;
    }

    /// Nothing is printed to the console, and a fault ends the reading.
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException fault) throws SAXException {
            throw fault;
        }

        @Override
        public void error(SAXParseException fault) throws SAXException {
            throw fault;
        }

        @Override
        public void fatalError(SAXParseException fault) throws SAXException {
            throw fault;
        }
    }
}
