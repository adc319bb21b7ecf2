package jp.bansho.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreatModelCheckTest {

    private static final String MODEL = """
            # Threat model

            | word | meaning |
            |---|---|
            | not `A.threat` | at all |

            | Threat | Control | Default | Test |
            |:---|---|---|---|
            | rows are swapped | sealed \\| bound to the place | on | `SwapTest.doesNotOpen` |
            | wrong keys | check values | on | `KeyTest.refused`, `KeyTest.nothingWritten` |

            | Threat | Control | Default | Test |
            |---|---|---|---|
            | cut tail | signed heads | on | `CutTest.found` |
            """;

    private static final String REPORT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="jp.bansho.x.KeyTest">
              <properties/>
              <testcase name="refused" classname="jp.bansho.x.KeyTest" time="0.1"/>
              <testcase name="nothingWritten(int)[1]" classname="jp.bansho.x.KeyTest" time="0.1"/>
              <testcase name="nothingWritten(int)[2]" classname="jp.bansho.x.KeyTest" time="0.1">INSIDE</testcase>
              <testcase name="doesNotOpen" classname="jp.bansho.y.SwapTest" time="0.1"><system-out>x</system-out></testcase>
              <testcase name="found" classname="jp.bansho.y.CutTest" time="0.1"/>
            </testsuite>
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(root.resolve("docs/threat-model.md"), MODEL);
        report("");
    }

    @Test
    void allNamedTestsThatRanAreFine() throws IOException {
        assertThat(ThreatModel.read(root).rows()).hasSize(3);
        assertThat(new ThreatModelCheck(root, null).problems()).isEmpty();
    }

    @Test
    void aTestThatDidNotRunIsNamed() throws IOException {
        Files.writeString(root.resolve("docs/threat-model.md"), MODEL.replace("CutTest.found", "CutTest.renamed"));
        assertThat(new ThreatModelCheck(root, null).problems()).containsExactly("line 14: CutTest.renamed did not run");
    }

    @Test
    void aTestThatWasSkippedOrFailedOnceIsNamed() throws IOException {
        report("<skipped/>");
        assertThat(new ThreatModelCheck(root, null).problems())
                .containsExactly("line 10: KeyTest.nothingWritten was skipped");
        report("<failure message=\"x\"/>");
        assertThat(new ThreatModelCheck(root, null).problems())
                .containsExactly("line 10: KeyTest.nothingWritten failed");
        report("<error/>");
        assertThat(new ThreatModelCheck(root, null).problems()).hasSize(1);
    }

    @Test
    void aReportOfAnEarlierBuildDoesNotCount() throws IOException {
        var since = FileTime.from(Instant.parse("2026-11-22T00:00:00Z"));
        Files.setLastModifiedTime(file(), FileTime.from(Instant.parse("2026-11-21T23:59:59Z")));
        assertThat(new ThreatModelCheck(root, since).problems()).hasSize(4);
        Files.setLastModifiedTime(file(), since);
        assertThat(new ThreatModelCheck(root, since).problems()).isEmpty();
    }

    @Test
    void aThreatWithoutATestAndAModelWithoutATableAreNamed() throws IOException {
        Files.writeString(root.resolve("docs/threat-model.md"), MODEL.replace("`CutTest.found`", "none yet"));
        assertThat(new ThreatModelCheck(root, null).problems()).containsExactly("line 14 names no test: cut tail");
        Files.writeString(root.resolve("docs/threat-model.md"), "# Empty\n");
        assertThat(new ThreatModelCheck(root, null).problems()).hasSize(1);
        Files.delete(root.resolve("docs/threat-model.md"));
        assertThatThrownBy(() -> new ThreatModelCheck(root, null).problems()).isInstanceOf(NoSuchFileException.class);
    }

    private void report(String inside) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), REPORT.replace("INSIDE", inside));
    }

    private Path file() {
        return root.resolve("systems/numbers/target/surefire-reports/TEST-jp.bansho.x.KeyTest.xml");
    }
}
