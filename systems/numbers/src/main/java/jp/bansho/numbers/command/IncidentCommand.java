package jp.bansho.numbers.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.incident.Drafts;
import jp.bansho.numbers.incident.ReportPaper;
import jp.bansho.paper.PaperPress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bansho numbers incident draft`: the newest draft of a report as a PDF (S6).
@Command(
        name = "incident",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Papers of incidents.", "事故の報告書案。"})
final class IncidentCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "draft",
            mixinStandardHelpOptions = true,
            description = {"Write the newest draft of the report to a PDF file.", "最新の報告書案をPDFファイルに書き出します。"})
    int draft(
            @Parameters(paramLabel = "INCIDENT", description = "number of the incident / 事故番号") long incident,
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "FILE",
                            description = {"A file that does not exist yet.", "書き出し先（まだないファイル）。"})
                    Path target,
            @Mixin ActorOptions options)
            throws IOException {
        try (var machine = Machine.start()) {
            var printed = machine.part(Drafts.class).newest(machine.actor(options), incident);
            var pdf = new PaperPress(machine.part(Clock.class)).pdf(ReportPaper.xhtml(printed));
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(target, owner);
            Files.write(target, pdf, StandardOpenOption.TRUNCATE_EXISTING);
            spec.commandLine()
                    .getOut()
                    .println("報告書案 / draft: 事故 / incident %d 第 / version %d 版"
                            .formatted(incident, printed.draft().version()));
            return ExitCode.DONE;
        }
    }
}
