package jp.bansho.numbers.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.operation.OperationsReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bansho numbers report`: the monthly report of operations as a PDF (S5).
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {"Write the monthly report of operations (PDF).", "運用月次報告書（PDF）を作成します。"})
final class ReportCommand implements Callable<Integer> {

    @Option(
            names = "--month",
            required = true,
            paramLabel = "YYYY-MM",
            description = {"The month, in Japan’s time.", "対象月（日本時間）。"})
    @SuppressWarnings("NullAway.Init")
    private YearMonth month;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = {"The file to write; it must not exist.", "出力ファイル（既存は不可）。"})
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private ActorOptions options = new ActorOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(file)) {
            spec.commandLine().getErr().println("bansho: the file exists already / ファイルが既にあります");
            return ExitCode.REFUSED;
        }
        try (var machine = Machine.start()) {
            var paper = machine.part(OperationsReport.class).paper(machine.actor(options), month);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, paper, StandardOpenOption.TRUNCATE_EXISTING);
            spec.commandLine().getOut().println("作成しました / written: " + file.getFileName());
        }
        return ExitCode.DONE;
    }
}
