package jp.bansho.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.bansho.testing.ThreatModel;
import jp.bansho.testing.ThreatModel.NamedTest;
import org.junit.jupiter.api.Test;

/// Every control of the threat model names a test that exists. That it ran is checked after the whole build, by
/// `jp.bansho.testing.ThreatModelCheck`.
class ThreatModelTest {

    private static final Path ROOT = Path.of(System.getProperty("bansho.root", "../.."));

    private static final Pattern EXTENDS = Pattern.compile("class \\w+ extends (\\w+)");

    @Test
    void everyThreatNamesTestsAndEachOfThemExists() throws IOException {
        assertThat(ROOT.resolve("docs/threat-model.md")).as("the threat model").isRegularFile();
        var rows = ThreatModel.read(ROOT).rows();
        assertThat(rows).as("rows of | threat | control | default | test |").isNotEmpty();
        var sources = sources();
        var problems = new ArrayList<String>();
        for (var row : rows) {
            if (row.byTests().isEmpty()) {
                problems.add("line " + row.line() + " names no test: " + row.threat());
            }
            for (var test : row.byTests()) {
                if (!exists(sources, test)) {
                    problems.add("line " + row.line() + " names a test that is not there: " + test);
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    /// A test may stand in the class that the named one extends.
    private static boolean exists(List<Path> sources, NamedTest test) throws IOException {
        if (declared(sources, test)) {
            return true;
        }
        for (var source : sources) {
            if (source.getFileName().toString().equals(test.type() + ".java")) {
                var parent = EXTENDS.matcher(Files.readString(source));
                if (parent.find() && declared(sources, new NamedTest(parent.group(1), test.method()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean declared(List<Path> sources, NamedTest test) throws IOException {
        // from the annotation to the name without an empty line
        var method = Pattern.compile("(?s)@(?:Test|ParameterizedTest|RepeatedTest)\\b(?:(?!\\n\\s*\\n).)*?\\bvoid\\s+"
                + test.method() + "\\s*\\(");
        for (var source : sources) {
            if (source.getFileName().toString().equals(test.type() + ".java")
                    && method.matcher(Files.readString(source)).find()) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> (file.toString().contains("/src/test/java/")
                                    || file.toString().contains("/testing/src/main/"))
                            && file.toString().endsWith(".java"))
                    .toList();
        }
    }
}
