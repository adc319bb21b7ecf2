package jp.bansho.pension.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.bansho.pension.command.Bansho;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands as a shell runs them, in processes of their own.
class CollectionCommandsTest {

    @TempDir
    Path folder;

    private record Ended(int code, String said) {}

    private Ended run(CollectionSite site, String... arguments) throws IOException, InterruptedException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Duser.name=f.renmei",
                "-cp",
                classPath,
                Bansho.class.getName(),
                "pension",
                "special-collection"));
        command.addAll(List.of(arguments));
        var said = Files.createTempFile(folder, "child", ".out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("BANSHO_HOME", site.home().toString());
        var process = builder.start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the command did not end: " + Files.readString(said));
        }
        return new Ended(process.exitValue(), Files.readString(said));
    }

    @Test
    void whatMunicipalitiesAskIsTakenInAnsweredAndListed() throws Exception {
        try (var site = new CollectionSite()) {
            var notices = site.load(folder);
            var inbox = Files.createDirectory(folder.resolve("inbox"));
            var good = Notices.write(
                    inbox.resolve("a.dat"),
                    Notices.group("27128", "00", "1", notices.of(0, 1_000), notices.of(1, 2_000)));
            Files.write(inbox.resolve("b.dat"), new byte[499]);
            var taken = run(site, "take-in", inbox.toString());
            assertThat(taken.code()).as(taken.said()).isEqualTo(3);
            assertThat(taken.said())
                    .contains("F-1: 1 市区町村 municipalities, 2 件 records", "対象者特定 matched 2")
                    .contains("file 2 of 2", "nothing was taken in");
            var again = run(site, "take-in", good.toString(), "--json");
            assertThat(again.code()).isEqualTo(1);
            assertThat(again.said()).contains("this file was taken in before, as F-1", "F-1 として取り込み済み");
            var outbox = Files.createDirectory(folder.resolve("out"));
            var answered = run(site, "answer", outbox.toString(), "--from", good.toString(), "--json");
            assertThat(answered.code()).as(answered.said()).isZero();
            assertThat(answered.said()).contains("\"file\":\"F-1\"", "\"matched\":2,\"again\":false");
            assertThat(Notices.read(outbox.resolve("special-collection-answer-F1.dat")))
                    .hasSize(4);
            var listed = run(site, "list", "--tax-year", "2025", "--as", "o.unei");
            assertThat(listed.code()).as(listed.said()).isEqualTo(3);
            assertThat(listed.said())
                    .contains("27128 F-1 介護保険料 request: 対象者特定 matched 2", "2 人 pensioners, 10 回 payments")
                    .doesNotContain(notices.award(0)[3], notices.award(0)[2]);
            var alone = run(site, "list", "--as", "a.tanto");
            assertThat(alone.code()).as(alone.said()).isEqualTo(1);
        }
    }
}
