package jp.bansho.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bansho demo`: sets everything up and runs the main job on invented people, as an operator would.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {"Register invented people and fill a tax file, from nothing.", "架空の人で登録から源泉徴収票までを実演します。"})
public final class DemoMain implements Callable<Integer> {

    @Option(
            names = "--people",
            defaultValue = "20000",
            description = {"How many people to invent.", "架空の人数。"})
    private long people;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = {"Keep database, outputs, logs and truth there.", "データベース・出力・ログ・正解を残すフォルダ。"})
    private @Nullable Path keep;

    @Option(
            names = "--serve",
            description = {"Serve the business terminals at the end, until Ctrl+C.", "最後に業務端末の画面を提供します（Ctrl+C まで）。"})
    private boolean serve;

    /// Runs the demo and exits with 0 if everything is as it must be.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DemoMain()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (keep != null) {
            var folder = keep.toAbsolutePath().normalize();
            if (Files.exists(folder) && FolderTree.isFull(folder)) {
                System.err.println("bansho: the folder is not empty / フォルダが空ではありません: " + keep);
                return 1;
            }
            Files.createDirectories(folder);
            return new Demo(folder, people, true, serve).run();
        }
        var folder = Files.createTempDirectory("bansho-demo");
        try {
            return new Demo(folder, people, false, serve).run();
        } finally {
            FolderTree.remove(folder);
        }
    }
}
