package jp.bansho.pension.command;

import java.nio.file.Path;
import jp.bansho.machine.Machine;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.ProgressLine;
import jp.bansho.pension.PensionMachine;
import jp.bansho.pension.payments.Payments;
import jp.bansho.pension.staff.StaffFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bansho pension declarations …`.
@Command(
        name = "declarations",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Declarations of spouses and dependants.", "扶養親族等申告書。"})
final class DeclarationsCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "load",
            mixinStandardHelpOptions = true,
            description = {
                "Take in all declarations for a tax year, all of them or none.",
                "その年分の扶養親族等申告書をすべて取り込みます（全件または無）。"
            })
    int load(
            @Parameters(
                            paramLabel = "FILE",
                            description = {"declarations-AA.csv"})
                    Path file,
            @Mixin OfYear of) {
        try (var machine = Machine.start(PensionMachine.class);
                var progress = new ProgressLine(spec.commandLine().getErr())) {
            var clerk = machine.part(StaffFile.class).clerk(of.name());
            var taken =
                    machine.part(Payments.class).declarations(clerk, of.association(), of.taxYear(), file, progress);
            progress.end();
            PaymentsCommand.print(spec.commandLine().getOut(), "申告書 declarations", "declarations", taken, of.json());
            return ExitCode.DONE;
        }
    }
}
