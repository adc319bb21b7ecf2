package jp.bansho.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.bansho.testing.ThreatModel.NamedTest;
import org.jspecify.annotations.Nullable;

/// Proves after a build that every test the threat model names did run and did not fail: a control whose test was
/// skipped, renamed or left out of the build is a control nobody checks.
public final class ThreatModelCheck {

    private final Path root;
    private final @Nullable FileTime since;

    /// @param root  folder of the source tree
    /// @param since reports written before that moment do not count; null if all do
    public ThreatModelCheck(Path root, @Nullable FileTime since) {
        this.root = root;
        this.since = since;
    }

    /// `ThreatModelCheck ROOT [STAMP]`: exits with 0 if all is well, else says what is not and exits with 1. Reports
    /// older than the file `STAMP`, which the build touches at its beginning, do not count.
    public static void main(String[] arguments) throws IOException {
        var root = Path.of(arguments[0]);
        var since = arguments.length > 1 ? Files.getLastModifiedTime(Path.of(arguments[1])) : null;
        var problems = new ThreatModelCheck(root, since).problems();
        problems.forEach(problem -> System.err.println("threat model / 脅威モデル: " + problem));
        if (!problems.isEmpty()) {
            System.exit(1);
        }
        System.out.println("threat model / 脅威モデル: "
                + ThreatModel.read(root).rows().size() + " threats, every named test ran / 全ての試験が実行済み");
    }

    /// What is wrong; empty if every named test ran and passed.
    public List<String> problems() throws IOException {
        var problems = new ArrayList<String>();
        var ran = ran();
        var rows = ThreatModel.read(root).rows();
        if (rows.isEmpty()) {
            problems.add("docs/threat-model.md has no table | threat | control | default | test |");
        }
        for (var row : rows) {
            if (row.byTests().isEmpty()) {
                problems.add("line " + row.line() + " names no test: " + row.threat());
            }
            for (var test : row.byTests()) {
                var result = ran.get(test);
                if (result == null) {
                    problems.add("line " + row.line() + ": " + test + " did not run");
                } else if (result != TestReport.Result.PASSED) {
                    problems.add("line " + row.line() + ": " + test + " " + result.words());
                }
            }
        }
        return problems;
    }

    private Map<NamedTest, TestReport.Result> ran() throws IOException {
        var ran = new HashMap<NamedTest, TestReport.Result>();
        for (var report : reports()) {
            TestReport.read(report)
                    .forEach((test, result) -> ran.merge(test, result, (a, b) -> a.compareTo(b) > 0 ? a : b));
        }
        return ran;
    }

    private List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.walk(root, 6)) {
            var found = new ArrayList<Path>();
            for (var file : files.filter(ThreatModelCheck::isReport).toList()) {
                if (since == null || Files.getLastModifiedTime(file).compareTo(since) >= 0) {
                    found.add(file);
                }
            }
            return found;
        }
    }

    private static boolean isReport(Path file) {
        var folder = file.getParent();
        return folder != null
                && folder.endsWith("target/surefire-reports")
                && String.valueOf(file.getFileName()).matches("TEST-.*\\.xml");
    }
}
