package jp.bansho.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import jp.bansho.testing.ThreatModel.NamedTest;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// What Maven's test runner reports of one test class.
final class TestReport {

    /// How a test ended, from best to worst: a test that ran with several arguments is as good as its worst run.
    enum Result {
        PASSED("passed"),
        SKIPPED("was skipped"),
        FAILED("failed");

        private final String words;

        Result(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private TestReport() {}

    static Map<NamedTest, Result> read(Path report) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var cases = factory.newDocumentBuilder().parse(report.toFile()).getElementsByTagName("testcase");
            var found = new HashMap<NamedTest, Result>();
            for (var i = 0; i < cases.getLength(); i++) {
                if (cases.item(i) instanceof Element test) {
                    found.merge(name(test), result(test), (a, b) -> a.compareTo(b) > 0 ? a : b);
                }
            }
            return found;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not a test report: " + report, e);
        }
    }

    /// Without the package, and without the arguments of a parameterised test.
    private static NamedTest name(Element test) {
        var type = test.getAttribute("classname");
        var method = test.getAttribute("name").replaceFirst("[^\\p{javaJavaIdentifierPart}].*$", "");
        return new NamedTest(type.replaceFirst("^.*[.$]", ""), method);
    }

    private static Result result(Element test) {
        if (test.getElementsByTagName("failure").getLength()
                        + test.getElementsByTagName("error").getLength()
                > 0) {
            return Result.FAILED;
        }
        return test.getElementsByTagName("skipped").getLength() > 0 ? Result.SKIPPED : Result.PASSED;
    }
}
